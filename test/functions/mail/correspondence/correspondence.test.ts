import { describe, expect, it } from 'vitest';
import { letterSaid, mailSaid, messageSaid } from '../../../../functions/mail/correspondence/correspondence.ts';
import { Mail } from '../../../../functions/mail/mail.ts';
import { Letter } from '../../../../shared/domain/letter.ts';

const at = '2026-11-02T08:00:00.000Z';
const letter = Letter.parse({
  ...{ id: 'brev-1', kind: 'M07', to: 'p1@utforare.example', queuedAt: at, state: 'sent' },
  fields: { municipality: 'Exempelkommun', link: 'https://utfort.example/#/uppgifter', variant: 'asked' },
});

describe('in words, in both languages', () => {
  it.each(Letter.shape.state.options)('a letter that is %s', (state) => {
    const words = ['sv', 'en'].map((language) => letterSaid({ ...letter, state }, language).said.words);
    for (const text of words) expect(text).not.toContain('letter-');
  });
  it.each(Mail.shape.state.options)('a mail that is %s', (state) => {
    const words = ['sv', 'en'].map((language) => mailSaid({ id: 'in-1', receivedAt: at, state }, language).said.words);
    for (const text of words) expect(text).not.toContain('mail-');
  });
});

it('names a letter by its subject', () => {
  expect(letterSaid(letter, 'sv').said).toMatchObject({ way: 'out', title: 'Ert mejl läses av en handläggare' });
});

it('names who wrote inside, and shows nothing hidden', () => {
  const from = { owner: 'officer:O1', userId: 'O1' };
  expect(messageSaid({ id: 'medd-1', threadId: 'trad-1', at, from, text: 'a\u202Eb' }, 'sv').said).toMatchObject({
    ...{ from: 'officer:O1', text: 'a[U+202E]b', threadId: 'trad-1' },
  });
});

import { describe, expect, it } from 'vitest';
import { Mail, StopReason } from '../../../../functions/mail/mail.ts';
import { handle, release, staysStopped, turnDown } from '../../../../functions/mail/quarantine/deciding.ts';
import { sentence } from '../../../../shared/messages/sentence.ts';

const at = '2026-11-02T08:00:00.000Z';
const mail: Mail = { id: 'in-1', receivedAt: at, state: 'quarantined', scan: 'CLEAN', stopped: 'not-signed' };
const decision = { by: 'O1', at, reason: 'Så är det.' };

describe('each decision is taken once, and where it belongs', () => {
  const takes = {
    release: (one: Mail) => release(one, 'P1', decision).ok,
    turnDown: (one: Mail) => turnDown(one, decision).ok,
    handle: (one: Mail) => handle(one, decision).ok,
  };
  it.each(Mail.shape.state.options)('%s', (state) => {
    const one = { ...mail, state };
    expect({ release: takes.release(one), turnDown: takes.turnDown(one), handle: takes.handle(one) }).toEqual({
      release: state === 'quarantined',
      turnDown: state === 'quarantined',
      handle: state === 'asked',
    });
  });
});

it('lets nothing through that may carry harm or cannot be read', () => {
  const stays = (more: Partial<Mail>) => staysStopped({ ...mail, ...more });
  expect(stays({})).toBeUndefined();
  expect(stays({ scan: 'INFECTED' })).toBe('mail-not-clean');
  expect(stays({ scan: undefined })).toBe('mail-not-clean');
  expect(stays({ stopped: 'infected' })).toBe('mail-not-clean');
  expect(stays({ stopped: 'not-scanned' })).toBe('mail-not-clean');
  expect(stays({ stopped: 'unreadable' })).toBe('mail-not-readable');
});

it.each(StopReason.options)('says in words, in both languages, why: %s', (stopped) => {
  for (const language of ['sv', 'en']) expect(sentence(`mail-stopped-${stopped}`, language)).not.toContain('mail-');
});

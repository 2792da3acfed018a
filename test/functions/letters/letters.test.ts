import { describe, expect, it } from 'vitest';
import { compose } from '../../../functions/letters/compose.ts';
import { askPerson, block, markSent, settle, takeLease } from '../../../functions/letters/delivery.ts';
import { objections, wordsToRecognise } from '../../../functions/letters/letter-guard.ts';
import type { Letter } from '../../../shared/domain/letter.ts';
import { LetterKind, letterKinds } from '../../../shared/domain/letter-kinds.ts';
import { LetterFields } from '../../../shared/domain/letters/letter-record.ts';
import { aLetter, at } from '../../support/builders.ts';

/** Every field there is, each with a value that is found again wherever it stands. */
const everything = {
  municipality: 'KOMMUNEN',
  provider: 'UTFÖRAREN',
  caseNo: 'ÄRENDET-1',
  orderId: 'B-77',
  month: '2026-10',
  due: at('2026-11-02 12:34'),
  at: at('2026-11-03 21:43'),
  on: '2026-07-04',
  earliest: '2026-07-05',
  latest: '2026-07-06',
  count: 7711,
  overdue: 7722,
  joining: 'NYA',
  contact: 'KONTAKTEN',
  used: 7733,
  ceiling: 7744,
  codes: ['KOD_A', 'KOD_B'],
  cases: [{ caseNo: 'FALL-9', minutes: 8811 }],
  amountOre: 9_922_33,
  link: 'https://utfort.example/#/LÄNKEN',
} as const satisfies LetterFields;

/** How a field shows in a text, for those that a text may not hold unless its kind allows it. */
const shows: Partial<Record<keyof typeof everything, RegExp>> = {
  provider: /UTFÖRAREN/,
  caseNo: /ÄRENDET-1/,
  orderId: /B-77/,
  month: /oktober 2026/,
  due: /12:34/,
  at: /21:43/,
  on: /4 jul/,
  earliest: /5 jul/,
  latest: /6 jul/,
  count: /7711/,
  overdue: /7722/,
  joining: /NYA/,
  contact: /KONTAKTEN/,
  used: /7733/,
  ceiling: /7744/,
  codes: /KOD_/,
  cases: /FALL-9|8811/,
  amountOre: /9 922,33/,
};

const variants = [undefined, 'overdue', 'reminded', 'escalated', 'incomplete', 'complete', 'PICKUP', 'joining', 'FULL'];

describe.each(LetterKind.options)('%s, given every field there is', (kind) => {
  it.each(variants)('carries only what its kind allows, in four lines (%s)', (variant) => {
    const { subject, text } = compose(kind, { ...everything, variant }, 'E1');
    const allowed: readonly string[] = letterKinds[kind].fields;
    for (const [field, pattern] of Object.entries(shows)) {
      if (!allowed.includes(field)) expect(`${subject}\n${text}`, `${kind} shows ${field}`).not.toMatch(pattern);
    }
    expect(text.split('\n')).toHaveLength(5);
    expect(text.endsWith('\n')).toBe(true);
    expect(
      text
        .split('\n')
        .slice(0, 4)
        .every((line) => line.trim().length > 0),
    ).toBe(true);
    expect(text).toContain(everything.link);
    expect(text).toContain('Skriv aldrig namn eller personuppgifter i e-post.');
    expect(text).not.toMatch(/undefined|null|\bavl(?:iden|ed)|död|sjukhus/i);
    // Minutes by case, to internal addresses only.
    if (!allowed.includes('cases')) expect(text).not.toMatch(/minut/i);
  });

  it.each(variants)('names no case where the municipality lets no mail do it (A46) (%s)', (variant) => {
    const link = `https://utfort.example/#/arenden/${everything.caseNo}`;
    const { subject, text } = compose(kind, { ...everything, link, variant }, 'E0');
    expect(`${subject}\n${text}`).not.toContain(everything.caseNo);
    expect(text).not.toMatch(/Ärende\b|^\s|\n\n| {2}|undefined/);
    expect(text).toContain('https://utfort.example/#/arenden\n');
    // The rest is said as it was.
    const whole = compose(kind, { ...everything, link, variant }, 'E1').text;
    const said = whole
      .replaceAll(`Ärende ${everything.caseNo}. `, '')
      .replaceAll(`Ärende ${everything.caseNo}.\n`, '')
      .replaceAll(/Ärende FALL-9: .*\n/g, '');
    expect(text).toBe(said.replaceAll(`/${everything.caseNo}`, ''));
  });

  it('leaves the house only when its class may', () => {
    const { fields, class: of } = letterKinds[kind];
    const carried = Object.fromEntries(fields.map((field) => [field, everything[field]]));
    const letter = { kind, fields: { municipality: 'KOMMUNEN', link: everything.link, ...carried } };
    const { text } = compose(kind, letter.fields, 'E1');
    expect(objections(letter, text)).toEqual(of === 'E2' ? ['NOT_INTERNAL'] : []);
    expect(objections({ ...letter, inside: { owner: 'officer:O1', threadId: 'trad-1' } }, text)).toEqual([]);
  });

  it('has one subject, whatever it carries', () => {
    const subjects = variants.flatMap((variant) => [
      compose(kind, { ...everything, variant }, 'E1').subject,
      compose(kind, { municipality: 'x', link: 'y', variant }, 'E0').subject,
    ]);
    expect(new Set(subjects)).toEqual(new Set([letterKinds[kind].subject]));
  });

  it('of class E0 names no case', () => {
    const { class: of, fields } = letterKinds[kind];
    expect(fields.includes('caseNo') && of === 'E0').toBe(false);
  });
});

it('a day’s limit is told as the day that ends, any other time as it is', () => {
  const due = (local: string) => compose('N13', { ...everything, due: at(local) }, 'E1').text;
  expect(due('2026-11-03 00:00')).toContain('senast mån 2 nov 2026 kl. 24.00.');
  expect(due('2026-11-02 16:30')).toContain('senast mån 2 nov 2026 16:30.');
});

it('an incomplete month is told by its codes alone', () => {
  const told = (variant: string) => compose('N14', { ...everything, variant }, 'E1').text;
  expect(told('incomplete')).toContain('Felkoder: KOD_A, KOD_B.');
  expect(told('complete')).not.toContain('KOD_A');
});

it('there is no field for a text of one’s own', () => {
  expect(LetterFields.safeParse({ ...everything, text: 'Anna har avlidit' }).success).toBe(false);
});

describe('the guard', () => {
  const letter = (over: Partial<Letter['fields']> = {}) => aLetter({ fields: { ...aLetter().fields, ...over } });
  const objected = (over: Partial<Letter['fields']>, kind: Letter['kind'] = 'N01') => {
    const one = { ...letter(over), kind };
    const { subject, text } = compose(one.kind, one.fields, 'E1');
    return objections(one, `${subject}\n${text}`);
  };

  it.each<[string, Partial<Letter['fields']>, string[], Letter['kind']?]>([
    ['lets a letter of its kind pass', {}, []],
    ['lets a field that is not given pass', { codes: undefined }, []],
    ['stops a field that the kind does not allow', { codes: ['X'] }, ['FIELD_NOT_ALLOWED']],
    ['stops a case number in a letter without reference', { due: undefined }, ['FIELD_NOT_ALLOWED'], 'N19'],
    ['lets that letter pass without one', { due: undefined, caseNo: undefined }, [], 'N19'],
    ['stops a person’s number in a provider’s name', { provider: 'Firma 19121212-1212' }, ['PERSON_ID']],
    ['stops one in a link', { link: 'https://utfort.example/#/191212121212' }, ['PERSON_ID']],
    ['tells of both', { codes: ['X'], municipality: '900602-2397' }, ['FIELD_NOT_ALLOWED', 'PERSON_ID']],
    ['lets an organisation number pass', { provider: 'Firma 556703-7485' }, []],
  ])('%s', (_what, over, blocks, kind) => {
    expect(objected(over, kind)).toEqual(blocks);
  });

  it('asks whether the words of the case and the codes are the customer’s', () => {
    expect(wordsToRecognise({ ...everything, caseNo: 'Provsson-7', codes: ['BAD_TIME'] })).toEqual(
      expect.arrayContaining(['provsson', 'bad', 'time']),
    );
    expect(wordsToRecognise({ municipality: 'Anna', provider: 'Anna', link: 'Anna' })).toEqual([]);
  });
});

describe('a letter on its way', () => {
  const now = at('2026-11-02 08:00');
  const sending = takeLease(aLetter(), 'utskick-1', now);

  it('is taken under a lease of an hour, then sent, blocked or asked about; the lease is gone', () => {
    expect(sending).toMatchObject({ state: 'sending', lease: { owner: 'utskick-1', until: at('2026-11-02 09:00') } });
    expect(markSent(sending, now)).toMatchObject({ state: 'sent', sentAt: now, lease: undefined });
    expect(block(sending, ['PERSON_ID'])).toMatchObject({
      state: 'blocked',
      blockedBy: ['PERSON_ID'],
      lease: undefined,
    });
    expect(askPerson(sending)).toMatchObject({ state: 'asked', lease: undefined });
  });

  it.each([
    ['asked', 'delivered', 'delivered'],
    ['asked', 'send-again', 'waiting'],
    ['bounced', 'send-again', 'waiting'],
    ['sending', 'delivered', undefined],
    ['blocked', 'drop', 'dropped'],
    ['asked', 'drop', 'dropped'],
    ['sent', 'send-again', undefined],
    ['waiting', 'delivered', undefined],
    ['delivered', 'send-again', undefined],
    ['blocked', 'send-again', undefined],
  ] as const)('%s and found %s becomes %s', (state, verdict, next) => {
    expect(settle(aLetter({ state }), verdict, now)?.state).toBe(next);
  });
});

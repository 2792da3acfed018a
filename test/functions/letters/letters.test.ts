import { describe, expect, it } from 'vitest';
import { compose, offersOf } from '../../../functions/letters/compose.ts';
import { askPerson, block, markSent, settle, takeLease } from '../../../functions/letters/delivery.ts';
import { objections, wordsToRecognise } from '../../../functions/letters/letter-guard.ts';
import { faultsInLetter } from '../../../functions/months/signing/faults-in-letter.ts';
import { fileFaults } from '../../../shared/domain/file-faults.ts';
import type { Letter } from '../../../shared/domain/letter.ts';
import { LetterKind, letterKinds } from '../../../shared/domain/letter-kinds.ts';
import { LetterFields, lastLine, lastLineOfForm } from '../../../shared/domain/letters/letter-record.ts';
import { codesInWords, replyFiles } from '../../../shared/domain/letters/reply-form.ts';
import { aLetter, at } from '../../support/builders.ts';

/** Every field there is, each with a value that is found again wherever it stands. */
const everything = {
  municipality: 'KOMMUNEN',
  provider: 'UTFÖRAREN',
  domain: 'DOMÄNEN',
  caseNo: 'ÄRENDET-1',
  orderId: 'B-77',
  month: '2026-10',
  due: at('2026-11-02 12:34'),
  at: at('2026-11-03 21:43'),
  on: '2026-07-04',
  earliest: '2026-07-05',
  latest: '2026-07-06',
  count: 7711,
  questions: 7755,
  overdue: 7722,
  joining: 'NYA',
  contact: 'KONTAKTEN',
  used: 7733,
  ceiling: 7744,
  codes: ['KOD_A', 'KOD_B'],
  cases: [{ caseNo: 'FALL-9', minutes: 8811 }],
  minutes: 777,
  amountOre: 9_922_33,
  faults: [{ file: 'report', row: 6611, column: 'Start', code: 'BAD_TIME' }],
  more: 6622,
  acts: ['confirm', 'not-executed'],
  refusal: 'rejection-without-ceiling',
  masked: true,
  usable: 8866,
  reasons: ['SECOND_INVOICE'],
  reader: true,
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
  questions: /7755/,
  overdue: /7722/,
  joining: /NYA/,
  contact: /KONTAKTEN/,
  used: /7733/,
  ceiling: /7744/,
  codes: /KOD_/,
  cases: /FALL-9|8811/,
  minutes: /777/,
  amountOre: /9 922,33/,
  faults: /6611/,
  more: /6622/,
  acts: /ni har bekräftat/,
  refusal: /Ett nej kan bara/,
  masked: /dolda/,
  usable: /8866/,
  reader: /En person läser/,
  reasons: /redan fakturerad/,
};

const usual = ['overdue', 'reminded', 'escalated', 'incomplete', 'complete', 'draft', 'PICKUP', 'joining', 'FULL'];
const variants = [
  undefined,
  ...usual,
  'done',
  'asked',
  'refused',
  'masked',
  'portal',
  'again',
  'month-asked',
  'domain',
];

/** The four lines, and what stands beneath them. */
const parted = (text: string) => {
  const [letter = '', ...beneath] = text.trimEnd().split('\n\n');
  return { lines: letter.split('\n'), beneath };
};

describe.each(LetterKind.options)('%s, given every field there is', (kind) => {
  it.each(variants)('carries only what its kind allows, in four lines (%s)', (variant) => {
    const { subject, text } = compose(kind, { ...everything, variant }, 'E1');
    const allowed: readonly string[] = letterKinds[kind].fields;
    for (const [field, pattern] of Object.entries(shows)) {
      if (!allowed.includes(field)) expect(`${subject}\n${text}`, `${kind} shows ${field}`).not.toMatch(pattern);
    }
    const { lines, beneath } = parted(text);
    expect(lines).toHaveLength(4);
    expect(lines.every((line) => line.trim().length > 0)).toBe(true);
    expect(beneath).toHaveLength(allowed.includes('faults') ? 1 : 0);
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).toContain(everything.link);
    expect(text).toContain('Skriv aldrig namn eller personuppgifter i mejl.');
    expect(text).not.toMatch(/undefined|null|\bbrev|\bavl(?:iden|ed)|död|sjukhus/i);
    // Minutes, inside and to internal addresses only.
    if (!allowed.includes('cases') && !allowed.includes('minutes')) expect(text).not.toMatch(/minut/i);
  });

  it.each(variants)('names no case where the municipality lets no mail do it (A46) (%s)', (variant) => {
    const link = `https://utfort.example/#/arenden/${everything.caseNo}`;
    const { subject, text } = compose(kind, { ...everything, link, variant }, 'E0');
    expect(`${subject}\n${text}`).not.toContain(everything.caseNo);
    expect(text).not.toMatch(/Ärende\b|^\s|\n\n\n| {2}|undefined/);
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
    const { subject, subjects: others = {} } = letterKinds[kind];
    expect([...new Set(subjects)].filter((one) => one !== subject && !Object.values(others).includes(one))).toEqual([]);
    expect(new Set(subjects).size).toBe(1 + new Set(variants.flatMap((one) => others[one ?? ''] ?? [])).size);
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

it('an incomplete month is told by place and fault in words, the first fifty of them, and nothing of what is written there', () => {
  const errors = Array.from({ length: 60 }, (_, n) => ({
    ...{ file: 'report', row: n + 2, column: 'Slut', code: 'BAD_TIME', message: 'hemligt' },
  }));
  const told = (variant: string, found: typeof errors) => {
    const { codes, faults, more, ...rest } = everything;
    return compose('N14', { ...rest, variant, ...faultsInLetter(found) }, 'E1').text;
  };
  const lines = told('incomplete', errors).trimEnd().split('\n');
  expect(lines.slice(4, 7)).toEqual([
    '',
    'Att rätta:',
    'Tidsrapporten, rad 2, Slut: Tiden finns inte, eller slutet är lika med starten. Skriv TT:MM.',
  ]);
  expect(lines).toHaveLength(4 + 2 + 50 + 1);
  expect(lines.at(-1)).toBe(`och 10 rader till. Se vad som är fel: ${everything.link}`);
  expect(told('incomplete', errors.slice(0, 51))).toContain('\noch 1 rad till. ');
  // Rows are counted, and a row that is named has been.
  const twice = [...errors.slice(0, 50), { ...errors[49], code: 'WRONG_MINUTES' }, ...errors.slice(50, 52)];
  expect(told('incomplete', [...twice, ...twice.slice(51)] as typeof errors)).toContain('\noch 2 rader till. ');
  expect(told('complete', [])).not.toMatch(/rätta|BAD_|hemligt/);
  for (const code of Object.keys(fileFaults))
    expect(told('incomplete', [{ ...errors[0], code } as (typeof errors)[0]])).not.toMatch(/sjukhus|avliden|BAD_|_/i);
  // A place that is none of the files' columns may be somebody's own words.
  const odd = told('incomplete', [{ ...errors[0], column: 'Anna Andersson', row: 3 } as (typeof errors)[0]]);
  expect(odd).toContain('Tidsrapporten, rad 3: Tiden');
  expect(odd).not.toContain('Anna');
});

describe('the form beneath a letter that may be answered', () => {
  const form = (kind: LetterKind, variant?: string) => {
    const { codes, faults, more, ...rest } = everything;
    return parted(compose(kind, { ...rest, variant }, 'E1', offersOf(kind, variant)).text);
  };

  it('has a row for each thing that may be said of a new order, and says so in the last line of the four', () => {
    const { lines, beneath } = form('N05');
    expect(lines[3]).toBe(lastLineOfForm);
    expect(beneath.join('\n').split('\n')).toEqual([
      'Svara på mejlet: skriv ett av orden överst, eller sätt ett kryss (x) på raden.',
      codesInWords,
      '[ ] JA – vi bekräftar',
      '[ ] START åååå-mm-dd – dagen för första besöket',
      '[ ] NEJ, FULLT – vi har inte plats',
      '[ ] EJ UTFÖRT kod orsak – det här utförs inte, och varför (skriv inga namn)',
    ]);
  });

  it('offers only what the kind, or its variant, leaves to be said', () => {
    expect(form('N08').beneath.join()).not.toMatch(/JA|NEJ/);
    expect(form('N01', 'changed').beneath.join()).not.toMatch(/JA|NEJ|START/);
    expect(form('N13').beneath).toEqual([replyFiles.month]);
    for (const [kind, variant] of [['N21'], ['N25'], ['M07', 'done'], ['N14', 'complete']] as const) {
      const { lines, beneath } = form(kind, variant);
      expect([lines[3], beneath]).toEqual([lastLine, []]);
    }
  });

  it('is in no letter that nobody may answer', () => {
    for (const kind of LetterKind.options) expect(compose(kind, everything, 'E1').text).not.toMatch(/\[ \]|kryss/);
  });
});

it('a name in the register never makes another line, nor turns the text around', () => {
  const odd = 'A\r\nBcc: x@y.example\u0000\u202E\u2028B\uD800';
  const { subject, text } = compose('N01', { ...everything, faults: undefined, municipality: odd, caseNo: odd }, 'E1');
  expect(subject).toBe('Ny beställning att bekräfta');
  expect(parted(text).lines).toHaveLength(4);
  for (const sign of ['\r', '\u0000', '\u202E', '\u2028']) expect(text).not.toContain(sign);
  expect(text.isWellFormed()).toBe(true);
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

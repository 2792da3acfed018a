import { LetterKind, letterKinds } from '../../shared/domain/letter-kinds.ts';
import { htmlOfLetter } from '../../shared/domain/letters/html-of-letter.ts';
import type { LetterFields } from '../../shared/domain/letters/letter-record.ts';
import { compose, offersOf } from './compose.ts';

/** Besides the usual words of each kind, the variants that have words of their own. */
const variants: Partial<Record<LetterKind, readonly string[]>> = {
  N01: ['changed'],
  N02: ['overdue'],
  N05: ['PICKUP'],
  N07: ['withdrawn'],
  N08: ['escalated'],
  N12: ['earlier'],
  N13: ['draft'],
  N14: [
    ...(['incomplete', 'draft', 'draft-incomplete', 'draft-report', 'draft-report-incomplete'] as const),
    ...(['draft-report-portal', 'draft-report-portal-incomplete'] as const),
    ...(['draft-deviations', 'draft-deviations-incomplete', 'basis', 'filed', 'filed-stated', 'print-filed'] as const),
    ...(['paper-returned', 'paper-withdrawn'] as const),
  ],
  N15: ['draft', 'closed'],
  N16: ['stated'],
  N17: [
    'correction',
    'correction-near',
    'correction-over',
    'correction-declined',
    'filed',
    'filed-stated',
    'print-filed',
  ],
  N18: ['overdue'],
  N20: ['overdue'],
  N21: ['settled', 'claimed'],
  N22: [
    ...([
      'held',
      'returned',
      'attested',
      'paid',
      'payment-corrected',
      'house-received',
      'house-held',
      'house-returned',
    ] as const),
    ...(['to-attest', 'to-attest-second', 'nobody-left'] as const),
  ],
  N23: ['elsewhere'],
  N24: ['goes-on', 'news', 'told'],
  N25: ['moved', 'assistance', 'assistance-late'],
  N26: ['overdue'],
  N27: ['overdue'],
  N28: ['joining', 'called-off', 'handover'],
  N29: ['reminded', 'overdue', 'untold'],
  N31: ['stays'],
  N32: ['FULL'],
  N36: ['accepted', 'declined', 'withdrawn', 'change', 'handed-over', 'begun', 'ended', 'over', 'resumed'],
  N37: ['registered', 'overdue'],
  N38: ['overdue', 'signed', 'scanned'],
  N39: ['warned', 'due', 'disagree', 'said', 'decided'],
  N40: ['overdue'],
  N41: [
    ...(['deviation', 'lex-sarah', 'injury', 'injury-late', 'measures'] as const),
    ...(['training', 'question', 'answered', 'closed'] as const),
  ],
  N42: ['corrected', 'accepted', 'returned', 'reminded', 'overdue'],
  N43: ['allocated', 'overdue'],
  N44: ['short', 'period'],
  N45: ['meeting', 'meeting-late', 'planned'],
  N46: ['withdrawn', 'forwarded'],
  N48: ['paper', 'reminded'],
  P01: ['overdue'],
  M03: ['went'],
  M06: ['by-provider'],
  M07: [
    'asked',
    'refused',
    'masked',
    'portal',
    'again',
    'month-asked',
    'month-refused',
    'basis-asked',
    'basis-refused',
    'next',
  ],
  M08: ['domain'],
};

/** Nobody's: every field that a letter may carry. */
const invented = {
  municipality: 'Exempelkommun',
  provider: 'Omsorg Ett AB',
  domain: 'utforare1.example',
  caseNo: 'A-1042',
  month: '2026-10',
  due: '2026-11-03T11:00:00.000Z',
  at: '2026-11-02T08:30:00.000Z',
  on: '2026-10-05',
  earliest: '2026-10-12',
  latest: '2026-10-19',
  count: 3,
  questions: 1,
  overdue: 1,
  joining: 'Hemtjänst Två AB',
  contact: '000-00 00 00',
  used: 190,
  ceiling: 200,
  codes: [],
  cases: [{ caseNo: 'A-1042', minutes: 1200 }],
  faults: [
    { file: 'report', row: 12, column: 'Start', code: 'BAD_TIME' },
    { file: 'deviations', row: 4, column: 'Typ', code: 'BAD_TYPE' },
  ],
  more: 2,
  acts: ['confirm', 'start'],
  masked: true,
  usable: 2,
  reader: true,
  reasons: ['WRONG_AMOUNT', 'PII_ON_INVOICE'],
  minutes: 1500,
  amountOre: 1_038_667,
} as const satisfies Omit<LetterFields, 'link'>;

/** What is not so in every variant of a letter: a whole month has no faults, and a refusal has its reason. */
function fieldsOf(kind: LetterKind, variant: string | undefined): LetterFields {
  const carried: ReadonlySet<string> = new Set(['municipality', ...letterKinds[kind].fields]);
  const fields = Object.fromEntries(Object.entries(invented).filter(([field]) => carried.has(field)));
  const isWrong = variant?.endsWith('incomplete') ?? false;
  const isUndone = /(?:refused|asked|again|portal)$/.test(variant ?? '');
  return {
    ...fields,
    municipality: invented.municipality,
    ...(isWrong ? {} : { faults: undefined, more: undefined, usable: undefined }),
    ...(kind === 'N22' && !/^(?:held|returned)$/.test(variant ?? '') ? { reasons: undefined } : {}),
    ...(isUndone ? { acts: undefined, masked: undefined } : {}),
    ...(variant === 'refused' ? { refusal: 'rejection-without-ceiling' } : {}),
    ...(variant === 'month-refused' ? { refusal: 'month-not-over' } : {}),
    // An answer is about an order or about a month.
    ...(kind === 'M07' ? { [/^(?:month|basis)-/.test(variant ?? '') ? 'caseNo' : 'month']: undefined } : {}),
    link: 'https://utfort.example/#/exempel',
    ...(variant === undefined ? {} : { variant }),
  };
}

export type Preview = {
  readonly kind: LetterKind;
  readonly variant: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** Every kind of letter in each of its variants, as its reader gets it, about nobody. */
export const previews = (): readonly Preview[] =>
  LetterKind.options.flatMap((kind) =>
    [undefined, ...(variants[kind] ?? [])].map((variant) => {
      const { subject, text } = compose(kind, fieldsOf(kind, variant), 'E1', offersOf(kind, variant));
      return { kind, variant, subject, text, html: htmlOfLetter(subject, text) };
    }),
  );

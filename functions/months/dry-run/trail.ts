import { firstDay, type Month } from '../../../shared/domain/local-date.ts';
import { swedishDate } from '../../../shared/domain/swedish-date.ts';
import { Outcome } from './row-rules.ts';
import type { TrailRow } from './trail-rows.ts';

/** Why minutes are not paid. */
export type Reason =
  | 'OUT_OF_PERIOD'
  | 'DUPLICATE'
  | 'DOUBLE_STAFFING'
  | 'NOT_ORDERED'
  | 'NOT_IN_FORCE'
  | 'HOSPITAL'
  | 'ABSENT'
  | 'AFTER_DEATH'
  | 'NOTICE_GIVEN'
  | 'NO_DEVIATION_ROW'
  | 'OVER_GRANTED'
  | 'WRONG_BASIS';

/**
 * One step in the explanation of a case's minutes: a row that was not paid (`row`), or a rule that paid (`rows`: how
 * many), or what was done with the case as a whole (neither). `NOTHING` is a row that asked for no minutes.
 */
export type TrailEntry = {
  readonly row?: number;
  readonly rows?: number;
  readonly minutes: number;
  readonly outcome: 'PAID' | 'NOTHING' | Reason;
  /** The rule that carries it, by its id in the catalogue. */
  readonly rule: string;
  readonly text: string;
};

type Sentence = Pick<TrailEntry, 'outcome' | 'rule' | 'text'>;

/** Each outcome of a row, the rule it rests on and what it is called before people. */
const sentences: Record<Outcome, Sentence> = {
  [Outcome.outOfPeriod]: { outcome: 'OUT_OF_PERIOD', rule: 'L-43', text: 'besök utanför månaden – betalas inte' },
  [Outcome.duplicate]: { outcome: 'DUPLICATE', rule: 'L-43', text: 'samma besök rapporterat två gånger' },
  [Outcome.doubleStaffing]: {
    outcome: 'DOUBLE_STAFFING',
    rule: 'L-43',
    text: 'två medarbetare samtidigt – kundens tid räknas en gång',
  },
  [Outcome.notOrdered]: { outcome: 'NOT_ORDERED', rule: 'L-11', text: 'insatsen ingår inte i beställningen' },
  [Outcome.notInForce]: { outcome: 'NOT_IN_FORCE', rule: 'L-11', text: 'beställningen gällde inte den dagen' },
  [Outcome.hospital]: { outcome: 'HOSPITAL', rule: 'L-46', text: 'kunden var på sjukhus – betalas inte' },
  [Outcome.absent]: { outcome: 'ABSENT', rule: 'L-46', text: 'planerad frånvaro – betalas inte' },
  [Outcome.afterDeath]: { outcome: 'AFTER_DEATH', rule: 'L-49', text: 'efter dödsfallet – ersättningen har upphört' },
  [Outcome.noticeGiven]: {
    outcome: 'NOTICE_GIVEN',
    rule: 'L-46',
    text: 'kunden gav besked i tid – bomtid betalas inte',
  },
  [Outcome.noDeviationRow]: {
    outcome: 'NO_DEVIATION_ROW',
    rule: 'L-28',
    text: 'bomtid utan rad i avvikelseblanketten – betalas inte',
  },
  [Outcome.performed]: { outcome: 'PAID', rule: 'L-43', text: 'Utförd tid enligt rapporten' },
  [Outcome.dayAfterDeath]: {
    outcome: 'PAID',
    rule: 'L-48',
    text: 'Dygnet efter dödsfallet – planerade insatser betalas',
  },
  [Outcome.dayOfDeath]: {
    outcome: 'PAID',
    rule: 'A26',
    text: 'Dödsdagen – besök utan tidigare besked betalas som bomtid',
  },
  [Outcome.bomtid]: { outcome: 'PAID', rule: 'L-47', text: 'Ingen hemma, inget besked i tid – bomtid betalas' },
  [Outcome.nothing]: { outcome: 'NOTHING', rule: 'L-43', text: 'Inget besök, ingen tid redovisad' },
  [Outcome.beyondOrdered]: {
    outcome: 'AFTER_DEATH',
    rule: 'L-48',
    text: 'dygnet efter dödsfallet betalas bara planerad tid',
  },
};

/** One row's entry. Its day, when it lies in the month, is said first: `24 okt: samma besök …`. */
export function rowEntry(inMonth: string, { row, day, minutes, outcome }: TrailRow): TrailEntry {
  const { text, ...sentence } = sentences[outcome];
  return { row, minutes, ...sentence, text: day === 0 ? capital(text) : `${day} ${inMonth}: ${small(text)}` };
}

/** All rows that one rule paid. */
export const paidEntry = (rows: number, minutes: number, outcome: Outcome): TrailEntry => ({
  rows,
  minutes,
  ...sentences[outcome],
});

/** Nothing was reported, nothing is paid (L-43). */
export const notReported: TrailEntry = {
  rows: 0,
  minutes: 0,
  outcome: 'PAID',
  rule: 'L-43',
  text: 'Inget redovisat i rapporten – inget betalas',
};

export const overGranted = (minutes: number): TrailEntry => ({
  minutes,
  outcome: 'OVER_GRANTED',
  rule: 'L-38',
  text: 'Mer tid än den beviljade – överskjutande tid debiteras inte',
});

export const wrongBasis = (minutes: number): TrailEntry => ({
  minutes,
  outcome: 'WRONG_BASIS',
  rule: 'L-44',
  text: 'Felaktigt underlag – tiden debiteras inte',
});

export const topUpEntry = (minutes: number): TrailEntry => ({
  minutes,
  outcome: 'PAID',
  rule: 'L-44',
  text: 'Felaktigt underlag – beviljad tid debiteras, mer än vad raderna visar',
});

/** What a date of the month is called after its day: `okt`. */
export const nameInDates = (month: Month): string => swedishDate(firstDay(month)).replace(/^.* /, '');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

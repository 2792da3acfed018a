import { firstDay, type Month } from '../../../shared/domain/local-date.ts';
import { swedishDate } from '../../../shared/domain/swedish-date.ts';
import { holds } from './day-set.ts';
import type { DeviationDays } from './deviation-days.ts';
import type { TrailRow } from './trail-rows.ts';
import { RowOutcome } from './visit-outcome.ts';

/** Why minutes are not paid. */
export type UnpaidReason =
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
  readonly outcome: 'PAID' | 'NOTHING' | UnpaidReason;
  /** The rule that carries it, by its id in the catalogue. */
  readonly rule: string;
  readonly text: string;
};

type Sentence = Pick<TrailEntry, 'outcome' | 'rule' | 'text'>;

/** Each outcome of a row, the rule it rests on and what it is called before people. */
const sentences: Record<RowOutcome, Sentence> = {
  [RowOutcome.outOfPeriod]: { outcome: 'OUT_OF_PERIOD', rule: 'L-43', text: 'besök utanför månaden – betalas inte' },
  [RowOutcome.duplicate]: { outcome: 'DUPLICATE', rule: 'L-43', text: 'samma besök rapporterat två gånger' },
  [RowOutcome.doubleStaffing]: {
    outcome: 'DOUBLE_STAFFING',
    rule: 'L-43',
    text: 'två medarbetare samtidigt – kundens tid räknas en gång',
  },
  [RowOutcome.notOrdered]: { outcome: 'NOT_ORDERED', rule: 'L-11', text: 'insatsen ingår inte i beställningen' },
  [RowOutcome.notInForce]: { outcome: 'NOT_IN_FORCE', rule: 'L-11', text: 'beställningen gällde inte den dagen' },
  [RowOutcome.hospital]: { outcome: 'HOSPITAL', rule: 'L-46', text: 'kunden var på sjukhus – betalas inte' },
  [RowOutcome.absent]: { outcome: 'ABSENT', rule: 'L-46', text: 'planerad frånvaro – betalas inte' },
  [RowOutcome.afterDeath]: {
    outcome: 'AFTER_DEATH',
    rule: 'L-49',
    text: 'efter dödsfallet – ersättningen har upphört',
  },
  [RowOutcome.noticeGiven]: {
    outcome: 'NOTICE_GIVEN',
    rule: 'L-46',
    text: 'kunden gav besked i tid – bomtid betalas inte',
  },
  [RowOutcome.noDeviationRow]: {
    outcome: 'NO_DEVIATION_ROW',
    rule: 'L-28',
    text: 'bomtid utan rad i avvikelseblanketten – betalas inte',
  },
  [RowOutcome.performed]: { outcome: 'PAID', rule: 'L-43', text: 'Utförd tid enligt rapporten' },
  [RowOutcome.dayAfterDeath]: {
    outcome: 'PAID',
    rule: 'L-48',
    text: 'Dygnet efter dödsfallet – planerade insatser betalas',
  },
  [RowOutcome.dayOfDeath]: {
    outcome: 'PAID',
    rule: 'A26',
    text: 'Dödsdagen – besök utan tidigare besked betalas som bomtid',
  },
  [RowOutcome.bomtid]: { outcome: 'PAID', rule: 'L-47', text: 'Ingen hemma, inget besked i tid – bomtid betalas' },
  [RowOutcome.nothing]: { outcome: 'NOTHING', rule: 'L-43', text: 'Inget besök, ingen tid redovisad' },
  [RowOutcome.beyondOrdered]: {
    outcome: 'AFTER_DEATH',
    rule: 'L-48',
    text: 'dygnet efter dödsfallet betalas bara planerad tid',
  },
  [RowOutcome.admission]: { outcome: 'PAID', rule: 'L-47', text: 'Inlagd på sjukhus samma dag – bomtid betalas' },
  [RowOutcome.knownAdmission]: { outcome: 'PAID', rule: 'L-47', text: 'Inlagd på sjukhus samma dag – bomtid betalas' },
};

/** Said where the municipality's own knowledge decides, whatever the form says. */
const byMunicipality = ' (kommunens egen uppgift)';

/** Whether an outcome on a day rests on what the municipality itself knows. */
function isKnown(outcome: RowOutcome, day: number, { known }: Pick<DeviationDays, 'known'>): boolean {
  if (outcome === RowOutcome.hospital) return holds(known.hospital, day);
  return outcome === RowOutcome.knownAdmission || (known.death && ofDeath.has(outcome));
}

const ofDeath: ReadonlySet<RowOutcome> = new Set([
  ...[RowOutcome.afterDeath, RowOutcome.beyondOrdered],
  ...[RowOutcome.dayOfDeath, RowOutcome.dayAfterDeath],
]);

/** One row's entry. Its day, when it lies in the month, is said first: `24 okt: samma besök …`. */
export function rowEntry(
  inMonth: string,
  { row, day, minutes, outcome }: TrailRow,
  of: Pick<DeviationDays, 'known'>,
): TrailEntry {
  const { text: words, ...sentence } = sentences[outcome];
  const text = isKnown(outcome, day, of) ? words + byMunicipality : words;
  return { row, minutes, ...sentence, text: day === 0 ? capital(text) : `${day} ${inMonth}: ${small(text)}` };
}

type Paid = { readonly rows: number; readonly minutes: number };

/** All rows that each rule paid, one entry a rule. */
export function* paidEntries(
  of: Pick<DeviationDays, 'known'>,
  paidBy: (outcome: RowOutcome) => Paid,
): Generator<TrailEntry> {
  for (const outcomes of payingRules) {
    const [outcome] = outcomes;
    let [rows, minutes] = [0, 0];
    for (const one of outcomes) {
      const paid = paidBy(one);
      rows += paid.rows;
      minutes += paid.minutes;
    }
    if (rows === 0) continue;
    const { rule, text } = sentences[outcome];
    yield { rows, minutes, outcome: 'PAID', rule, text: text + knownAmong(outcome, of, paidBy) };
  }
}

const payingRules = [
  [RowOutcome.performed],
  [RowOutcome.bomtid, RowOutcome.admission, RowOutcome.knownAdmission],
  [RowOutcome.dayOfDeath],
  [RowOutcome.dayAfterDeath],
] as const;

/** What is said of the rows that were paid by what the municipality itself knows. */
function knownAmong(
  outcome: RowOutcome,
  of: Pick<DeviationDays, 'known'>,
  paidBy: (outcome: RowOutcome) => Paid,
): string {
  if (outcome !== RowOutcome.bomtid) return isKnown(outcome, 0, of) ? byMunicipality : '';
  const { rows } = paidBy(RowOutcome.knownAdmission);
  return rows === 0 ? '' : `, ${rows} på en inläggningsdag (kommunens egen uppgift)`;
}

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
  text: 'Felaktigt underlag – beviljad tid för de dagar som kan betalas debiteras, mer än vad raderna visar',
});

/** What a date of the month is called after its day: `okt`. */
export const nameInDates = (month: Month): string => swedishDate(firstDay(month)).replace(/^.* /, '');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

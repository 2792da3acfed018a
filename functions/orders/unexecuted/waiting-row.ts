import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { daysBetween, LocalDate, plusDays, plusMonths } from '../../../shared/domain/local-time.ts';
import { type GrantedDecision, waitReasons } from './decision.ts';
import type { Quarter, UnexecutedRules } from './quarter.ts';

/** A decision that was not carried out in time, as it is reported for a quarter: never to others than by its case number. */
export const WaitingRow = z
  .object({
    caseNo: CaseNumber,
    service: z.string(),
    legalBasis: z.string(),
    kind: z
      .enum(['NOT_EXECUTED', 'NOT_RESUMED'])
      .meta({ description: 'Never carried out in time · not resumed in time after an interruption' }),
    decidedOn: LocalDate,
    since: LocalDate.meta({ description: 'From when it waits: the day of the decision, or of the interruption' }),
    listedFrom: LocalDate.meta({ description: 'The day after the time was over' }),
    reason: z.enum(waitReasons),
    reasonText: z.string().optional(),
    offeredOn: LocalDate.optional(),
    executedOn: LocalDate.optional().meta({
      description: 'Carried out, or resumed; told in one quarter, and then no more',
    }),
    endedOn: LocalDate.optional().meta({ description: 'The decision ceased before it was carried out' }),
    postponedByCustomer: LocalDate.optional().meta({
      description: 'The customer asked to wait for a provider: reported all the same, and no fee comes of it',
    }),
    daysWaited: z.int(),
    orderId: z.string(),
    providerId: z.string(),
  })
  .meta({ id: 'NotExecutedRow' });
export type WaitingRow = z.infer<typeof WaitingRow>;

/** A wait with what ended it. */
type Wait = {
  readonly since: LocalDate;
  readonly executed: GrantedDecision['executed'];
  readonly lastDay: LocalDate | undefined;
};

/** What is known of a wait when a quarter is over, or today; undefined where it is not reported for that quarter. */
function reported(
  { since, executed, lastDay }: Wait,
  quarter: Quarter,
  { today, months }: { readonly today: LocalDate; readonly months: number },
) {
  const asOf = quarter.to < today ? quarter.to : today;
  const due = plusMonths(since, months);
  const listedFrom = plusDays(due, 1);
  const known = executed !== undefined && executed.on <= asOf && executed.toldOn <= asOf ? executed : undefined;
  const ended = lastDay !== undefined && lastDay < asOf && !known ? lastDay : undefined;
  if (listedFrom > asOf || (ended !== undefined && (ended < listedFrom || ended < quarter.from))) return undefined;
  if (known) {
    const toldOn = known.on > known.toldOn ? known.on : known.toldOn;
    // Told once: in the quarter in which it became known.
    if (toldOn < quarter.from) return undefined;
    // In time after all, and nobody has been told otherwise.
    if (known.on <= due && listedFrom >= quarter.from) return undefined;
  }
  const until = known?.on ?? ended ?? asOf;
  return {
    ...{ since, listedFrom, daysWaited: daysBetween(since, until) },
    ...(known ? { executedOn: known.on } : {}),
    ...(ended ? { endedOn: ended } : {}),
  };
}

/** The rows of one decision in a quarter: that it was not carried out in time, and each time that it was not resumed so. */
function rowsOf(
  decision: GrantedDecision,
  quarter: Quarter,
  rules: UnexecutedRules,
  today: LocalDate,
): readonly WaitingRow[] {
  const { caseNo, service, legalBasis, decidedOn, orderId, providerId, executed, lastDay } = decision;
  const { offeredOn, reasonText, postponedByCustomer: postponed } = decision;
  const terms = { today, months: rules.months };
  const about = {
    ...{ caseNo, service, legalBasis, decidedOn, orderId, providerId },
    ...(offeredOn ? { offeredOn } : {}),
  };
  const first = reported({ since: decidedOn, executed, lastDay }, quarter, terms);
  const told = {
    ...(reasonText ? { reasonText } : {}),
    ...(postponed && postponed <= quarter.to ? { postponedByCustomer: postponed } : {}),
  };
  const again = decision.interruptions.flatMap(({ from, to, reason }) => {
    const resumed = to === null ? undefined : { on: to, toldOn: to };
    const wait = reported({ since: from, executed: resumed, lastDay }, quarter, terms);
    return wait ? [{ ...about, kind: 'NOT_RESUMED' as const, reason, ...wait }] : [];
  });
  return [
    ...(first ? [{ ...about, kind: 'NOT_EXECUTED' as const, reason: decision.reason, ...told, ...first }] : []),
    ...again,
  ];
}

export const waitingPlace = ({ caseNo, service, since, kind, orderId }: WaitingRow): string =>
  [caseNo, service, since, kind, orderId].join(' ');

/**
 * What is reported for a quarter: decisions under the paragraphs that the pack names, of which more than its months went
 * by before they were carried out, or resumed. What was carried out within the quarter is told with its day, and is not
 * there in the next.
 */
export const waitingRows = (
  decisions: readonly GrantedDecision[],
  quarter: Quarter,
  rules: UnexecutedRules,
  today: LocalDate,
): readonly WaitingRow[] =>
  decisions
    .filter(({ legalBasis }) => rules.decidedBy.includes(legalBasis))
    .flatMap((decision) => rowsOf(decision, quarter, rules, today))
    .toSorted((one, other) => (waitingPlace(one) < waitingPlace(other) ? -1 : 1));

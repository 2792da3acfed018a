import type { CaseMonth } from './case-month.ts';
import { holds } from './day-set.ts';
import type { ClockNight } from './elapsed.ts';
import { cameEarly } from './notice-in-time.ts';
import type { PayRules } from './pay-rules.ts';
import { Repeat } from './repeated-visits.ts';

/** What became of the visit, as the report states it. */
export const Status = { performed: 0, bomtid: 1, cancelled: 2, notPerformed: 3 } as const;
export type Status = (typeof Status)[keyof typeof Status];

/** How a row came about, as the provider's system says; `unsaid` where it says nothing of it. It decides nothing. */
export const Registered = { unsaid: 0, automatic: 1, manual: 2, changed: 3 } as const;
export type Registered = (typeof Registered)[keyof typeof Registered];

/** A visit row as numbers; `day` is 0 when the date lies outside the month. Reused from row to row. */
export type Visit = {
  row: number;
  caseNumber: number;
  service: number;
  worker: number;
  day: number;
  start: number;
  end: number;
  ordered: number;
  performed: number;
  status: Status;
  registered: Registered;
};

/** Which of the fourteen rules decided a row. Small numbers, since each case counts its rows by them. */
export const RowOutcome = {
  outOfPeriod: 0,
  duplicate: 1,
  doubleStaffing: 2,
  notOrdered: 3,
  notInForce: 4,
  hospital: 5,
  absent: 6,
  afterDeath: 7,
  noticeGiven: 8,
  noDeviationRow: 9,
  performed: 10,
  dayAfterDeath: 11,
  dayOfDeath: 12,
  bomtid: 13,
  nothing: 14,
  /** Not a rule of its own: what was performed above the ordered minutes by rule 8. */
  beyondOrdered: 15,
  /**
   * Rule 13 too, without a form row: the day of an admission that the form reports, or that the municipality knows of.
   */
  admission: 16,
  knownAdmission: 17,
} as const;
export type RowOutcome = (typeof RowOutcome)[keyof typeof RowOutcome];

export const outcomeCount = 18;

/** The outcomes that pay, in the order in which a case's trail names them. */
export const paying = [
  ...[RowOutcome.performed, RowOutcome.bomtid, RowOutcome.admission, RowOutcome.knownAdmission],
  ...[RowOutcome.dayOfDeath, RowOutcome.dayAfterDeath],
] as const;

const isPaying: readonly boolean[] = Array.from({ length: outcomeCount }, (_, outcome) =>
  paying.some((one) => one === outcome),
);
export const isPaid = (outcome: RowOutcome): boolean => isPaying[outcome] === true;

/** The first rule that applies to a readable row decides it; the comments give the rule's number in the order. */
export function outcomeOf(visit: Visit, of: CaseMonth, repeat: Repeat, night: ClockNight, rules: PayRules): RowOutcome {
  const { day, status } = visit;
  if (day === 0) return RowOutcome.outOfPeriod; // 1
  if (repeat === Repeat.sameWorker) return RowOutcome.duplicate; // 2
  if (repeat === Repeat.otherWorker && rules.doubleStaffing === 'ONCE') return RowOutcome.doubleStaffing; // 2
  const inForce = of.services.get(visit.service);
  if (inForce === undefined) return RowOutcome.notOrdered; // 3 (L-11)
  if (!holds(inForce, day)) return RowOutcome.notInForce; // 4
  if (holds(of.hospital, day)) return RowOutcome.hospital; // 5 (L-46)
  if (holds(of.absent, day)) return RowOutcome.absent; // 6 (L-46, A64)
  if (holds(of.afterDeath, day)) return RowOutcome.afterDeath; // 7 (L-49)
  if (holds(of.dayAfterDeath, day) && status !== Status.cancelled) return RowOutcome.dayAfterDeath; // 8 (L-48)
  if (status === Status.performed) return RowOutcome.performed; // 9 (L-43)
  if (status !== Status.bomtid) return RowOutcome.nothing; // 14

  const ahead = of.notices.ahead(day, visit.start);
  if (ahead !== undefined && cameEarly(ahead, visit.start, night, rules)) return RowOutcome.noticeGiven; // 10 (L-46)
  if (holds(of.dayOfDeath, day) && rules.deathDayRemainder === 'BOMTID') return RowOutcome.dayOfDeath; // 11 (A26)
  if (ahead !== undefined) return RowOutcome.bomtid; // 13 (L-47)
  // The stay explains it: nobody could give notice.
  if (holds(of.known.admissions, day)) return RowOutcome.knownAdmission;
  return holds(of.admissions, day) ? RowOutcome.admission : RowOutcome.noDeviationRow; // 12
}

/** What a decided row asks to be paid for. */
export function submittedMinutes(visit: Visit, outcome: RowOutcome): number {
  const { status, ordered, performed } = visit;
  if (outcome === RowOutcome.dayAfterDeath) return status === Status.performed ? Math.max(ordered, performed) : ordered;
  if (status === Status.performed) return performed;
  return status === Status.bomtid ? ordered : 0;
}

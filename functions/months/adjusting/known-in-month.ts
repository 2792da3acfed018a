import { firstDay, type LocalDate, lastDay, type Month } from '../../../shared/domain/local-date.ts';
import { type DaySet, holds } from '../dry-run/day-set.ts';
import { type CaseInMonth, caseDays, serviceDays } from '../dry-run/granted.ts';

/**
 * What was decided and is known of a case as far as its month depends on it: what lies after the month, or on days that
 * are another provider's, is no fact of it.
 */
export type KnownInMonth = {
  readonly days: DaySet;
  /** What is granted on each day of the month, the first at 0, in words that are equal when it is. */
  readonly granted: readonly string[];
  readonly death: LocalDate | undefined;
  readonly stays: readonly string[];
};

const daysOfMonth = Array.from({ length: 31 }, (_, n) => n + 1);

/** The earliest death that counts (A27); one after the last day here changes nothing of it. */
function deathOf({ known = [], to }: CaseInMonth, month: Month): LocalDate | undefined {
  const last = to && to < lastDay(month) ? to : lastDay(month);
  return known.flatMap((fact) => (fact.kind === 'DEATH' && fact.on <= last ? [fact.on] : [])).toSorted()[0];
}

/** The stays that reach into its days here; how far one goes on after the month, or began before it, is all one. */
function staysOf({ known = [], from, to }: CaseInMonth, month: Month): readonly string[] {
  const first = from && from > firstDay(month) ? from : firstDay(month);
  const last = to && to < lastDay(month) ? to : lastDay(month);
  const stays = known.flatMap((fact) =>
    fact.kind === 'HOSPITAL' && fact.from <= last && (!fact.to || fact.to >= first)
      ? [`${fact.from < first ? '' : fact.from}/${fact.to && fact.to <= last ? fact.to : ''}`]
      : [],
  );
  return [...new Set(stays)].toSorted();
}

export function knownInMonth(one: CaseInMonth, month: Month): KnownInMonth {
  const services = one.services.map((service) => ({ ...service, days: serviceDays(service, one, month) }));
  const grantedOn = (day: number): string =>
    services
      .flatMap(({ code, minutesPerMonth, days }) => (holds(days, day) ? [`${code} ${minutesPerMonth}`] : []))
      .toSorted()
      .join(' ');
  return {
    days: caseDays(one, month),
    granted: daysOfMonth.map(grantedOn),
    death: deathOf(one, month),
    stays: staysOf(one, month),
  };
}

/** Whether what is granted differs on a day on which both have the case. */
export const isGrantedOtherwise = (one: KnownInMonth, other: KnownInMonth): boolean =>
  daysOfMonth.some((day) => holds(one.days & other.days, day) && one.granted[day - 1] !== other.granted[day - 1]);

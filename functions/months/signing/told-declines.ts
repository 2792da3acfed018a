import type { DeclinedVisit } from '../../../shared/domain/declined-visit.ts';
import { type Month, monthOf } from '../../../shared/domain/local-time.ts';
import type { Deviation } from '../dry-run/deviation-form.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const clockTime = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** The visits of the month that a form says were declined though they were granted (`AVSAGD`, L-50). */
export const declinedIn = (deviations: readonly Deviation[], month: Month): readonly DeclinedVisit[] =>
  deviations
    .filter(({ type, date }) => type === 'AVSAGD' && monthOf(date) === month)
    .map(({ caseNo, date, start }) => ({
      caseNo,
      on: date,
      ...(start === undefined ? {} : { start: clockTime(start) }),
    }));

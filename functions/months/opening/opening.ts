import type { Deadline } from '../../../shared/domain/deadline.ts';
import { type LocalDate, type Month, plusDays } from '../../../shared/domain/local-time.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import { isWorkingDay } from '../../../shared/domain/working-days.ts';
import { vardagar } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { ProviderMonth } from '../month.ts';
import { monthDates } from './month-dates.ts';
import { reportDeadline, statementDeadline, submissionDeadline } from './month-deadlines.ts';

/** The working day before, when the head is warned (D13). */
function workingDayBefore(date: LocalDate, pack: Pack): LocalDate {
  const before = plusDays(date, -1);
  return isWorkingDay(before, vardagar(pack)) ? before : workingDayBefore(before, pack);
}

export type Opening = { readonly month: ProviderMonth; readonly deadlines: readonly Deadline[] };

/** A provider's month as it opens: its head, and the three dates with their reasons (D10, D12, D13). */
export function openingOf(
  month: Month,
  providerId: string,
  officers: readonly string[],
  pack: Pack,
): Result<Opening, 'pack-without-month'> {
  const dates = monthDates(month, pack);
  if (!dates.ok) return dates;
  return accept({
    month: { month, providerId, state: 'open', officers: [...officers], chunks: [] },
    deadlines: [
      submissionDeadline(month, providerId, dates.value, pack),
      ...officers.map((officerId) => reportDeadline(month, providerId, officerId, dates.value, pack)),
      statementDeadline(month, providerId, dates.value, workingDayBefore(dates.value.statement, pack), pack),
    ],
  });
}

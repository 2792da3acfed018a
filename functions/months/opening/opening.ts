import { begin, type Deadline, type DeadlineCode } from '../../../shared/domain/deadline.ts';
import { kindOf } from '../../../shared/domain/deadline-kinds.ts';
import { type Instant, instantAt, type LocalDate, type Month, plusDays } from '../../../shared/domain/local-time.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Why } from '../../../shared/domain/why.ts';
import { isWorkingDay } from '../../../shared/domain/working-days.ts';
import { endOfLimit, vardagar } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { ProviderMonth } from '../month.ts';
import { type MonthDates, monthDates } from './month-dates.ts';

type Subject = { readonly month: Month; readonly providerId: string; readonly officerId?: string };

/** Reasons that are about this one date, and those about the calendar that all three share. */
const reasons = (why: readonly Why[], rule: string): Why[] =>
  why.filter((step) => step.rule === rule || !step.rule.startsWith('L-'));

const monthDeadline = (
  code: DeadlineCode,
  subject: Subject,
  due: { readonly dueAt: Instant; readonly remindAt: Instant },
  why: readonly Why[],
): Deadline => begin(code, { subject: { kind: 'month', ...subject }, ...due, why: reasons(why, kindOf(code).rule) });

/** A reminder on the morning of the day itself (N13, N18); the statement's goes out the day before as well (D13). */
const onTheDay = (date: LocalDate, pack: Pack) => ({
  dueAt: endOfLimit(date, pack),
  remindAt: instantAt(date, '08:00'),
});

/** The submission of a provider's month (D10, L-22, L-25). */
const submissionDeadline = (month: Month, providerId: string, dates: MonthDates, pack: Pack): Deadline =>
  monthDeadline('D10', { month, providerId }, onTheDay(dates.submission, pack), dates.why);

/** Each officer's signed report about the provider (D12, L-33). */
const reportDeadline = (month: Month, providerId: string, officerId: string, dates: MonthDates, pack: Pack): Deadline =>
  monthDeadline('D12', { month, providerId, officerId }, onTheDay(dates.report, pack), dates.why);

/** The head's statement to the provider (D13, L-37); warned on the working day before. */
const statementDeadline = (
  month: Month,
  providerId: string,
  dates: MonthDates,
  warnOn: LocalDate,
  pack: Pack,
): Deadline => {
  const due = { dueAt: endOfLimit(dates.statement, pack), remindAt: instantAt(warnOn, '08:00') };
  return monthDeadline('D13', { month, providerId }, due, dates.why);
};

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

/** The split of what came in between the officers (D11, L-30): done by the system in the moment it is received. */
export const splitDeadline = (month: Month, providerId: string, at: Instant, until: Instant): Deadline => ({
  ...begin('D11', {
    subject: { kind: 'month', month, providerId },
    dueAt: until,
    why: [{ rule: 'L-30', text: 'Materialet delades mellan ansvariga handläggare när det kom in.' }],
  }),
  state: 'done',
  doneAt: at,
});

import {
  daysBetween,
  firstDay,
  type LocalDate,
  type Month,
  nextMonth,
  plusDays,
  swedishDate,
  swedishMonth,
} from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Why } from '../../../shared/domain/why.ts';
import { type Calendar, closedBecause, nthWorkingDay } from '../../../shared/domain/working-days.ts';
import { hourOfLimit, vardagar } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';

/** The days at whose end a service month's papers are due, each in the month after. */
export type MonthDates = {
  readonly submission: LocalDate;
  readonly report: LocalDate;
  readonly statement: LocalDate;
  readonly why: readonly Why[];
};

const weekend = ({ saturdayIsVardag }: Calendar): Why => ({
  rule: 'A16',
  text: saturdayIsVardag
    ? 'Söndagar räknas inte som vardagar, men det gör lördagar.'
    : 'Lördagar och söndagar räknas inte som vardagar.',
});

/** Every day up to the last limit that a calendar on the wall would not explain: holidays, eves and closed days. */
const namedDays = (from: LocalDate, to: LocalDate, calendar: Calendar): Why[] =>
  Array.from({ length: daysBetween(from, to) }, (_, index) => plusDays(from, index)).flatMap((date) => {
    const reason = closedBecause(date, calendar);
    const plain = reason === undefined || reason === 'söndag' || reason === 'lördag';
    return plain ? [] : [{ rule: 'A16', text: `${swedishDate(date)} räknas inte: ${reason}.` }];
  });

/**
 * When a service month's submission, signed report and statement are due: working days of the month after,
 * each until the day's end (L-22, L-33, L-37, A16, A18). Refused for a routine that has no month.
 */
export function monthDates(month: Month, pack: Pack): Result<MonthDates, 'pack-without-month'> {
  if (!pack.month) return refuse('invalid', 'pack-without-month');
  const calendar = vardagar(pack);
  const due = nextMonth(month);
  const nth = { submission: pack.params['monthly.dueVardag'], ...pack.month };
  const submission = nthWorkingDay(due, nth.submission, calendar);
  const report = nthWorkingDay(due, nth.report, calendar);
  const statement = nthWorkingDay(due, nth.statement, calendar);
  const until = (n: number, date: LocalDate) =>
    `den ${n}:${n < 3 ? 'a' : 'e'} vardagen i ${swedishMonth(due)}, senast ${swedishDate(date)} kl. ${hourOfLimit(pack)}.`;
  return accept({
    submission,
    report,
    statement,
    why: [
      { rule: 'L-22', text: `Redovisningen lämnas ${until(nth.submission, submission)}` },
      { rule: 'L-33', text: `Handläggarens undertecknade rapport lämnas ${until(nth.report, report)}` },
      { rule: 'L-37', text: `Sammanställningen skickas ${until(nth.statement, statement)}` },
      weekend(calendar),
      ...namedDays(firstDay(due), statement, calendar),
    ],
  });
}

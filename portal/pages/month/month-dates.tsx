import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { DeadlineBox } from '../../parts/deadline-box.tsx';
import type { MonthView } from './lines.ts';

const codes = ['D10', 'D12', 'D13'] as const;

/** The month's three dates, each with its reason; of the reports' only one's own. */
export function MonthDueDates({
  deadlines,
  officerId,
  closedAt,
}: {
  readonly deadlines: MonthView['deadlines'];
  readonly officerId?: string;
  /** When the month was closed with nothing handed in: that ends the provider's date without its being met (A81). */
  readonly closedAt?: string;
}) {
  const { month } = useWords();
  return (
    <div class="dates">
      {codes.map((code) => {
        const found = deadlines.find((one) => one.code === code && (code !== 'D12' || one.officerId === officerId));
        if (!found) return null;
        const { state, ...deadline } = found;
        const shown = state === 'lapsed' ? 'done' : state;
        const isEnded =
          code === 'D10' &&
          closedAt !== undefined &&
          deadline.doneAt !== undefined &&
          dateTime(deadline.doneAt) === dateTime(closedAt);
        return (
          <DeadlineBox
            key={code}
            title={month.dates[code]}
            deadline={{ ...deadline, state: shown }}
            ended={isEnded ? month.closedOn(dateTime(closedAt)) : undefined}
          />
        );
      })}
    </div>
  );
}

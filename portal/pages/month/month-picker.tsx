import { monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { monthBeside } from './lines.ts';

/** The month before, the month itself with the year's others behind it, the month after. */
export function MonthPicker({ month: now }: { readonly month: string }) {
  const { month } = useWords();
  const to = (other: string) => hrefOf('/manad/:month', { month: other });
  const [before, after] = [monthBeside(now, -1), monthBeside(now, 1)];
  return (
    <nav class="month-picker" aria-label={month.months}>
      <a href={to(before)}>
        <span aria-hidden="true">‹</span>
        <span class="ds-sr-only">{`${month.earlier}, ${monthName(before)}`}</span>
      </a>
      <details>
        <summary>{monthName(now)}</summary>
        <ul class="card">
          {Array.from({ length: 12 }, (_, index) => monthBeside(now, 2 - index)).map((other) => (
            <li key={other}>
              <a href={to(other)} aria-current={other === now ? 'page' : undefined}>
                {monthName(other)}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <a href={to(after)}>
        <span aria-hidden="true">›</span>
        <span class="ds-sr-only">{`${month.later}, ${monthName(after)}`}</span>
      </a>
    </nav>
  );
}

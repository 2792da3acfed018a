import { monthName, tight } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { DataTable } from '../../parts/table.tsx';
import { type CaseMonthSum, latestMonths } from './case-months.ts';
import { differenceIn } from './difference.ts';
import { en, sv } from './line-words.ts';

const height = 72;
const bar = 14;

/** Two bars a month: what was granted, and what was performed of it. The table beneath says the same in figures. */
function Bars({ months }: { readonly months: readonly CaseMonthSum[] }) {
  const own = useOwnWords(sv, en);
  const most = Math.max(1, ...months.flatMap(({ granted, performed }) => [granted, performed]));
  const tall = (minutes: number) => Math.round((minutes / most) * height);
  return (
    <div class="bars" role="img" aria-label={own.picture(months.map(({ month }) => monthName(month)).join(', '))}>
      {months.map(({ month, granted, performed }) => (
        <span key={month}>
          <svg width={2 * bar + 4} height={height + 1} aria-hidden="true">
            <rect class="granted" x="1" y={height - tall(granted)} width={bar} height={tall(granted)} />
            <rect class="performed" x={bar + 3} y={height - tall(performed)} width={bar} height={tall(performed)} />
          </svg>
          <small>{monthName(month).slice(0, 3)}</small>
        </span>
      ))}
    </div>
  );
}

/** A case's last half year as a small picture with its table: what an officer looks at while somebody is on the line. */
export function CaseMonthsPicture({ caseNo, until }: { readonly caseNo: string; readonly until: string }) {
  const { columns } = useWords().month;
  const own = useOwnWords(sv, en);
  const asking = useAsk('GET /cases/{caseNo}/months', { path: { caseNo } });
  return (
    <section class="case-months">
      <h3>{own.title}</h3>
      <Loaded of={asking}>
        {({ items }) => {
          const months = latestMonths(items, until);
          if (months.length === 0) return <p class="soft">{own.none}</p>;
          return (
            <>
              <Bars months={months} />
              <DataTable
                caption={own.title}
                captionHidden
                rows={months}
                keyOf={({ month }) => month}
                columns={[
                  {
                    id: 'month',
                    name: own.month,
                    cell: ({ month }) => `${monthName(month).slice(0, 3)} ${month.slice(0, 4)}`,
                  },
                  { id: 'granted', name: columns.granted, figure: true, cell: ({ granted }) => tight(granted) },
                  { id: 'performed', name: columns.performed, figure: true, cell: ({ performed }) => tight(performed) },
                  { id: 'difference', name: own.difference, cell: (one) => differenceIn(one, own) },
                ]}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

import type { reportContent } from '../../../functions/months/signing/report.ts';
import { money, monthName } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { signedHours } from '../../app/signed-hours.ts';
import { DataTable } from '../../parts/table.tsx';
import { en, sv } from './report-adjustments-words.ts';

type Adjustments = NonNullable<ReturnType<typeof reportContent>['adjustments']>;
/** One that was signed before the öre stood in it says its minutes alone. */
type Row = Omit<Adjustments[number], 'amountOre'> & { readonly amountOre?: number };

/** What is signed of months that are stated, a row each: minutes and kronor, why, and what the officer says (After the close). */
export function ReportAdjustments({
  adjustments,
  provider,
}: {
  readonly adjustments: Adjustments;
  readonly provider: string;
}) {
  const { month, signing } = useWords();
  const own = useOwnWords(sv, en);
  const rows: readonly Row[] = adjustments;
  const sum = rows.reduce((all, { minutes }) => all + minutes, 0);
  return (
    <DataTable
      caption={signing.adjustmentsTable}
      rows={rows}
      keyOf={({ month: of, caseNo }) => `${of} ${caseNo}`}
      columns={[
        {
          id: 'month',
          name: signing.month,
          cell: ({ month: of }) => (
            <a
              class="ds-link"
              href={hrefOf('/manad/:month/:providerId/justeringar', { month: of, providerId: provider })}
            >
              {monthName(of)}
            </a>
          ),
        },
        { id: 'caseNo', name: month.columns.caseNo, cell: ({ caseNo }) => caseNo },
        {
          id: 'minutes',
          name: signing.adjustmentTime,
          figure: true,
          cell: ({ minutes }) => signedHours(minutes),
          foot: signedHours(sum),
        },
        {
          id: 'amount',
          name: signing.amount,
          figure: true,
          cell: ({ amountOre }) => (amountOre === undefined ? '' : money(amountOre)),
          foot: money(rows.reduce((all, { amountOre = 0 }) => all + amountOre, 0)),
        },
        {
          id: 'why',
          name: own.why,
          cell: ({ reason }) =>
            reason
              .split(' ')
              .map((fact) => own.facts[fact] ?? fact)
              .join(', '),
        },
        { id: 'comment', name: signing.comment, cell: ({ comment }) => comment },
      ]}
    />
  );
}

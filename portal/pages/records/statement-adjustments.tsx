import type { StatementContent } from '../../../functions/months/statement/statement.ts';
import { money, tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { DataTable } from '../../parts/table.tsx';

type Of = { readonly month: string; readonly providerId: string };

type Row = NonNullable<StatementContent['adjustments']>[number];

/** What is adjusted of earlier months, a row each: minutes and kronor, why, and who decided it. */
export function StatementAdjustments({
  statement,
  of,
}: {
  readonly statement: StatementContent;
  readonly of: Of | undefined;
}) {
  const { month, signing } = useWords();
  const { adjustments = [], adjustmentsOre = 0, officers = {} } = statement;
  if (adjustments.length === 0) return null;
  return (
    <DataTable
      caption={signing.adjustmentsTable}
      rows={adjustments}
      keyOf={({ number }) => number}
      columns={[
        {
          id: 'number',
          name: signing.adjustmentNumber,
          foot: month.sumAll(adjustments.length),
          cell: ({ number, month: about }: Row) =>
            of ? (
              <a
                class="ds-link"
                href={hrefOf('/manad/:month/:providerId/justeringar', { month: about, providerId: of.providerId })}
              >
                {number}
              </a>
            ) : (
              number
            ),
        },
        { id: 'caseNo', name: month.columns.caseNo, cell: ({ caseNo }: Row) => caseNo },
        {
          id: 'minutes',
          name: signing.adjustmentTime,
          figure: true,
          cell: ({ minutes }: Row) => `${minutes < 0 ? '−' : '+'}${tight(Math.abs(minutes))}`,
        },
        {
          id: 'amount',
          name: signing.amount,
          figure: true,
          cell: ({ amountOre }: Row) => money(amountOre),
          foot: money(adjustmentsOre),
        },
        { id: 'comment', name: signing.comment, cell: ({ comment }: Row) => comment },
        { id: 'by', name: signing.decidedBy, cell: ({ decidedBy }: Row) => officers[decidedBy] ?? decidedBy },
      ]}
    />
  );
}

import type { StatementContent } from '../../../functions/months/statement/statement.ts';
import { hours, money, tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { SummaryList } from '../../parts/summary-list.tsx';
import { Table } from '../../parts/table.tsx';

/** A statement's sums, and what was not approved as it was handed in (L-37). */
export function StatementSummary({ statement }: { readonly statement: StatementContent }) {
  const { month } = useWords();
  const { signing, columns, handIn } = month;
  const { lines, provider, totalMinutes, orePerHour, amountOre, invoiceAddress, comment } = statement;
  const notApproved = lines.filter(({ decision, unpaid }) => decision !== 'APPROVED' || Object.keys(unpaid).length > 0);
  return (
    <>
      <SummaryList
        rows={[
          { name: signing.provider, value: provider.name },
          { name: signing.cases, value: lines.length },
          { name: signing.charged, value: hours(totalMinutes) },
          { name: signing.rate, value: money(orePerHour) },
          { name: signing.amount, value: <b>{money(amountOre)}</b> },
          { name: signing.address, value: invoiceAddress },
          { name: signing.comment, value: comment || signing.noComment },
        ]}
      />
      {notApproved.length === 0 ? (
        <p>{handIn.noNotApproved}</p>
      ) : (
        <Table
          caption={handIn.notApproved}
          rows={notApproved}
          keyOf={({ caseNo }) => caseNo}
          columns={[
            { id: 'caseNo', name: columns.caseNo, cell: ({ caseNo }) => caseNo },
            { id: 'granted', name: columns.granted, figure: true, cell: ({ granted }) => tight(granted) },
            { id: 'charged', name: columns.charged, figure: true, cell: ({ charged }) => tight(charged) },
            {
              id: 'unpaid',
              name: columns.unpaid,
              cell: ({ unpaid }) =>
                Object.entries(unpaid)
                  .map(([code, minutes]) => `${month.reasons[code] ?? code} ${tight(minutes)}`)
                  .join(', '),
            },
            { id: 'decision', name: columns.decision, cell: ({ decision }) => month.decisions[decision] },
            {
              id: 'comment',
              name: signing.comment,
              cell: (line) =>
                [line.faultCode && (month.faults[line.faultCode] ?? line.faultCode), line.comment]
                  .filter(Boolean)
                  .join('. '),
            },
          ]}
        />
      )}
    </>
  );
}

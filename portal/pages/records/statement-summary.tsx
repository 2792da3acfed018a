import type { StatementContent } from '../../../functions/months/statement/statement.ts';
import { hours, money, tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { SummaryList } from '../../parts/summary-list.tsx';
import { DataTable } from '../../parts/table.tsx';
import { partsOf, unpaidOf } from './statement-parts.ts';

type Line = StatementContent['lines'][number];

/** The cases under one heading, and what the heading counts. */
function Cases({ caption, lines }: { readonly caption: string; readonly lines: readonly Line[] }) {
  const { month, signing } = useWords();
  const { columns } = month;
  if (lines.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      rows={lines}
      keyOf={({ caseNo }) => caseNo}
      columns={[
        {
          id: 'caseNo',
          name: columns.caseNo,
          cell: ({ caseNo }) => caseNo,
          foot: month.sumAll(lines.length),
        },
        { id: 'granted', name: columns.granted, figure: true, cell: ({ granted }) => tight(granted) },
        { id: 'charged', name: columns.charged, figure: true, cell: ({ charged }) => tight(charged) },
        {
          id: 'unpaid',
          name: columns.unpaid,
          cell: (line) =>
            Object.entries(line.unpaid)
              .filter(([, minutes]) => minutes > 0)
              .map(([code, minutes]) => `${month.reasons[code] ?? code} ${tight(minutes)}`)
              .join(', '),
          foot: tight(lines.reduce((sum, line) => sum + unpaidOf(line), 0)),
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
  );
}

/** A statement's sums, the time that is not paid, and what else was remarked on (L-37). */
export function StatementSummary({ statement }: { readonly statement: StatementContent }) {
  const { signing, handIn } = useWords();
  const { lines, provider, totalMinutes, orePerHour, amountOre, invoiceAddress, comment } = statement;
  const { notPaid, remarked } = partsOf(lines);
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
      {notPaid.length === 0 ? <p>{handIn.allPaid}</p> : <Cases caption={handIn.notPaid} lines={notPaid} />}
      <Cases caption={handIn.remarked} lines={remarked} />
    </>
  );
}

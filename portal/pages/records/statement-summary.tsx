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

type Row = NonNullable<StatementContent['adjustments']>[number];

/** What is adjusted of earlier months, a row each: minutes and kronor, why, and who decided it. */
function Adjustments({ statement }: { readonly statement: StatementContent }) {
  const { month, signing } = useWords();
  const { adjustments = [], adjustmentsOre = 0, officers = {} } = statement;
  if (adjustments.length === 0) return null;
  return (
    <DataTable
      caption={signing.adjustmentsTable}
      rows={adjustments}
      keyOf={({ number }) => number}
      columns={[
        { id: 'number', name: signing.adjustmentNumber, cell: ({ number }: Row) => number },
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

/** What the month comes to where it is not its own hours alone. */
function netRows(statement: StatementContent, words: ReturnType<typeof useWords>['signing']) {
  const { amountOre, adjustmentsOre = 0, broughtForwardOre = 0, carriedForwardOre = 0 } = statement;
  const { toInvoiceOre = amountOre } = statement;
  if (adjustmentsOre === 0 && broughtForwardOre === 0 && toInvoiceOre === amountOre)
    return [{ name: words.amount, value: <b>{money(amountOre)}</b> }];
  return [
    { name: words.ownHours, value: money(amountOre) },
    { name: words.adjustments, value: money(adjustmentsOre) },
    ...(broughtForwardOre === 0 ? [] : [{ name: words.broughtForward, value: money(broughtForwardOre) }]),
    { name: words.toInvoice, value: <b>{money(toInvoiceOre)}</b> },
    ...(carriedForwardOre === 0 ? [] : [{ name: words.carriedForward, value: money(carriedForwardOre) }]),
  ];
}

/** A statement's sums, the time that is not paid, and what else was remarked on (L-37). */
export function StatementSummary({ statement }: { readonly statement: StatementContent }) {
  const { signing, handIn } = useWords();
  const { lines, provider, totalMinutes, orePerHour, invoiceAddress, comment } = statement;
  const { notPaid, remarked } = partsOf(lines);
  return (
    <>
      <SummaryList
        rows={[
          { name: signing.provider, value: provider.name },
          { name: signing.cases, value: lines.length },
          { name: signing.charged, value: hours(totalMinutes) },
          { name: signing.rate, value: money(orePerHour) },
          ...netRows(statement, signing),
          { name: signing.address, value: invoiceAddress },
          { name: signing.comment, value: comment || signing.noComment },
        ]}
      />
      <Adjustments statement={statement} />
      {notPaid.length === 0 ? <p>{handIn.allPaid}</p> : <Cases caption={handIn.notPaid} lines={notPaid} />}
      <Cases caption={handIn.remarked} lines={remarked} />
    </>
  );
}

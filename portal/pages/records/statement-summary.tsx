import { useRef } from 'preact/hooks';
import type { StatementContent } from '../../../functions/months/statement/statement.ts';
import { hours, money, tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { DataTable } from '../../parts/table.tsx';
import { useSettlementWords } from '../month/settlement-words.ts';
import { WhyLine } from '../month/why-line.tsx';
import { partsOf, unpaidOf } from './statement-parts.ts';

/** Of months with adjustments alone. */
const StatementAdjustments = lazily(async () => (await import('./statement-adjustments.tsx')).StatementAdjustments);

type Line = StatementContent['lines'][number];

type Of = { readonly month: string; readonly providerId: string };

/** The cases under one heading, and what the heading counts; `of` for whoever may read the reason for each minute. */
function Cases({
  caption,
  lines,
  of,
}: {
  readonly caption: string;
  readonly lines: readonly Line[];
  readonly of: Of | undefined;
}) {
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
        ...(of
          ? [{ id: 'why', name: columns.why, cell: ({ caseNo }: Line) => <WhyLine path={{ ...of, caseNo }} /> }]
          : []),
      ]}
    />
  );
}

type Summarised = StatementContent & {
  /** Of a settlement: what the provider is to pay back, in öre; it has no hours of its own. */
  readonly claimOre?: number;
};

/** What the month comes to where it is not its own hours alone. */
function netRows(statement: Summarised, words: ReturnType<typeof useWords>['signing'], owed: string) {
  const { amountOre, adjustmentsOre = 0, broughtForwardOre = 0, carriedForwardOre = 0 } = statement;
  const { toInvoiceOre = amountOre, claimOre } = statement;
  if (claimOre === undefined && adjustmentsOre === 0 && broughtForwardOre === 0 && toInvoiceOre === amountOre)
    return [{ name: words.amount, value: <b>{money(amountOre)}</b> }];
  return [
    ...(claimOre === undefined ? [{ name: words.ownHours, value: money(amountOre) }] : []),
    { name: words.adjustments, value: money(adjustmentsOre) },
    ...(broughtForwardOre === 0 ? [] : [{ name: words.broughtForward, value: money(broughtForwardOre) }]),
    { name: words.toInvoice, value: <b>{money(toInvoiceOre)}</b> },
    ...(claimOre ? [{ name: owed, value: <b>{money(claimOre)}</b> }] : []),
    ...(carriedForwardOre === 0 ? [] : [{ name: words.carriedForward, value: money(carriedForwardOre) }]),
  ];
}

/** A statement's sums, or a settlement's, the time that is not paid, and what else was remarked on (L-37). */
export function StatementSummary({ statement, of }: { readonly statement: Summarised; readonly of?: Of }) {
  const { signing, handIn } = useWords();
  const { owed } = useSettlementWords();
  const { lines, provider, totalMinutes, orePerHour, invoiceAddress, comment } = statement;
  const { notPaid, remarked } = partsOf(lines);
  const every = useRef<HTMLDetailsElement>(null);
  /** From the sum to the lines that it is of. */
  function toLines(): void {
    if (!every.current) return;
    every.current.open = true;
    every.current.querySelector('summary')?.focus();
  }
  return (
    <>
      <SummaryList
        rows={[
          { name: signing.provider, value: provider.name },
          ...(statement.claimOre === undefined
            ? [
                { name: signing.cases, value: lines.length },
                {
                  name: signing.charged,
                  value: of ? (
                    <button type="button" class="sorter undo" onClick={toLines}>
                      {hours(totalMinutes)}
                      <span class="ds-sr-only"> {signing.everyLine}</span>
                    </button>
                  ) : (
                    hours(totalMinutes)
                  ),
                },
                { name: signing.rate, value: money(orePerHour) },
              ]
            : []),
          ...netRows(statement, signing, owed),
          { name: signing.address, value: invoiceAddress },
          { name: signing.comment, value: comment || signing.noComment },
        ]}
      />
      {statement.adjustments?.length ? <StatementAdjustments statement={statement} of={of} /> : undefined}
      {notPaid.length === 0 ? (
        lines.length > 0 ? (
          <p>{handIn.allPaid}</p>
        ) : undefined
      ) : (
        <Cases caption={handIn.notPaid} lines={notPaid} of={of} />
      )}
      <Cases caption={handIn.remarked} lines={remarked} of={of} />
      {of && lines.length > 0 ? (
        <details ref={every} class="every-line">
          <summary>
            {signing.everyLine} ({lines.length})
          </summary>
          <Cases caption={signing.everyLine} lines={lines} of={of} />
        </details>
      ) : undefined}
    </>
  );
}

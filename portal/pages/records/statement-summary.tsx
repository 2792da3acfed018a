import { useRef } from 'preact/hooks';
import type { StatementContent } from '../../../functions/months/statement/statement.ts';
import { hours, money, tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { DataTable } from '../../parts/table.tsx';
import { WhyLine } from '../month/why-line.tsx';
import { netRows } from './statement-net.tsx';
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

/** A statement's sums, the time that is not paid, and what else was remarked on (L-37). */
export function StatementSummary({ statement, of }: { readonly statement: StatementContent; readonly of?: Of }) {
  const { signing } = useWords();
  const { lines, provider, totalMinutes, orePerHour, invoiceAddress, comment } = statement;
  const { notPaid, remarked } = partsOf(lines);
  const every = useRef<HTMLDetailsElement>(null);
  /** From the sum to the lines that it is of. */
  function toLines(): void {
    if (!every.current) return;
    every.current.open = true;
    every.current.querySelector('summary')?.focus();
  }
  // Of a month that was closed nothing was reported (A81).
  const isReported = lines.some(({ faultCode }) => faultCode !== 'NOT_HANDED_IN');
  return (
    <>
      <SummaryList
        rows={[
          { name: signing.provider, value: provider.name },
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
          ...netRows(statement, signing, of),
          { name: signing.address, value: invoiceAddress },
          { name: signing.comment, value: comment || signing.noComment },
        ]}
      />
      {statement.adjustments?.length ? <StatementAdjustments statement={statement} of={of} /> : undefined}
      {notPaid.length === 0 ? (
        <p>{isReported ? signing.allPaid : signing.notReported}</p>
      ) : (
        <Cases caption={signing.notPaid} lines={notPaid} of={of} />
      )}
      <Cases caption={signing.remarked} lines={remarked} of={of} />
      {of ? (
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

import type { reportContent } from '../../../functions/months/signing/report.ts';
import { hours, tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { DataTable } from '../../parts/table.tsx';

export type SignedReport = ReturnType<typeof reportContent>;

/** Of a report that adjusts months that are stated. */
const ReportAdjustments = lazily(async () => (await import('./report-adjustments.tsx')).ReportAdjustments);

/** A report's sums, and every line of it (L-33). */
export function ReportSummary({ report }: { readonly report: SignedReport }) {
  const { month, signing } = useWords();
  const { columns } = month;
  const { provider, totals, lines, comment, remarks } = report;
  return (
    <>
      <SummaryList
        rows={[
          { name: signing.provider, value: provider.name },
          { name: signing.cases, value: totals.cases },
          { name: signing.granted, value: hours(totals.granted) },
          { name: signing.submitted, value: hours(totals.submitted) },
          { name: signing.unpaid, value: hours(totals.unpaid) },
          { name: signing.topUp, value: hours(totals.topUp) },
          { name: signing.charged, value: <b>{hours(totals.charged)}</b> },
          { name: signing.notApproved, value: month.cases(totals.notApproved) },
          ...(remarks ? [{ name: signing.remarks, value: signing.remarksLeft(remarks.unanswered, remarks.seen) }] : []),
          { name: signing.comment, value: comment || signing.noComment },
        ]}
      />
      {report.adjustments ? <ReportAdjustments adjustments={report.adjustments} provider={provider.id} /> : undefined}
      <details>
        <summary>{signing.everyLine}</summary>
        <DataTable
          caption={signing.everyLine}
          captionHidden
          rows={lines}
          keyOf={({ caseNo }) => caseNo}
          columns={[
            { id: 'caseNo', name: columns.caseNo, cell: ({ caseNo }) => caseNo },
            { id: 'granted', name: columns.granted, figure: true, cell: ({ granted }) => tight(granted) },
            { id: 'charged', name: columns.charged, figure: true, cell: ({ charged }) => tight(charged) },
            { id: 'decision', name: columns.decision, cell: ({ decision }) => month.decisions[decision] },
            { id: 'comment', name: signing.comment, cell: (line) => line.comment ?? '' },
          ]}
        />
      </details>
    </>
  );
}

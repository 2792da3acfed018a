import type { reportContent } from '../../../functions/months/report.ts';
import { ask } from '../../api/client.ts';
import { hours, monthName, tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { SummaryList } from '../../parts/summary-list.tsx';
import { Table } from '../../parts/table.tsx';
import { useReportComment } from './report-box.tsx';
import { Signing } from './signing.tsx';

type Report = ReturnType<typeof reportContent>;

function ReportSummary({ report }: { readonly report: Report }) {
  const { month } = useWords();
  const { signing, columns } = month;
  const { totals, lines, comment } = report;
  return (
    <>
      <SummaryList
        rows={[
          { name: signing.cases, value: totals.cases },
          { name: signing.granted, value: hours(totals.granted) },
          { name: signing.submitted, value: hours(totals.submitted) },
          { name: signing.unpaid, value: hours(totals.unpaid) },
          { name: signing.topUp, value: hours(totals.topUp) },
          { name: signing.charged, value: <b>{hours(totals.charged)}</b> },
          { name: signing.notApproved, value: month.cases(totals.notApproved) },
          { name: signing.comment, value: comment || signing.noComment },
        ]}
      />
      <details>
        <summary>{signing.everyLine}</summary>
        <Table
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

/** The officer's report before and after it is signed (L-33, L-34). */
export function SignReportPage({ params }: PageProps<'/manad/:month/:providerId/rapport'>) {
  const { month: words } = useWords();
  const [{ comment }, , forget] = useReportComment(params);
  const path = params;
  return (
    <Signing
      title={words.signing.report}
      lead={monthName(params.month)}
      of={params}
      back={hrefOf('/manad/:month/:providerId', params)}
      intend={(deed) =>
        ask(
          'POST /months/{month}/providers/{providerId}/report/intent',
          { path, body: comment ? { comment } : {} },
          { deed },
        )
      }
      seal={async (deed, intentId) => {
        const outcome = await ask(
          'POST /months/{month}/providers/{providerId}/report',
          { path, body: { intentId } },
          { deed },
        );
        return outcome.ok
          ? { ...outcome, value: { ...outcome.value.record, at: outcome.value.record.signedAt } }
          : outcome;
      }}
      // What the intent of a report holds is what `reportContent` makes.
      what={({ content }) => <ReportSummary report={content as Report} />}
      onSealed={forget}
    />
  );
}

import type { SettlementContent } from '../../../functions/months/settling/settlement.ts';
import type { StatementContent } from '../../../functions/months/statement/statement.ts';
import type { AgreementContent } from '../../../functions/purchases/agreements/agreement-content.ts';
import type { SignedRecord } from '../../../shared/domain/signed-record.ts';
import { tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { DataTable } from '../../parts/table.tsx';
import { AgreementSummary } from './agreement-summary.tsx';
import { type AttestationContent, AttestationSummary } from './attestation-summary.tsx';
import { ReportSummary, type SignedReport } from './report-summary.tsx';
import { SettlementSummary } from './settlement-summary.tsx';
import { StatementSummary } from './statement-summary.tsx';
import { type SignedSubmission, SubmissionSummary } from './submission-summary.tsx';

function StatementLines({ lines }: Pick<StatementContent, 'lines'>) {
  const { month, signing } = useWords();
  const { columns } = month;
  return (
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
        ]}
      />
    </details>
  );
}

/** What was signed, in words and figures. Only for a record that the municipality's own seal holds together. */
export function RecordContent({ record }: { readonly record: SignedRecord }) {
  const { records } = useWords();
  const { kind, content } = record.payload;
  // Sealed by the service: each kind's content is what its own intent was made of.
  if (kind === 'submission') return <SubmissionSummary submission={content as SignedSubmission} />;
  if (kind === 'report') return <ReportSummary report={content as SignedReport} />;
  if (kind === 'agreement') return <AgreementSummary agreement={content as AgreementContent} />;
  if (kind === 'attestation') return <AttestationSummary attestation={content as AttestationContent} />;
  if (kind === 'checkpoint') return <p>{records.checkpointText}</p>;
  if (kind === 'settlement') return <SettlementSummary settlement={content as SettlementContent} />;
  const statement = content as StatementContent;
  return (
    <>
      <StatementSummary statement={statement} />
      <StatementLines lines={statement.lines} />
    </>
  );
}

import type { submissionContent } from '../../../functions/months/signing/submission.ts';
import { hours, number } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { SummaryList } from '../../parts/summary-list.tsx';

export type SignedSubmission = ReturnType<typeof submissionContent>;

/** The two files that a manager signs, and the sums that the rules found in them (L-22). */
export function SubmissionSummary({ submission }: { readonly submission: SignedSubmission }) {
  const { signing, handIn } = useWords();
  const { report, deviations, errors, cases, submittedMinutes, performedMinutes, declaration } = submission;
  const document = ({ bytes, sha256 }: SignedSubmission['report']) =>
    signing.document(number(Math.ceil(bytes / 100) / 10), sha256.slice(0, 8));
  return (
    <SummaryList
      rows={[
        { name: handIn.fileNames.report, value: document(report) },
        { name: handIn.fileNames.deviations, value: document(deviations) },
        { name: signing.cases, value: number(cases) },
        { name: signing.submitted, value: <b>{hours(submittedMinutes)}</b> },
        { name: signing.performed, value: hours(performedMinutes) },
        { name: signing.errors, value: errors === 0 ? signing.noErrors : number(errors) },
        { name: signing.declaration, value: <span lang="sv">{declaration}</span> },
      ]}
    />
  );
}

import { ask } from '../../api/client.ts';
import { monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useProviders } from '../../app/use-providers.ts';
import { ReportSummary, type SignedReport } from '../records/report-summary.tsx';
import { SigningSteps } from './signing.tsx';
import { useComment } from './use-comment.ts';

/** Of months in whose rows something was seen. */
const RemarksLeft = lazily(async () => (await import('./remarks-left.tsx')).RemarksLeft);

/** Of providers with months that are stated. */
const UndecidedAdjustments = lazily(async () => (await import('./undecided-adjustments.tsx')).UndecidedAdjustments);

/** The officer's report before and after it is signed (L-33, L-34). */
export function SignReportPage({ params }: PageProps<'/manad/:month/:providerId/rapport'>) {
  const { signing } = useWords();
  const nameOf = useProviders();
  const { comment, isLost, forget } = useComment('report', params);
  const path = params;
  return (
    <SigningSteps
      kind="report"
      title={signing.report}
      lead={`${nameOf(params.providerId)}, ${monthName(params.month)}`}
      of={params}
      back={hrefOf('/manad/:month/:providerId', params)}
      isCommentLost={isLost}
      intend={(key) =>
        ask(
          'POST /months/{month}/providers/{providerId}/report/intent',
          { path, body: comment ? { comment } : {} },
          { key },
        )
      }
      seal={async (key, { intentId, idToken: signIn }) => {
        const outcome = await ask(
          'POST /months/{month}/providers/{providerId}/report',
          { path, body: { intentId } },
          { key, signIn },
        );
        return outcome.ok
          ? { ...outcome, value: { ...outcome.value.record, at: outcome.value.record.signedAt } }
          : outcome;
      }}
      // What the intent of a report holds is what `reportContent` makes.
      what={({ content }) => (
        <>
          <RemarksLeft of={params} to="officer" />
          <UndecidedAdjustments of={params} />
          <ReportSummary report={content as SignedReport} />
        </>
      )}
      onSealed={forget}
    />
  );
}

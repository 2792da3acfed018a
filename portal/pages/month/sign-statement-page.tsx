import type { StatementContent } from '../../../functions/months/statement/statement.ts';
import { ask } from '../../api/client.ts';
import { monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useProviders } from '../../app/use-providers.ts';
import { StatementSummary } from '../records/statement-summary.tsx';
import { SigningSteps } from './signing.tsx';
import { useComment } from './use-comment.ts';

/** Of months in whose rows something was seen. */
const RemarksLeft = lazily(async () => (await import('./remarks-left.tsx')).RemarksLeft);

/** The head's statement before and after it is signed and sent (L-37, L-38). */
export function SignStatementPage({ params }: PageProps<'/manad/:month/:providerId/underlag'>) {
  const { signing } = useWords();
  const nameOf = useProviders();
  const { comment, isLost, forget } = useComment('statement', params);
  const path = params;
  return (
    <SigningSteps
      kind="statement"
      title={signing.statement}
      lead={`${nameOf(params.providerId)}, ${monthName(params.month)}`}
      of={params}
      back={hrefOf('/manad/:month/:providerId', params)}
      isCommentLost={isLost}
      intend={(key) =>
        ask(
          'POST /months/{month}/providers/{providerId}/statement/intent',
          { path, body: comment ? { comment } : {} },
          { key },
        )
      }
      seal={async (key, { intentId, idToken: signIn }) => {
        const outcome = await ask(
          'POST /months/{month}/providers/{providerId}/statement',
          { path, body: { intentId } },
          { key, signIn },
        );
        return outcome.ok
          ? { ...outcome, value: { ...outcome.value.record, at: outcome.value.record.signedAt } }
          : outcome;
      }}
      // What the intent of a statement holds has been through this schema.
      what={({ content }) => (
        <>
          <RemarksLeft of={params} to="head" />
          <StatementSummary statement={content as StatementContent} of={params} />
        </>
      )}
      onSealed={forget}
    />
  );
}

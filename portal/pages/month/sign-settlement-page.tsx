import type { SettlementContent } from '../../../functions/months/settling/settlement.ts';
import { ask } from '../../api/client.ts';
import { monthName } from '../../app/format.ts';
import { lazily } from '../../app/lazily.tsx';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useProviders } from '../../app/use-providers.ts';
import { SettlementSummary } from '../records/settlement-summary.tsx';
import { useSettlementWords } from './settlement-words.ts';
import { SigningSteps } from './signing.tsx';
import { useComment } from './use-comment.ts';

type Params = PageProps<'/manad/:month/:providerId/slutavrakning'>['params'];

/** For who reads the page again after it was signed. */
const Settled = lazily(async () => (await import('./settled.tsx')).Settled);

/** The head's settlement, when no later month comes, before and after it is signed and sent. */
export function SignSettlementPage({ params }: { readonly params: Params }) {
  const { title } = useSettlementWords();
  const nameOf = useProviders();
  const { comment, isLost, forget } = useComment('settlement', params);
  const path = params;
  const lead = `${nameOf(params.providerId)}, ${monthName(params.month)}`;
  return (
    <SigningSteps
      kind="settlement"
      already={<Settled of={params} lead={lead} />}
      title={title}
      lead={lead}
      of={params}
      back={hrefOf('/manad/:month/:providerId', params)}
      isCommentLost={isLost}
      intend={(key) =>
        ask(
          'POST /months/{month}/providers/{providerId}/settlement/intent',
          { path, body: comment ? { comment } : {} },
          { key },
        )
      }
      seal={async (key, { intentId, idToken: signIn }) => {
        const outcome = await ask(
          'POST /months/{month}/providers/{providerId}/settlement',
          { path, body: { intentId } },
          { key, signIn },
        );
        return outcome.ok
          ? { ...outcome, value: { ...outcome.value.record, at: outcome.value.record.signedAt } }
          : outcome;
      }}
      // What the intent of a settlement holds has been through this schema.
      what={({ content }) => <SettlementSummary settlement={content as SettlementContent} />}
      onSealed={forget}
    />
  );
}

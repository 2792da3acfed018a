import { useEffect, useState } from 'preact/hooks';
import type { AgreementContent } from '../../../functions/purchases/agreements/agreement-content.ts';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useStore } from '../../app/store.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useSend } from '../../app/use-send.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { session } from '../../sign-in/session.ts';
import { useSignature } from '../../sign-in/use-signature.ts';
import { AgreementLink } from './agreement-link.tsx';

type Intent = AnswerOf<'POST /purchases/{purchaseId}/agreement/signature/intent'>;

/** What will be signed and by whom; the sum is the same for both managers. */
function WhatIsSigned({
  intent,
  purchaseId,
  onSign,
}: {
  readonly intent: Intent;
  readonly purchaseId: string;
  readonly onSign: () => void;
}) {
  const { purchases, purchaseParts, shell } = useWords();
  const { me } = useStore(session);
  const { value: one } = useAsk('GET /purchases/{purchaseId}', { path: { purchaseId } });
  // What the intent of an agreement holds is what `agreementContent` makes.
  const content = intent.content as AgreementContent;
  return (
    <>
      <section class="card sign-block">
        <h2>{purchaseParts.signWhat}</h2>
        <SummaryList
          rows={[
            { name: purchases.buyer, value: content.ordering.name },
            { name: purchases.performer, value: content.receiving.name },
            { name: purchases.agreement, value: purchaseParts.uses[content.use] },
            { name: purchaseParts.checksum, value: <code class="whole">{content.documentSha256}</code> },
          ]}
        />
        {one ? <AgreementLink one={one} /> : undefined}
        <p class="soft">
          {purchaseParts.sameSum} {purchaseParts.signUntil(dateTime(intent.expiresAt))}
        </p>
      </section>
      <section class="card sign-block">
        <h2>{purchaseParts.signWho}</h2>
        <SummaryList
          rows={[
            { name: purchaseParts.signName, value: me?.name ?? me?.userId ?? '' },
            { name: purchaseParts.signRole, value: me ? shell.roles[me.role] : '' },
          ]}
        />
        <p class="soft">{purchaseParts.signGoText}</p>
        <div class="buttons">
          <Button look="primary" onClick={onSign}>
            {purchaseParts.signGo}
          </Button>
          <ButtonLink href={hrefOf('/kop/:purchaseId', { purchaseId })}>{purchaseParts.signBack}</ButtonLink>
        </div>
      </section>
    </>
  );
}

/** The agreement before a manager signs it and after: what is signed, the fresh sign-in for it, who has signed (3.3.4). */
export function SignAgreement({ path }: { readonly path: { readonly purchaseId: string } }) {
  const { purchases, purchaseParts, states } = useWords();
  const [intent, setIntent] = useState<Intent>();
  const wish = useSend((key: string) =>
    ask('POST /purchases/{purchaseId}/agreement/signature/intent', { path, body: {} }, { key }),
  );
  const signature = useSignature((key, { intentId, idToken: signIn }) =>
    ask('POST /purchases/{purchaseId}/agreement/signature', { path, body: { intentId } }, { key, signIn }),
  );
  const [isAnew, setAnew] = useState(!signature.isBack);
  async function prepare(): Promise<void> {
    setAnew(true);
    setIntent(undefined);
    const outcome = await wish.run();
    if (outcome?.ok) setIntent(outcome.value);
  }
  // Once; who is back from signing in has seen it already.
  useEffect(() => {
    if (!signature.isBack) prepare();
  }, []);
  const back = hrefOf('/kop/:purchaseId', path);
  const failure = isAnew ? wish.failure : signature.failure;
  const isPassing = failure?.kind === 'offline' || failure?.kind === 'busy' || failure?.kind === 'failed';
  if (signature.sealed) {
    const { agreement } = signature.sealed;
    return (
      <>
        <PageHead title={purchaseParts.signDone} lead={purchaseParts.agreementStates[agreement.state]} />
        <section class="card sign-block">
          <SummaryList
            rows={[
              { name: purchaseParts.checksum, value: <code class="whole">{agreement.sha256}</code> },
              ...agreement.signatures.map(({ side, at }) => ({ name: purchases.signer[side], value: dateTime(at) })),
            ]}
          />
        </section>
        <ButtonLink look="primary" href={back}>
          {purchaseParts.signBack}
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <PageHead title={purchaseParts.signTitle} />
      {failure ? (
        <>
          {failure.kind === 'conflict' ? (
            <Notice tone="warning" title={failure.title} aloud />
          ) : (
            <FailureNotice failure={failure} again={isPassing ? (isAnew ? prepare : signature.again) : undefined} />
          )}
          <p>{purchaseParts.signFailed}</p>
          <div class="buttons">
            {isAnew ? undefined : (
              <Button look="primary" onClick={prepare}>
                {purchaseParts.signAnew}
              </Button>
            )}
            <ButtonLink href={back}>{purchaseParts.signBack}</ButtonLink>
          </div>
        </>
      ) : intent ? (
        <WhatIsSigned intent={intent} purchaseId={path.purchaseId} onSign={() => signature.sign(intent.intentId)} />
      ) : (
        <p class="loading" role="status">
          {isAnew ? purchaseParts.signPreparing : signature.busy ? purchaseParts.signSealing : states.loading} …
        </p>
      )}
    </>
  );
}

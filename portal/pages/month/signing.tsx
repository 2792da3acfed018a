import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Outcome } from '../../api/outcome.ts';
import { dateTime } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { useStore } from '../../app/store.ts';
import { useSend } from '../../app/use-send.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { session } from '../../sign-in/session.ts';
import { type Seal, useSignature } from '../../sign-in/use-signature.ts';
import { Checksum } from './checksum.tsx';
import { Receipt, type SealedShown, SignedAlready, type signedNow } from './receipt.tsx';
import { en, sv } from './signing-words.ts';

type Intent = {
  readonly intentId: string;
  readonly sha256: string;
  readonly expiresAt: string;
  readonly content: unknown;
};

/** Refusals that say that it has been signed: by oneself before a reload, or in another tab. */
const signedAlready: readonly string[] = [
  'report-signed',
  'statement-sent',
  'nothing-to-settle',
  'intent-spent',
  'invoice-attested',
];

/** The refusal that says that what was shown has been replaced. */
const replacedCode = 'draft-replaced';

type Props<I extends Intent, S extends SealedShown> = {
  readonly kind: keyof typeof signedNow | 'settlement' | 'attestation';
  /** What is shown when there is nothing left to sign, where the month itself does not say it. */
  readonly already?: ComponentChildren;
  /** Whether there is something to sign; files that were chosen do not outlive a reload. */
  readonly isReady?: boolean;
  readonly title: string;
  readonly lead: string;
  readonly intend: (key: string) => Promise<Outcome<I>>;
  readonly seal: Seal<S>;
  /** What will be signed, in words. */
  readonly what: (intent: I) => ComponentChildren;
  readonly of: { readonly month: string; readonly providerId: string };
  readonly back: string;
  /** Where back is, when it is not the month. */
  readonly backText?: string;
  /** A comment was written here, and a reload took it. */
  readonly isCommentLost?: boolean;
  /** What will be signed is not what the page before this one showed. */
  readonly isReplaced?: (intent: I) => boolean;
  /** What became of it, where the signature does not say it all. */
  readonly after?: (sealed: S) => ComponentChildren;
  /** What was being written is sent, and need not be kept. */
  readonly onSealed: () => void;
};

/** The page before a signature and after it: what is signed, who signs, the fresh sign-in, the receipt (3.3.4). */
export function SigningSteps<I extends Intent, S extends SealedShown = SealedShown>(props: Props<I, S>) {
  const {
    kind,
    already,
    isReady = true,
    title,
    lead,
    intend,
    seal,
    what,
    of,
    back,
    backText,
    isCommentLost,
    isReplaced,
    after,
    onSealed,
  } = props;
  const { month, shell, signing, states } = useWords();
  const own = useOwnWords(sv, en);
  const { me } = useStore(session);
  const [intent, setIntent] = useState<I>();
  const wish = useSend((key: string) => intend(key));
  const signature = useSignature(async (key, madeFor) => {
    const outcome = await seal(key, madeFor);
    if (outcome.ok) onSealed();
    return outcome;
  });
  const [isAnew, setAnew] = useState(!signature.isBack);
  const [wasReplaced, setReplaced] = useState(false);

  async function prepare(): Promise<void> {
    setAnew(true);
    setIntent(undefined);
    const outcome = await wish.run();
    if (outcome?.ok) setIntent(outcome.value);
  }
  // Once; who is back from signing in has seen it already.
  useEffect(() => {
    if (!signature.isBack && isReady) prepare();
  }, []);

  // Refused because it is another one now: that one is shown at once, and said to be new.
  useEffect(() => {
    if (signature.failure?.code !== replacedCode) return;
    setReplaced(true);
    prepare();
  }, [signature.failure]);

  const { sealed } = signature;
  const failure = isAnew ? wish.failure : signature.failure;
  const isPassing = failure?.kind === 'offline' || failure?.kind === 'busy' || failure?.kind === 'failed';
  if (sealed)
    return (
      <>
        <PageHead title={signing.done} lead={lead} />
        {after?.(sealed)}
        <Receipt of={of} sealed={sealed} by={me?.name ?? me?.userId ?? ''} />
        <ButtonLink href={back}>{backText ?? month.backToMonth}</ButtonLink>
      </>
    );
  const isSigned = failure !== undefined && signedAlready.includes(failure.code);
  if (isSigned || (!isReady && isAnew))
    return kind === 'attestation' || kind === 'settlement' ? (
      already
    ) : (
      <SignedAlready kind={kind} of={of} lead={lead} back={back} />
    );
  return (
    <>
      <PageHead title={title} lead={lead} />
      {failure ? (
        <>
          {failure.kind === 'conflict' ? (
            // The refusal's own sentence: something is not as it was shown, and nobody need have been first.
            <Notice tone="warning" title={failure.title} aloud>
              {failure.faults.map(({ at, code, message }) => (
                <p key={at}>
                  {at.startsWith('lines.') ? `${at.slice(6)}: ` : ''}
                  {message ?? code}
                </p>
              ))}
            </Notice>
          ) : (
            <FailureNotice failure={failure} again={isPassing ? (isAnew ? prepare : signature.again) : undefined} />
          )}
          <p>{isPassing && !isAnew ? own.unsure : signing.failedText}</p>
          <div class="buttons">
            {isAnew || isPassing ? undefined : (
              <Button look="primary" onClick={prepare}>
                {signing.anew}
              </Button>
            )}
            <ButtonLink href={back}>{backText ?? month.backToMonth}</ButtonLink>
          </div>
        </>
      ) : intent ? (
        <>
          {wasReplaced || isReplaced?.(intent) ? <Notice tone="warning" title={own.replaced} aloud /> : undefined}
          {isCommentLost ? (
            <Notice tone="warning" title={own.commentLost} aloud>
              <p>{own.commentLostText}</p>
            </Notice>
          ) : undefined}
          <section class="card sign-block">
            <h2>{signing.what}</h2>
            {what(intent)}
            <p class="soft">
              {month.checksumOf}: <Checksum of={intent.sha256} />. {signing.until(dateTime(intent.expiresAt))}
            </p>
          </section>
          <section class="card sign-block">
            <h2>{signing.who}</h2>
            <SummaryList
              rows={[
                { name: signing.name, value: me?.name ?? me?.userId ?? '' },
                { name: signing.role, value: me ? shell.roles[me.role] : '' },
              ]}
            />
            <p class="soft">{signing.goText}</p>
            <div class="buttons">
              <Button look="primary" onClick={() => signature.sign(intent.intentId)}>
                {signing.go}
              </Button>
              <ButtonLink href={back}>{backText ?? month.backToMonth}</ButtonLink>
            </div>
          </section>
        </>
      ) : (
        <p class="loading" role="status">
          {isAnew ? signing.preparing : signature.busy ? signing.sealing : states.loading} …
        </p>
      )}
    </>
  );
}

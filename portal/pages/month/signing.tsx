import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Outcome } from '../../api/outcome.ts';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useStore } from '../../app/store.ts';
import { useDeed } from '../../app/use-deed.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { session } from '../../sign-in/session.ts';
import { useSignature } from '../../sign-in/use-signature.ts';
import { Checksum } from './checksum.tsx';
import { RecordLink } from './report-box.tsx';

type Intent = {
  readonly intentId: string;
  readonly sha256: string;
  readonly expiresAt: string;
  readonly content: unknown;
};
type Sealed = { readonly recordId: string; readonly contentSha256?: string; readonly at: string };

type Props<I extends Intent> = {
  readonly title: string;
  readonly lead: string;
  readonly intend: (deed: string) => Promise<Outcome<I>>;
  readonly seal: (deed: string, intentId: string) => Promise<Outcome<Sealed>>;
  /** What will be signed, in words. */
  readonly what: (intent: I) => ComponentChildren;
  readonly of: { readonly month: string; readonly providerId: string };
  readonly back: string;
  /** What was being written is sent, and need not be kept. */
  readonly onSealed: () => void;
};

/** The page before a signature and after it: what is signed, who signs, the fresh sign-in, the receipt (3.3.4). */
export function Signing<I extends Intent>({ title, lead, intend, seal, what, of, back, onSealed }: Props<I>) {
  const { month, shell, states } = useWords();
  const { signing } = month;
  const { me } = useStore(session);
  const [intent, setIntent] = useState<I>();
  const wish = useDeed((deed: string) => intend(deed));
  const signature = useSignature(async (deed, intentId) => {
    const outcome = await seal(deed, intentId);
    if (outcome.ok) onSealed();
    return outcome;
  });
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

  const { sealed } = signature;
  const failure = isAnew ? wish.failure : signature.failure;
  const isPassing = failure?.kind === 'offline' || failure?.kind === 'busy' || failure?.kind === 'failed';
  if (sealed)
    return (
      <>
        <PageHead title={signing.done} lead={lead} />
        <section class="card receipt" role="status">
          <SummaryList
            rows={[
              { name: signing.time, value: dateTime(sealed.at) },
              { name: signing.name, value: me?.name ?? me?.userId ?? '' },
              { name: month.checksum, value: <Checksum of={sealed.contentSha256} /> },
            ]}
          />
          <p>
            <RecordLink {...of} recordId={sealed.recordId} />
          </p>
        </section>
        <ButtonLink href={back}>{month.backToMonth}</ButtonLink>
      </>
    );
  return (
    <>
      <PageHead title={title} lead={lead} />
      {failure ? (
        <>
          <FailureNotice failure={failure} again={isPassing ? (isAnew ? prepare : signature.again) : undefined} />
          <p>{signing.failedText}</p>
          <div class="buttons">
            {isAnew || isPassing ? undefined : (
              <Button look="primary" onClick={prepare}>
                {signing.anew}
              </Button>
            )}
            <ButtonLink href={back}>{month.backToMonth}</ButtonLink>
          </div>
        </>
      ) : intent ? (
        <>
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
              <ButtonLink href={back}>{month.backToMonth}</ButtonLink>
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

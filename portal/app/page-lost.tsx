import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { session } from '../sign-in/session.ts';
import type { SignInCalls } from '../sign-in/sign-in.ts';
import { announce } from './announce.ts';
import { useWords } from './language.ts';
import { usePortal } from './portal.ts';

/**
 * Opens the portal anew where one is, with what is being filled in: the files that its pages are made of get other names
 * when it is put in place again. False, and nothing done, while the server cannot be reached.
 */
async function renew(signIn: SignInCalls): Promise<boolean> {
  const answer = await fetch('./config.json', { cache: 'no-store' }).catch(() => undefined);
  if (!answer?.ok) return false;
  // By the way of the sign-in, which takes along what a reload would lose.
  if (session.get().me) await signIn.begin();
  else location.reload();
  return true;
}

type Props = { readonly again: () => Promise<boolean>; readonly isAbove?: boolean };

/**
 * What the portal is made of did not all come: the net is cut, or it has been put in place anew. Instead of the page that
 * it is, or above one that stays as it was. Asks for it once more; then, when the server answers, for the whole portal.
 */
export function PageLost({ again, isAbove }: Props) {
  const { states } = useWords();
  const { signIn } = usePortal();
  const onClick = async () => (await again()) || (await renew(signIn)) || announce(states.offline);
  return (
    <div class={isAbove ? 'ended' : undefined} role="alert">
      {isAbove ? (
        <p>
          <b>{states.lost}.</b> {states.lostText}
        </p>
      ) : (
        <PageHead title={states.lost} lead={states.lostText} />
      )}
      <Button look="primary" onClick={onClick}>
        {states.again}
      </Button>
    </div>
  );
}

import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { announce } from './announce.ts';
import { useWords } from './language.ts';
import { usePortal } from './portal.ts';
import { renew } from './renew.ts';

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

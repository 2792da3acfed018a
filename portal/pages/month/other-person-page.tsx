import { useOwnWords } from '../../app/language.ts';
import { usePortal } from '../../app/portal.ts';
import { useStore } from '../../app/store.ts';
import { takeBackDrafts } from '../../app/use-draft.ts';
import { Button } from '../../parts/button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { session } from '../../sign-in/session.ts';
import { en, sv } from './signing-words.ts';

/** The sign-in for a signature was made by somebody else: nothing was signed, and either of the two may go on. */
export function OtherPersonPage() {
  const words = useOwnWords(sv, en).other;
  const { signIn } = usePortal();
  const { me, meantFor } = useStore(session);
  const name = me?.name ?? me?.userId ?? '';
  const goOn = () => {
    // What was being written is the other person's.
    takeBackDrafts({});
    signIn.begin({ back: '#/uppgifter' });
  };
  return (
    <>
      <PageHead title={words.title} lead={words.text(name)} />
      <div class="buttons">
        {meantFor ? (
          <Button look="primary" onClick={() => signIn.begin(meantFor)}>
            {words.signAnyway}
          </Button>
        ) : undefined}
        <Button onClick={goOn}>{words.goOn(name)}</Button>
      </div>
    </>
  );
}

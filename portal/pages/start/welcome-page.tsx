import { useOwnWords, useWords } from '../../app/language.ts';
import { usePortal } from '../../app/portal.ts';
import { useStore } from '../../app/store.ts';
import { Button } from '../../parts/button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { session } from '../../sign-in/session.ts';
import { welcomeEn } from './welcome-words-en.ts';
import { welcomeSv } from './welcome-words-sv.ts';

const useDoorWords = () => useOwnWords(welcomeSv, welcomeEn);

/** The door: what this is, and the way in. */
function Welcome() {
  const { shell } = useWords();
  const door = useDoorWords();
  const { signIn } = usePortal();
  return (
    <>
      <PageHead title={door.welcome} lead={door.welcomeText} />
      <section class="card door">
        <p>{door.welcomeStaff}</p>
        <Button look="primary" onClick={() => signIn.begin()}>
          {shell.signIn}
        </Button>
      </section>
      <section class="open">
        <h2>{door.withoutSignIn}</h2>
        <ul>
          <li>
            <a class="ds-link" href="#/oppet">
              {door.openProviders}
            </a>
          </li>
          <li>
            <a class="ds-link" href="#/verifiera">
              {shell.verify}
            </a>
          </li>
        </ul>
      </section>
    </>
  );
}

function SignInFailed() {
  const { shell } = useWords();
  const door = useDoorWords();
  const { signIn } = usePortal();
  return (
    <>
      <PageHead title={door.signInFailed} lead={door.signInFailedText} />
      <Button look="primary" onClick={() => signIn.begin()}>
        {shell.signIn}
      </Button>
    </>
  );
}

function NoRole() {
  const { shell } = useWords();
  const door = useDoorWords();
  const { signIn } = usePortal();
  return (
    <>
      <PageHead title={door.noRole} lead={door.noRoleText} />
      <Button onClick={() => signIn.leave()}>{shell.signOut}</Button>
    </>
  );
}

/** Whoever is not in: on the way, turned away, or without a role here. */
export function WelcomePage() {
  const { state } = useStore(session);
  if (state === 'failed') return <SignInFailed />;
  return state === 'no-role' ? <NoRole /> : <Welcome />;
}

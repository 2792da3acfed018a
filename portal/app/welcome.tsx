import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useWords } from './language.ts';
import { usePortal } from './portal.ts';

/** The door: what this is, and the way in. */
export function Welcome() {
  const { shell } = useWords();
  const { signIn } = usePortal();
  return (
    <>
      <PageHead title={shell.welcome} lead={shell.welcomeText} />
      <section class="card door">
        <p>{shell.welcomeStaff}</p>
        <Button look="primary" onClick={() => signIn.begin()}>
          {shell.signIn}
        </Button>
      </section>
      <section class="open">
        <h2>{shell.withoutSignIn}</h2>
        <ul>
          <li>
            <a class="ds-link" href="#/oppet">
              {shell.openProviders}
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

export function SignInFailed() {
  const { states, shell } = useWords();
  const { signIn } = usePortal();
  return (
    <>
      <PageHead title={states.signInFailed} lead={states.signInFailedText} />
      <Button look="primary" onClick={() => signIn.begin()}>
        {shell.signIn}
      </Button>
    </>
  );
}

export function NoRole() {
  const { states, shell } = useWords();
  const { signIn } = usePortal();
  return (
    <>
      <PageHead title={states.noRole} lead={states.noRoleText} />
      <Button onClick={() => signIn.leave()}>{shell.signOut}</Button>
    </>
  );
}

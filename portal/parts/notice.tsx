import type { ComponentChildren } from 'preact';
import type { Failure } from '../api/outcome.ts';
import { useWords } from '../app/language.ts';
import { usePortal } from '../app/portal.ts';
import { activeRole } from '../sign-in/session.ts';
import { Button, ButtonLink } from './button.tsx';

type Tone = 'info' | 'success' | 'warning' | 'danger';

/** What has just happened is seen, also from a button far below it. */
const seen = (box: HTMLElement | null) => box?.scrollIntoView({ block: 'nearest' });

/** A box that says something beside the work. `aloud` for what has just happened. */
export function Notice({
  tone = 'info',
  title,
  aloud = false,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly aloud?: boolean;
  readonly children?: ComponentChildren;
}) {
  return (
    <div
      ref={aloud ? seen : undefined}
      class="ds-alert"
      data-color={tone}
      role={aloud ? (tone === 'danger' ? 'alert' : 'status') : undefined}
    >
      <div>
        {title === undefined ? undefined : <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** What went wrong, what is kept, and the way on. `again` tries once more; after a conflict it fetches the latest. */
export function FailureNotice({ failure, again }: { readonly failure: Failure; readonly again?: () => void }) {
  const { states, shell } = useWords();
  const { signIn } = usePortal();
  const { kind, code, title, faults } = failure;
  const texts = {
    offline: [states.offline, states.offlineText],
    busy: [states.busy, states.busyText],
    conflict: [states.conflict, states.conflictText],
    missing: [states.missing, states.missingText],
    failed: [states.failed, states.failedText],
    expired: [states.expired, states.expiredText],
    forbidden: [states.forbidden, undefined],
    invalid: [states.invalid, undefined],
    // Said whole by whoever could not read it.
    unreadable: [title, undefined],
  } as const;
  // Only of a version that is behind is it true that somebody was first; every other refusal says itself what it is.
  const isRefused = kind === 'conflict' && title !== undefined && !/^(stale-version|changed-meanwhile)$/.test(code);
  const [heading, text] = isRefused ? [title] : texts[kind];
  return (
    <Notice
      tone={
        kind === 'conflict' || kind === 'expired' || kind === 'busy' || kind === 'unreadable' ? 'warning' : 'danger'
      }
      title={heading}
      aloud
    >
      {title === heading || title === undefined || kind === 'expired' ? undefined : <p>{title}</p>}
      {text === undefined ? undefined : <p>{text}</p>}
      {faults.length === 0 ? undefined : (
        <ul>
          {faults.map(({ at, code, message }) => (
            <li key={`${at} ${code}`}>{message ?? code}</li>
          ))}
        </ul>
      )}
      {kind === 'expired' ? (
        <Button look="primary" onClick={() => signIn.begin()}>
          {states.signInAgain}
        </Button>
      ) : code === 'not-set-up' && activeRole() === 'administrator' ? (
        <ButtonLink href="#/administration">{shell.nav.administration}</ButtonLink>
      ) : again && kind !== 'forbidden' && kind !== 'missing' && kind !== 'unreadable' ? (
        <Button onClick={again}>{kind === 'conflict' ? states.reload : states.again}</Button>
      ) : undefined}
    </Notice>
  );
}

import type { ComponentChildren } from 'preact';
import type { Failure } from '../api/outcome.ts';
import { useWords } from '../app/language.ts';
import { usePortal } from '../app/portal.ts';
import { Button } from './button.tsx';

type Tone = 'info' | 'success' | 'warning' | 'danger';

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
    <div class="ds-alert" data-color={tone} role={aloud ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
      <div>
        {title === undefined ? undefined : <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** What went wrong, what is kept, and the way on. `again` tries once more; after a conflict it fetches the latest. */
export function FailureNotice({ failure, again }: { readonly failure: Failure; readonly again?: () => void }) {
  const { states } = useWords();
  const { signIn } = usePortal();
  const { kind, title, faults } = failure;
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
  const [heading, text] = texts[kind];
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
      ) : again && kind !== 'forbidden' && kind !== 'missing' && kind !== 'unreadable' ? (
        <Button onClick={again}>{kind === 'conflict' ? states.reload : states.again}</Button>
      ) : undefined}
    </Notice>
  );
}

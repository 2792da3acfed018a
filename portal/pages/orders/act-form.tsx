import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Outcome } from '../../api/outcome.ts';
import { useWords } from '../../app/language.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { isShortOf, MissingNotice } from '../../parts/missing-notice.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { reachesBack, StatedNotice } from './stated-notice.tsx';

/** The sentence about a field, by the field's name in the request. */
export type ErrorFor = (field: string) => string | undefined;

type Props<Body, Answer> = {
  /** Begins the id of every field: `act-until` is the field of `body.until`. */
  readonly id: string;
  readonly body: Body;
  /** What is missing before it is worth asking: the field's name and what to do. */
  readonly missing?: Readonly<Record<string, string | false | undefined>>;
  readonly act: (key: string, body: Body) => Promise<Outcome<Answer>>;
  readonly onDone: (answer: Answer, version: number | undefined) => void;
  /** Asks what a colleague has done, when one was first. */
  readonly onConflict: () => void;
  /** Reads anew. */
  readonly again: () => void;
  readonly submit: string;
  readonly danger?: boolean;
  /** What is looked at once more, in front of the page, before it is sent. */
  readonly check?: ComponentChildren;
  /** What is known of the colleague's change. */
  readonly changed?: string;
  readonly children?: (errorFor: ErrorFor) => ComponentChildren;
};

/** Refusals of what is as it was when the page was read: nobody was first, and what is said is the whole of it. */
const asItWas: readonly string[] = [
  ...['last-day-not-passed', 'end-not-permitted', 'decline-known', 'document-known', 'nothing-to-return'],
  ...[
    'case-has-order',
    'order-ending',
    'work-left',
    'customer-dead',
    'order-confirmed',
    'order-of-switch',
    'no-end-decided',
  ],
  ...['nothing-not-executed', 'fact-ahead', 'fact-settled', 'no-provider-in-turn', 'order-paused'],
  ...['rejection-without-ceiling', 'order-taken-over'],
];

/** A small form that does one thing: what is missing, what the API says is wrong, and who was first. */
export function ActForm<Body, Answer>(props: Props<Body, Answer>) {
  const { id, body, missing = {}, act, onDone, onConflict, submit, danger, check, changed, children } = props;
  const { parts } = useWords();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [isChecking, setChecking] = useState(false);
  const { run, busy, failure, forget } = useSend(act);
  const fieldOf = (at: string) => `${id}-${at.replace(/^body\./, '').replaceAll('.', '-')}`;

  async function attempt(accepts?: { readonly acceptsStated: true }) {
    setChecking(false);
    const outcome = await run({ ...body, ...accepts });
    if (outcome?.ok) return onDone(outcome.value, outcome.version);
    if (outcome && reachesBack(outcome)) return;
    if (outcome?.kind === 'conflict' && !outcome.missing) onConflict();
    const faults = outcome?.faults ?? [];
    setErrors(faults.map(({ at, message, code }) => ({ field: fieldOf(at), text: message ?? code })));
  }

  function press(event: Event) {
    event.preventDefault();
    const lacking = Object.entries(missing).flatMap(([at, text]) => (text ? [{ field: fieldOf(at), text }] : []));
    setErrors(lacking);
    forget();
    if (lacking.length > 0) return;
    if (check) setChecking(true);
    else attempt();
  }

  function again() {
    if (failure?.kind !== 'conflict') return attempt();
    forget();
    props.again();
  }
  const isAtFields = failure?.kind === 'invalid' && errors.length > 0;
  const stated = failure && reachesBack(failure) ? failure : undefined;
  const isRefusal = failure !== undefined && asItWas.includes(failure.code);
  return (
    <form noValidate onSubmit={press}>
      <ErrorSummary errors={errors} />
      {isRefusal ? <Notice tone="warning" title={failure.title} aloud /> : undefined}
      {stated && <StatedNotice failure={stated} onAccept={() => attempt({ acceptsStated: true })} />}
      {isShortOf(failure) ? <MissingNotice failure={failure} /> : undefined}
      {failure && !isAtFields && !isRefusal && !stated && !isShortOf(failure) ? (
        <>
          <FailureNotice failure={failure} again={again} />
          {failure.kind === 'conflict' && changed !== undefined ? <p>{changed}</p> : undefined}
        </>
      ) : undefined}
      {children?.((field) => errorOf(errors, fieldOf(field)))}
      <Button type="submit" look="primary" tone={danger ? 'danger' : undefined} busy={busy}>
        {busy ? `${parts.sending} …` : check ? parts.toCheck : submit}
      </Button>
      {check ? (
        <Dialog open={isChecking} title={submit} onClose={() => setChecking(false)}>
          {check}
          <div class="buttons">
            <Button look="primary" onClick={() => attempt()}>
              {submit}
            </Button>
            <Button onClick={() => setChecking(false)}>{parts.notYet}</Button>
          </div>
        </Dialog>
      ) : undefined}
    </form>
  );
}

import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf, Asked } from '../../api/contract.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choices.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { TextArea } from '../../parts/field.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { en, sv } from './remark-words.ts';

const answerRoute = 'POST /months/{month}/providers/{providerId}/remarks/answers';
type Of = { readonly month: string; readonly providerId: string };
type One = AnswerOf<'GET /months/{month}/providers/{providerId}/remarks'>['items'][number];
type Said = Asked<typeof answerRoute>['body'];
type Draft = { readonly kind?: Said['kind']; readonly text: string; readonly chosen: readonly string[] };

/** So many row numbers are told of each, and so many may be answered at once. */
const [mostRows, atOnce] = [12, 50];
const empty: Draft = { text: '', chosen: [] };
const kinds = ['EXPLAINED', 'ACTED_ON'] as const;

/** What was seen in the officer's rows, with the rows and in words, to be answered before the statement. */
export function RowRemarks({ of, isStated }: { readonly of: Of; readonly isStated: boolean }) {
  const say = useOwnWords(sv, en);
  const asking = useAsk('GET /months/{month}/providers/{providerId}/remarks', { path: of });
  const items = asking.value?.items ?? [];
  const left = items.filter(({ answer }) => answer === undefined);
  if (items.length === 0) return null;
  return (
    <details class="card receipt" open={left.length > 0}>
      <summary>{say.title(left.length)}</summary>
      <p class="soft">{isStated ? say.lateText : say.text}</p>
      <RemarkForm of={of} items={items} left={left} onAnswered={asking.again} />
    </details>
  );
}

function About({ one }: { readonly one: One }) {
  const { month } = useWords();
  const say = useOwnWords(sv, en);
  const whose = one.caseNo ? `${month.columns.caseNo} ${one.caseNo}` : one.worker ? say.worker(one.worker) : say.month;
  const more = one.rows.length - mostRows;
  return (
    <>
      <b>{whose}</b>: {one.text} {say.rows(one.rows.slice(0, mostRows))}
      {more > 0 ? say.more(more) : ''}
      {one.answer ? <span class="soft">{` – ${say.kinds[one.answer.kind]}: ${one.answer.text}`}</span> : undefined}
    </>
  );
}

function RemarkForm({
  of,
  items,
  left,
  onAnswered,
}: {
  readonly of: Of;
  readonly items: readonly One[];
  readonly left: readonly One[];
  readonly onAnswered: () => void;
}) {
  const say = useOwnWords(sv, en);
  const [{ kind, text, chosen }, change, forget] = useDraft<Draft>(`remarks/${of.month}/${of.providerId}`, empty);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const sending = useSend((key, said: Said) => ask(answerRoute, { path: of, body: said }, { key }));

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const [first] = left;
    const found = [
      ...(chosen.length > 0 || !first ? [] : [{ field: `remark-${first.id}`, text: say.pick }]),
      ...(kind ? [] : [{ field: 'remark-kind', text: say.kindMissing }]),
    ];
    setErrors(found);
    if (found.length > 0 || !kind) return;
    const outcome = await sending.run({ remarkIds: chosen.slice(0, atOnce), kind, text });
    if (outcome?.ok) {
      forget();
      return onAnswered();
    }
    if (outcome?.kind === 'invalid')
      setErrors(
        outcome.faults.map(({ at, code, message }) => ({
          field: at.replace('body.', 'remark-'),
          text: message ?? code,
        })),
      );
  }

  return (
    <form class="decide" noValidate onSubmit={send}>
      <ErrorSummary errors={errors} />
      <ul class="plain">
        {items.map((one) => (
          <li key={one.id}>
            {one.answer ? (
              <About one={one} />
            ) : (
              <label class="tick">
                <input
                  id={`remark-${one.id}`}
                  class="ds-input"
                  type="checkbox"
                  checked={chosen.includes(one.id)}
                  onChange={({ currentTarget }) =>
                    change({
                      chosen: currentTarget.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id),
                    })
                  }
                />
                <span>
                  <About one={one} />
                </span>
              </label>
            )}
          </li>
        ))}
      </ul>
      {left.length === 0 ? undefined : (
        <>
          {left.length > 1 ? (
            <p>
              <Button onClick={() => change({ chosen: left.slice(0, atOnce).map(({ id }) => id) })}>{say.all}</Button>
            </p>
          ) : undefined}
          <Choices
            id="remark-kind"
            label={say.kind}
            error={errorOf(errors, 'remark-kind')}
            value={kind}
            onValue={(next) => {
              setErrors([]);
              change({ kind: next });
            }}
            options={kinds.map((value) => ({ value, text: say.kinds[value] }))}
          />
          <TextArea
            id="remark-text"
            label={say.comment}
            hint={say.commentHint}
            rows={2}
            error={errorOf(errors, 'remark-text')}
            value={text}
            onValue={(next) => change({ text: next })}
          />
          <Button type="submit" look="primary" busy={sending.busy}>
            {say.save(Math.min(chosen.length, atOnce))}
          </Button>
        </>
      )}
      {sending.failure && sending.failure.kind !== 'invalid' ? (
        <FailureNotice failure={sending.failure} again={() => sending.forget()} />
      ) : undefined}
    </form>
  );
}

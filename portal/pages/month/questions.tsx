import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { announce } from '../../app/announce.ts';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { TextArea } from '../../parts/field.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import type { LineShown } from './lines.ts';

type Props = {
  readonly of: { readonly month: string; readonly providerId: string };
  readonly line: LineShown;
  readonly onAnswered: () => void;
};

function Question({ of, line, onAnswered }: Props) {
  const { handIn, month } = useWords();
  const { caseNo, question } = line;
  const [{ text }, change, forget] = useDraft(`answer/${of.month}/${of.providerId}/${caseNo}`, { text: '' });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { run, busy, failure } = useSend((key, said: string) =>
    ask(
      'POST /months/{month}/providers/{providerId}/lines/{caseNo}/answers',
      { path: { ...of, caseNo }, body: { text: said } },
      { key, version: line.version },
    ),
  );
  const field = `answer-${caseNo}`;
  async function send(event: Event): Promise<void> {
    event.preventDefault();
    if (text.trim() === '') return setErrors([{ field, text: handIn.answerMissing }]);
    const outcome = await run(text);
    if (outcome?.ok) {
      forget();
      announce(handIn.answered);
      return onAnswered();
    }
    setErrors(
      outcome?.kind === 'invalid' ? outcome.faults.map(({ message, code }) => ({ field, text: message ?? code })) : [],
    );
  }
  if (!question) return null;
  return (
    <li class="card">
      <h3>{month.panel(caseNo)}</h3>
      <blockquote class="said">
        <p>{question.text}</p>
        <p class="soft">{dateTime(question.at)}</p>
      </blockquote>
      {question.answer ? (
        <blockquote class="said">
          <p>
            <b>{month.answer}:</b> {question.answer.text}
          </p>
          <p class="soft">{dateTime(question.answer.at)}</p>
        </blockquote>
      ) : (
        <form noValidate onSubmit={send}>
          <ErrorSummary errors={errors} />
          {failure && failure.kind !== 'invalid' ? (
            <FailureNotice failure={failure} again={failure.kind === 'conflict' ? onAnswered : undefined} />
          ) : undefined}
          <TextArea
            id={field}
            label={handIn.answer}
            error={errorOf(errors, field)}
            rows={3}
            value={text}
            onValue={(next) => change({ text: next })}
          />
          <Button type="submit" look="primary" busy={busy}>
            {handIn.answerGo}
          </Button>
        </form>
      )}
    </li>
  );
}

/** What the officers ask about the month, with the way to answer (L-32). Those without an answer come first. */
export function Questions({ of, lines, onAnswered }: Omit<Props, 'line'> & { readonly lines: readonly LineShown[] }) {
  const { handIn } = useWords();
  const asked = lines.filter(({ question }) => question);
  if (asked.length === 0) return null;
  const inOrder = asked.toSorted((a, b) => Number(!!a.question?.answer) - Number(!!b.question?.answer));
  return (
    <section class="questions">
      <h2>{handIn.questions}</h2>
      <ul>
        {inOrder.map((line) => (
          <Question key={line.caseNo} of={of} line={line} onAnswered={onAnswered} />
        ))}
      </ul>
    </section>
  );
}

import { ask } from '../../api/client.ts';
import { announce } from '../../app/announce.ts';
import { dueDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { TextArea } from '../../parts/field.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import type { MonthView } from './lines.ts';

/** To a provider whose files have something wrong: until when it is corrected, and the way to say that it cannot be (A30). */
export function CorrectionCard({
  month,
  value,
  onSaid,
}: {
  readonly month: string;
  readonly value: MonthView;
  readonly onSaid: () => void;
}) {
  const { handIn } = useWords();
  const [{ comment }, change, forget] = useDraft(`correction/${month}`, { comment: '' });
  const { run, busy, failure } = useSend((key, said: string) =>
    ask(
      'POST /months/{month}/correction/withdrawal',
      { path: { month }, body: said.trim() === '' ? {} : { comment: said } },
      { key },
    ),
  );
  const { correctUntil } = value;
  if (correctUntil === undefined) return null;
  async function say(event: Event): Promise<void> {
    event.preventDefault();
    const outcome = await run(comment);
    if (!outcome?.ok) return;
    forget();
    announce(handIn.cannotSaid);
    onSaid();
  }
  return (
    <Notice tone="warning" title={handIn.correct(dueDate(correctUntil))}>
      <p>{handIn.correctText}</p>
      <details class="replace">
        <summary>{handIn.cannot}</summary>
        <form noValidate onSubmit={say}>
          {failure ? (
            <FailureNotice failure={failure} again={failure.kind === 'conflict' ? onSaid : undefined} />
          ) : undefined}
          <p>{handIn.cannotText}</p>
          <TextArea
            id="cannot-comment"
            label={handIn.cannotComment}
            optional
            rows={2}
            value={comment}
            onValue={(next) => change({ comment: next })}
          />
          <Button type="submit" busy={busy}>
            {handIn.cannotGo}
          </Button>
        </form>
      </details>
    </Notice>
  );
}

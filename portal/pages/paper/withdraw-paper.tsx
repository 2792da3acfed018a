import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { useOwnWords } from '../../app/language.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { TextArea } from '../../parts/field.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { en, sv } from './paper-words.ts';

type Of = { readonly month: string; readonly providerId: string; readonly paperId: string };
const field = 'withdraw-reason';

/** The administrator takes a paper back before it is handed in, and says why. */
export function WithdrawPaper({ of, onDone }: { readonly of: Of; readonly onDone: () => void }) {
  const words = useOwnWords(sv, en);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { run, busy, failure } = useSend((key, why: string) =>
    ask(
      'POST /months/{month}/providers/{providerId}/paper/{paperId}/withdrawal',
      { path: of, body: { reason: why } },
      { key },
    ),
  );
  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const why = reason.trim();
    if (why === '') return setErrors([{ field, text: words.withdrawMissing }]);
    const outcome = await run(why);
    if (outcome?.ok) return onDone();
    setErrors(
      outcome?.kind === 'invalid' ? outcome.faults.map(({ message, code }) => ({ field, text: message ?? code })) : [],
    );
  }
  return (
    <details class="card act">
      <summary>{words.withdraw}</summary>
      <p>{words.withdrawLead}</p>
      <form noValidate onSubmit={send}>
        <ErrorSummary errors={errors} />
        {failure && failure.kind !== 'invalid' ? <FailureNotice failure={failure} again={onDone} /> : undefined}
        <TextArea
          id={field}
          label={words.withdrawWhy}
          hint={words.withdrawHint}
          error={errorOf(errors, field)}
          rows={3}
          value={reason}
          onValue={setReason}
        />
        <Button type="submit" tone="danger" look="primary" busy={busy}>
          {words.withdraw}
        </Button>
      </form>
    </details>
  );
}

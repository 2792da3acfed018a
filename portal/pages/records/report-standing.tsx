import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useSend } from '../../app/use-send.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { TextArea } from '../../parts/field.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { session } from '../../sign-in/session.ts';

type Of = { readonly month: string; readonly providerId: string };
type MonthView = AnswerOf<'GET /months/{month}/providers/{providerId}'>;
type Part = MonthView['parts'][number];
type Withdrawn = NonNullable<Part['withdrawn']>[number];

type FormProps = { readonly of: Of; readonly officerId: string; readonly isHead: boolean; readonly again: () => void };

/** An officer takes back their report, or the head sends it back, and says why. */
function WithdrawForm({ of, officerId, isHead, again }: FormProps) {
  const { records } = useWords();
  const [comment, setComment] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const field = 'withdraw-comment';
  const { run, busy, failure } = useSend((key, why: string) =>
    ask(
      'POST /months/{month}/providers/{providerId}/report/withdrawal',
      { path: of, body: { comment: why, ...(isHead ? { officerId } : {}) } },
      { key },
    ),
  );
  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const why = comment.trim();
    if (why === '') return setErrors([{ field, text: records.withdrawMissing }]);
    const outcome = await run(why);
    if (outcome?.ok) return again();
    setErrors(
      outcome?.kind === 'invalid' ? outcome.faults.map(({ message, code }) => ({ field, text: message ?? code })) : [],
    );
  }
  const words = isHead ? records.sendBack : records.withdraw;
  return (
    <details class="card act">
      <summary>{words}</summary>
      <form noValidate onSubmit={send}>
        <ErrorSummary errors={errors} />
        {failure && failure.kind !== 'invalid' ? <FailureNotice failure={failure} again={again} /> : undefined}
        <TextArea
          id={field}
          label={records.withdrawWhy}
          hint={records.withdrawHint}
          error={errorOf(errors, field)}
          rows={3}
          value={comment}
          onValue={setComment}
        />
        <Button type="submit" tone="danger" look="primary" busy={busy}>
          {words}
        </Button>
      </form>
    </details>
  );
}

/** That a report does not stand any more: who took it back, when, and why. */
function TakenBack({ of: { withdrawnAt, withdrawnBy, comment } }: { readonly of: Withdrawn }) {
  const { records } = useWords();
  const nameOf = useStaff();
  return (
    <div role="status">
      <Notice tone="warning" title={records.withdrawn(nameOf(withdrawnBy), dateTime(withdrawnAt, true))}>
        <p>{comment}</p>
        <p>{records.withdrawnText}</p>
      </Notice>
    </div>
  );
}

/** What may be done with a signed report while no statement has been sent from it; nothing for who may do nothing. */
export function ReportStanding({ of, recordId }: { readonly of: Of; readonly recordId: string }) {
  const { me } = session.get();
  const asking = useAsk('GET /months/{month}/providers/{providerId}', { path: of, query: { lines: 'none' } });
  const { value, again } = asking;
  const taken = value?.parts.flatMap(({ withdrawn = [] }) => withdrawn).find((one) => one.recordId === recordId);
  if (taken) return <TakenBack of={taken} />;
  const part = value?.parts.find(({ report }) => report?.recordId === recordId);
  const isHead = me?.role === 'head';
  if (!part || value?.month.state === 'stated' || !(isHead || part.officerId === me?.userId)) return null;
  return <WithdrawForm of={of} officerId={part.officerId} isHead={isHead} again={again} />;
}

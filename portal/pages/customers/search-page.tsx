import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf, Asked } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { sought } from '../../app/sought.ts';
import { useStore } from '../../app/store.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choices.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { TextField } from '../../parts/field.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Found } from './found.tsx';

const reasons = ['calls', 'relative', 'provider', 'other'] as const;
type Reason = (typeof reasons)[number];
type Sought = Asked<'POST /people/search'>['body'];

/** A number, when it could be one; else words of a name. */
const asSought = (who: string, reason: string): Sought =>
  /^[\d\s+-]{6,}$/.test(who) ? { number: who.replace(/\s/g, ''), reason } : { name: who, reason };

/** Whom somebody who calls is: by name or number, and with the reason for looking. */
export function SearchPage() {
  const { search } = useWords();
  const asked = useStore(sought);
  const [who, setWho] = useState(asked.who);
  const [reason, setReason] = useState<Reason>();
  const [other, setOther] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [answer, setAnswer] = useState<AnswerOf<'POST /people/search'>>();
  const { run, busy, failure, forget } = useSend((key, body: Sought) => ask('POST /people/search', { body }, { key }));
  // The field at the top of the page is another way to this one.
  useEffect(() => {
    if (asked.who !== '') setWho(asked.who);
    setAnswer(undefined);
  }, [asked.who]);

  async function send(event: Event) {
    event.preventDefault();
    const said = reason === 'other' ? other.trim() : reason && search.reasons[reason];
    const missing = [
      ...(who.trim() === '' ? [{ field: 'who', text: search.whoMissing }] : []),
      ...(reason === undefined ? [{ field: 'why', text: search.whyMissing }] : []),
      ...(reason === 'other' && other.trim().length < 3 ? [{ field: 'other', text: search.otherMissing }] : []),
    ];
    setErrors(missing);
    setAnswer(undefined);
    forget();
    if (missing.length > 0 || said === undefined) return;
    // So that the customer's page need not ask again; gone with the window.
    sought.set({ who: '', reason: said });
    const outcome = await run(asSought(who.trim(), said));
    if (outcome?.ok) return setAnswer(outcome.value);
    const fieldOf = (at: string) => (at === 'body.reason' ? 'other' : 'who');
    setErrors((outcome?.faults ?? []).map(({ at, message, code }) => ({ field: fieldOf(at), text: message ?? code })));
  }

  return (
    <>
      <PageHead title={search.title} lead={search.lead} />
      <form class="card step" noValidate onSubmit={send}>
        <ErrorSummary errors={errors} />
        {failure && errors.length === 0 ? <FailureNotice failure={failure} /> : undefined}
        <TextField
          id="who"
          label={search.who}
          hint={search.whoHint}
          error={errorOf(errors, 'who')}
          value={who}
          onValue={setWho}
        />
        <Choices<Reason>
          id="why"
          label={search.why}
          error={errorOf(errors, 'why')}
          value={reason}
          onValue={setReason}
          options={reasons.map((value) => ({
            value,
            text: search.reasons[value],
            more:
              value === 'other' ? (
                <TextField
                  id="other"
                  label={search.other}
                  error={errorOf(errors, 'other')}
                  value={other}
                  onValue={setOther}
                />
              ) : undefined,
          }))}
        />
        <Button type="submit" look="primary" busy={busy}>
          {busy ? `${search.searching} …` : search.go}
        </Button>
      </form>
      {answer ? <Found answer={answer} /> : undefined}
    </>
  );
}

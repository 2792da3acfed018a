import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { Failure } from '../../api/outcome.ts';
import { dateTime, dueDate, hours } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choices.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { SelectField, TextArea } from '../../parts/field.tsx';
import { MinutesField } from '../../parts/minutes-field.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { ContactFields } from './contact-fields.tsx';
import { type Choice, emptyDecision, fieldOf, needsComment, type Said, saidOf } from './decision-draft.ts';
import { decideRoute, type LineShown } from './lines.ts';

type Props = {
  readonly path: { readonly month: string; readonly providerId: string; readonly caseNo: string };
  readonly line: LineShown;
  /** Until when the provider may correct its files, while it may: charging as granted is refused till then (A30). */
  readonly waitsUntil?: string | undefined;
  readonly nameOf: (officerId: string) => string;
  readonly onSaved: (line: LineShown) => void;
  /** Fetches the whole month anew. */
  readonly again: () => void;
};

/** Somebody was first: what is newest helps. */
const isBehind = ({ code }: Failure): boolean => code === 'stale-version' || code === 'changed-meanwhile';

/** One line's decision, or a question about it. What must be said with it the API tells; it is kept until it is saved. */
export function DecisionForm({ path, line, waitsUntil, nameOf, onSaved, again }: Props) {
  const { month, reconcile, states } = useWords();
  const [kept, change, forget] = useDraft(`line/${path.month}/${path.providerId}/${path.caseNo}`, emptyDecision);
  const { status, faults, charged } = line.proposal;
  // What is known to be refused is neither offered nor asked about (A30).
  const waits = waitsUntil !== undefined && status === 'FAULTY' && charged > 0;
  const draft = waits && kept.decision === 'APPROVE' ? { ...kept, decision: '' as const } : kept;
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [fresh, setFresh] = useState<LineShown>();
  const [isReading, setReading] = useState(false);
  const {
    run,
    busy,
    failure,
    forget: calm,
  } = useSend((key, said: Said) => ask(decideRoute, { path, body: said }, { key, version: line.version }));
  const isAsking = draft.decision === 'ASK';

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const said = saidOf(line, draft);
    if (!said) return setErrors([{ field: 'decision', text: reconcile.chooseOne }]);
    setErrors([]);
    const outcome = await run(said);
    if (outcome?.ok) {
      forget();
      return onSaved(outcome.value);
    }
    if (outcome?.kind === 'invalid')
      setErrors(outcome.faults.map((one) => ({ field: fieldOf(one), text: one.message ?? one.code })));
    if (outcome?.code !== 'stale-version') return;
    setReading(true);
    const latest = await ask('GET /months/{month}/providers/{providerId}/lines/{caseNo}', { path });
    if (latest.ok) setFresh(latest.value);
    setReading(false);
  }

  /** What the colleague, or the provider, has done since. */
  function happened({ question, decision }: LineShown): string {
    if (question?.answer && !line.question?.answer) return reconcile.conflictAnswer(dateTime(question.answer.at));
    if (decision && decision.at !== line.decision?.at)
      return reconcile.conflictDecision(nameOf(decision.by), dateTime(decision.at), month.decisions[decision.kind]);
    return reconcile.conflictOther;
  }

  return (
    <form class="decide" noValidate onSubmit={save}>
      <ErrorSummary errors={errors} />
      {waits ? <p>{reconcile.notYet(hours(charged), dueDate(waitsUntil ?? ''))}</p> : undefined}
      <Choices<Choice>
        id="decision"
        label={reconcile.decide}
        error={errorOf(errors, 'decision')}
        value={draft.decision || undefined}
        onValue={(decision) => {
          // What was wrong with another decision is not wrong with this one.
          setErrors([]);
          calm();
          change({ decision });
        }}
        options={[
          ...(waits ? [] : [{ value: 'APPROVE' as const, text: reconcile.options.APPROVE(hours(charged)) }]),
          {
            value: 'ADJUST',
            text: reconcile.options.ADJUST,
            more: (
              <MinutesField
                id="minutes"
                label={reconcile.minutes}
                hint={reconcile.atMost(hours(line.granted))}
                error={errorOf(errors, 'minutes')}
                value={draft}
                onValue={({ hours: h, minutes }) => change({ hours: h, minutes })}
              />
            ),
          },
          { value: 'REJECT', text: reconcile.options.REJECT },
          {
            value: 'ASK',
            text: reconcile.options.ASK,
            more: (
              <TextArea
                id="question"
                label={reconcile.question}
                error={errorOf(errors, 'question')}
                rows={3}
                value={draft.question}
                onValue={(question) => change({ question })}
              />
            ),
          },
        ]}
      />
      {status === 'MATCH' || draft.decision === '' ? undefined : (
        <ContactFields line={line} ofMonth={path.month} nameOf={nameOf} draft={draft} change={change} errors={errors} />
      )}
      {status !== 'FAULTY' || isAsking || draft.decision === '' ? undefined : (
        <SelectField
          id="faultCode"
          label={reconcile.faultCode}
          error={errorOf(errors, 'faultCode')}
          value={draft.faultCode}
          onValue={(faultCode) => change({ faultCode })}
          options={['', ...faults, 'OTHER'].map((code) => ({
            value: code,
            text: code === '' ? reconcile.choose : (month.faults[code] ?? code),
          }))}
        />
      )}
      {isAsking || draft.decision === '' ? undefined : (
        <TextArea
          id="comment"
          label={reconcile.comment}
          hint={reconcile.commentHint}
          optional={!needsComment(line, draft)}
          error={errorOf(errors, 'comment')}
          rows={2}
          value={draft.comment}
          onValue={(comment) => change({ comment })}
        />
      )}
      {fresh ? (
        <Notice tone="warning" title={states.conflict} aloud>
          <p>{happened(fresh)}</p>
          <p>{reconcile.conflictKept}</p>
          <Button
            onClick={() => {
              setFresh(undefined);
              calm();
              onSaved(fresh);
            }}
          >
            {states.reload}
          </Button>
        </Notice>
      ) : failure && failure.kind !== 'invalid' && !isReading ? (
        <FailureNotice
          failure={failure}
          again={isBehind(failure) ? again : failure.kind === 'conflict' ? undefined : () => calm()}
        />
      ) : undefined}
      <Button type="submit" look="primary" busy={busy}>
        {busy ? `${reconcile.saving} …` : isAsking ? reconcile.ask : reconcile.save}
      </Button>
    </form>
  );
}

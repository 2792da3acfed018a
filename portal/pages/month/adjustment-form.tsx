import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf, Asked } from '../../api/contract.ts';
import { hours, money } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { signedHours } from '../../app/signed-hours.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { TextArea, TextField } from '../../parts/field.tsx';
import { MinutesField, totalMinutes } from '../../parts/minutes-field.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { en, sv } from './adjustment-words.ts';

const decideRoute = 'PUT /months/{month}/providers/{providerId}/adjustments/{caseNo}';
type Proposed = AnswerOf<'GET /months/{month}/providers/{providerId}/adjustments'>['proposed'][number];
/** A case that the officer has decided wrongly: nothing is proposed, she says the minutes. `asks` is what she is asked. */
type Mistaken = { readonly caseNo: string; readonly asks: string };
type Said = Asked<typeof decideRoute>['body'];

const empty = {
  ...{ hours: '', minutes: '', comment: '', reason: '' },
  ...{ customer: false, relative: false, 'not-possible': false, provider: false },
};
const sides = ['customer', 'relative', 'not-possible', 'provider'] as const;

type Props = {
  readonly of: { readonly month: string; readonly providerId: string };
  readonly proposed: Proposed | Mistaken;
  /** The officer whose case it is decides; others read. */
  readonly isMine: boolean;
  readonly officer: string;
  readonly onDecided: () => void;
};

/** What a case was, what it becomes in time and kronor, and why. */
function Proposal({ of: { was, now, minutes, amountOre, because, why } }: { readonly of: Proposed }) {
  const adjusting = useOwnWords(sv, en);
  return (
    <>
      <SummaryList
        rows={[
          { name: adjusting.was, value: hours(was) },
          ...(now === undefined
            ? []
            : [
                { name: adjusting.now, value: hours(now) },
                {
                  name: adjusting.difference,
                  value: <b>{`${signedHours(minutes ?? 0)}, ${money(amountOre ?? 0)}`}</b>,
                },
              ]),
          { name: adjusting.why, value: because.map((fact) => adjusting.facts[fact] ?? fact).join(', ') },
        ]}
      />
      <ul>
        {why.map(({ rule, text }) => (
          <li key={`${rule} ${text}`}>
            {text} <span class="rule">{rule}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One case of a stated month: what it means in time and kronor and why, before anybody decides it. */
export function AdjustmentForm({ of, proposed, isMine, officer, onDecided }: Props) {
  const { month, reconcile } = useWords();
  const adjusting = useOwnWords(sv, en);
  const { caseNo } = proposed;
  const mistaken = 'asks' in proposed ? proposed : undefined;
  const shown = 'asks' in proposed ? undefined : proposed;
  const now = shown?.now;
  const [draft, change, forget] = useDraft(`adjust/${of.month}/${of.providerId}/${caseNo}`, empty);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const path = { ...of, caseNo };
  const sending = useSend((key, said: Said) => ask(decideRoute, { path, body: said }, { key }));
  const id = (field: string) => `${field}-${caseNo}`;

  async function decide(event: Event): Promise<void> {
    event.preventDefault();
    setErrors([]);
    const contacts = sides
      .filter((side) => draft[side])
      .map((side) => ({ with: side, ...(side === 'not-possible' ? { reason: draft.reason } : {}) }));
    const total = now === undefined ? totalMinutes(draft) : undefined;
    const outcome = await sending.run({
      ...(draft.comment.trim() === '' ? {} : { comment: draft.comment }),
      contacts,
      ...(mistaken ? { mistake: true } : {}),
      ...(total === undefined ? {} : { minutes: total }),
    });
    if (outcome?.ok) {
      forget();
      return onDecided();
    }
    if (outcome?.kind === 'invalid')
      setErrors(
        outcome.faults.map(({ at, code, message }) => ({
          field: id(
            at.includes('contacts')
              ? code === 'provider-not-asked'
                ? 'provider'
                : 'customer'
              : at.replace('body.', ''),
          ),
          text: message ?? code,
        })),
      );
  }

  return (
    <section class="card" aria-label={`${month.columns.caseNo} ${caseNo}`}>
      <h3>{`${month.columns.caseNo} ${caseNo}`}</h3>
      {shown ? <Proposal of={shown} /> : undefined}
      {isMine ? (
        <form class="decide" noValidate onSubmit={decide}>
          <ErrorSummary errors={errors} />
          {now === undefined ? (
            <>
              <p>{mistaken?.asks ?? adjusting.notProposed}</p>
              <MinutesField
                id={id('minutes')}
                label={adjusting.minutes}
                error={errorOf(errors, id('minutes'))}
                value={draft}
                onValue={({ hours: h, minutes: m }) => change({ hours: h, minutes: m })}
              />
            </>
          ) : undefined}
          <fieldset class="ds-fieldset">
            <legend class="ds-label">{reconcile.contacts}</legend>
            {sides.map((side) => (
              <div key={side}>
                <label class="tick">
                  <input
                    id={id(side)}
                    class="ds-input"
                    type="checkbox"
                    checked={draft[side]}
                    onChange={({ currentTarget }) => change({ [side]: currentTarget.checked })}
                  />
                  <span>{reconcile.contact[side]}</span>
                </label>
              </div>
            ))}
            {draft['not-possible'] ? (
              <TextField
                id={id('reason')}
                label={reconcile.whyNot}
                hint={reconcile.whyNotHint}
                value={draft.reason}
                onValue={(reason) => change({ reason })}
              />
            ) : undefined}
          </fieldset>
          <TextArea
            id={id('comment')}
            label={adjusting.comment}
            hint={adjusting.commentHint}
            rows={2}
            error={errorOf(errors, id('comment'))}
            value={draft.comment}
            onValue={(comment) => change({ comment })}
          />
          <Button type="submit" look="primary" busy={sending.busy}>
            {adjusting.decide}
          </Button>
          {sending.failure && sending.failure.kind !== 'invalid' ? (
            <FailureNotice failure={sending.failure} again={() => sending.forget()} />
          ) : undefined}
        </form>
      ) : (
        <p class="soft">{officer}</p>
      )}
    </section>
  );
}

import { ask } from '../../api/client.ts';
import { dueDate, shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useStaff } from '../../app/use-staff.ts';
import { DateField, TextArea } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { WhyDetails } from '../../parts/why.tsx';
import { ActForm } from '../orders/act-form.tsx';

type Props = { readonly caseNo: string; readonly again: () => void };

/** The officer writes down a follow-up: when it was held, and what came of it. */
function FollowUpForm({ caseNo, again }: Props) {
  const { acts, cases } = useWords();
  const [{ heldOn, text }, change, forget] = useDraft(`follow-up/${caseNo}`, { heldOn: '', text: '' });
  function onDone() {
    forget();
    again();
  }
  return (
    <details class="act">
      <summary>{cases.followUp}</summary>
      <ActForm
        id="follow-up"
        body={{ heldOn, text }}
        missing={{
          heldOn: heldOn === '' && acts.lacking.day(cases.heldOn),
          text: text.trim() === '' && acts.lacking.words(cases.followUpText),
        }}
        act={(key, body) => ask('POST /cases/{caseNo}/follow-ups', { path: { caseNo }, body }, { key })}
        onDone={onDone}
        onConflict={again}
        again={again}
        submit={cases.followUp}
      >
        {(errorFor) => (
          <>
            <DateField
              id="follow-up-heldOn"
              label={cases.heldOn}
              error={errorFor('heldOn')}
              value={heldOn}
              onValue={(day) => change({ heldOn: day })}
            />
            <TextArea
              id="follow-up-text"
              label={cases.followUpText}
              hint={cases.followUpHint}
              error={errorFor('text')}
              value={text}
              onValue={(words) => change({ text: words })}
            />
          </>
        )}
      </ActForm>
    </details>
  );
}

/** The follow-ups of the case, and when the next is due (L-56); nothing where the routine has none. */
export function FollowUps({ caseNo, mayWrite }: { readonly caseNo: string; readonly mayWrite: boolean }) {
  const { cases, orders } = useWords();
  const nameOf = useStaff();
  const asking = useAsk('GET /cases/{caseNo}/follow-ups', { path: { caseNo } });
  const { value, failure, again } = asking;
  if (!failure && !value?.items.length && !value?.deadlines.length) return null;
  return (
    <section class="card">
      <h2>{cases.followUps}</h2>
      <Loaded of={asking}>
        {({ items, deadlines }) => (
          <>
            {deadlines.map(({ due, state, why }) =>
              state === 'open' || state === 'overdue' ? (
                <div key={due}>
                  <p>
                    {/* A year away: the day alone would be read as this year's. */}
                    <b>{cases.nextFollowUp(dueDate(due, true))}</b>{' '}
                    {state === 'overdue' ? <Tag tone="danger">{orders.late}</Tag> : undefined}
                  </p>
                  <WhyDetails steps={why} about={cases.followUps} />
                </div>
              ) : undefined,
            )}
            <Timeline
              happenings={items.toReversed().map(({ heldOn, text, by, at }) => ({
                at,
                title: shortDate(heldOn, true),
                by: nameOf(by),
                more: <p>{text}</p>,
              }))}
            />
            {mayWrite ? <FollowUpForm caseNo={caseNo} again={again} /> : undefined}
          </>
        )}
      </Loaded>
    </section>
  );
}

import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import type { Failure } from '../../api/outcome.ts';
import { shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { DateField } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { ActForm } from '../orders/act-form.tsx';
import { atField } from '../switches/at-field.ts';
import { Back } from './crumb.tsx';
import { PersonForm } from './person-form.tsx';
import type { RoomProps } from './room-props.ts';
import { useDays } from './use-days.ts';
import { usePlace } from './use-place.ts';

type Staff = AnswerOf<'GET /people/staff'>['items'][number];
type Work = { readonly id: string; readonly name: string; readonly again: () => void };

function Roles({ of }: { readonly of: readonly Staff[] }) {
  const { administration, shell } = useWords();
  const { staff } = administration;
  const days = useDays();
  const place = usePlace();
  return (
    <section class="card">
      <h2>{staff.roles}</h2>
      <SummaryList
        rows={of.map((one) => ({
          name: shell.roles[one.role],
          value: [
            place(one),
            days(one.from, one.to) ?? administration.always,
            ...(one.deputyFor === undefined ? [] : [staff.deputyFor(one.deputyFor)]),
            one.now ? staff.inForce : staff.notInForce,
          ].join(', '),
        }))}
      />
    </section>
  );
}

/** Who still has cases cannot leave: how much is left, and the way to moving it. */
function WorkLeft({ id, left }: { readonly id: string; readonly left: Failure }) {
  const { staff } = useWords().administration;
  return (
    <>
      <ul>
        {left.faults
          .filter(({ code }) => code !== 'case-not-moved')
          .map(({ code, message }) => (
            <li key={code}>{message ?? code}</li>
          ))}
      </ul>
      <p>{staff.workLeftText}</p>
      <p>
        <ButtonLink look="primary" href={hrefOf('/administration/arenden/:id', { id })}>
          {staff.move}
        </ButtonLink>
      </p>
    </>
  );
}

function EndForm({ id, name, again }: Work) {
  const { staff } = useWords().administration;
  const [lastDay, setLastDay] = useState('');
  const [left, setLeft] = useState<Failure>();
  async function end(key: string, body: { readonly lastDay?: string }) {
    const outcome = await ask('POST /people/staff/{userId}/ending', { path: { userId: id }, body }, { key });
    const isLeft = !outcome.ok && outcome.code === 'work-left';
    setLeft(isLeft ? outcome : undefined);
    // How much is left is told beside the form, with the way on.
    return isLeft ? { ...outcome, faults: [] } : atField(outcome, () => 'lastDay');
  }
  return (
    <ActForm
      id="end"
      body={lastDay === '' ? {} : { lastDay }}
      act={end}
      onDone={again}
      onConflict={() => undefined}
      again={again}
      submit={staff.end}
      danger
      check={<p>{staff.endCheck(name, lastDay === '' ? '' : shortDate(lastDay, true))}</p>}
    >
      {(errorFor) => (
        <>
          {left ? <WorkLeft id={id} left={left} /> : <p>{staff.endText}</p>}
          <DateField
            id="end-lastDay"
            label={staff.to}
            optional
            error={errorFor('lastDay')}
            value={lastDay}
            onValue={setLastDay}
          />
        </>
      )}
    </ActForm>
  );
}

function Person({ id, name, held, again }: Work & { readonly held: readonly Staff[] }) {
  const { staff } = useWords().administration;
  const [round, setRound] = useState(0);
  const anew = () => {
    setRound(round + 1);
    again();
  };
  const isOfficer = held.some(({ role }) => role === 'officer');
  return (
    <>
      {round > 0 ? <Notice tone="success" title={staff.saved} aloud /> : undefined}
      <Roles of={held} />
      {isOfficer ? (
        <p class="pages">
          <ButtonLink href={hrefOf('/administration/arenden/:id', { id })}>{staff.move}</ButtonLink>
        </p>
      ) : undefined}
      {activeRole() === 'administrator' ? (
        <section class="card acts thread" key={JSON.stringify(held)}>
          <details class="act" name="act">
            <summary>{staff.change}</summary>
            <PersonForm held={held} onDone={anew} />
          </details>
          <details class="act" name="act">
            <summary>{staff.end}</summary>
            <EndForm id={id} name={name} again={anew} />
          </details>
        </section>
      ) : undefined}
    </>
  );
}

/** One person: their roles, and what can be done. */
export function PersonPage({ id }: RoomProps) {
  const { administration, states } = useWords();
  const { staff } = administration;
  const asking = useAsk('GET /people/staff');
  const held = asking.value?.items.filter(({ userId }) => userId === id) ?? [];
  const name = held.find((one) => one.name)?.name ?? id;
  return (
    <>
      <Back href="#/administration/personal" text={staff.title} />
      <PageHead title={name} lead={id === name ? undefined : id} />
      <Loaded of={asking}>
        {() =>
          held.length > 0 ? (
            <Person id={id} name={name} held={held} again={asking.again} />
          ) : (
            <Notice tone="warning" title={states.missing} />
          )
        }
      </Loaded>
    </>
  );
}

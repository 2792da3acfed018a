import { useState } from 'preact/hooks';
import { ask } from '../../../api/client.ts';
import { shortDate } from '../../../app/format.ts';
import { lazily } from '../../../app/lazily.tsx';
import type { PageProps } from '../../../app/router.ts';
import { type Asking, useAsk } from '../../../app/use-ask.ts';
import { useDraft } from '../../../app/use-draft.ts';
import { DateField, TextArea } from '../../../parts/field.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { Tag } from '../../../parts/tag.tsx';
import { ActForm } from '../../orders/act-form.tsx';
import { type PairMeetings, useMeetingWords } from './pair-meetings.ts';

const HoldMeeting = lazily(async () => (await import('./hold-meeting.tsx')).HoldMeeting);

/** A meeting of both is planned for a day; the other unit's manager is told (H-13, H-14). */
function PlanMeeting({
  pair,
  onPlanned,
}: {
  readonly pair: PairMeetings;
  readonly onPlanned: (next: PairMeetings) => void;
}) {
  const words = useMeetingWords();
  const [{ on, agenda }, change, forget] = useDraft(`pair/${pair.id}/plan`, { on: '', agenda: '' });
  const id = `plan-${pair.id}`;
  return (
    <details class="act">
      <summary>{words.plan}</summary>
      <ActForm
        id={id}
        body={{ on, ...(agenda.trim() === '' ? {} : { agenda: agenda.trim() }) }}
        missing={{ on: on === '' && words.onMissing }}
        act={(key, body) => ask('POST /unit-pairs/{pairId}/meetings', { path: { pairId: pair.id }, body }, { key })}
        onDone={(next) => {
          forget();
          onPlanned(next);
        }}
        onConflict={() => undefined}
        again={() => undefined}
        submit={words.plan}
      >
        {(errorFor) => (
          <>
            <DateField
              id={`${id}-on`}
              label={words.on}
              error={errorFor('on')}
              value={on}
              onValue={(next) => change({ on: next })}
            />
            <TextArea
              id={`${id}-agenda`}
              label={words.agenda}
              hint={words.agendaHint}
              optional
              rows={2}
              error={errorFor('agenda')}
              value={agenda}
              onValue={(next) => change({ agenda: next })}
            />
          </>
        )}
      </ActForm>
    </details>
  );
}

/** Two units: what is left of their year, and each meeting, planned or held. */
function Pair({ asking }: { readonly asking: Asking<PairMeetings> }) {
  const words = useMeetingWords();
  const [did, setDid] = useState<'planned' | 'held'>();
  return (
    <Loaded of={asking}>
      {(pair) => (
        <section class="card acts">
          <h2>{words.pair(pair.ordering.name, pair.receiving.name)}</h2>
          <p>{words.left(pair.left, pair.asked, pair.year)}</p>
          {did ? <Notice tone="success" title={words[did]} aloud /> : undefined}
          {pair.meetings.length === 0 ? <p class="soft">{words.meetingsNone}</p> : undefined}
          <ul class="plain people">
            {pair.meetings.map((meeting) => (
              <li key={meeting.id}>
                <p>
                  <Tag tone={meeting.held ? 'success' : 'info'}>
                    {meeting.held
                      ? words.heldOn(shortDate(meeting.held.on, true))
                      : words.plannedFor(shortDate(meeting.on, true))}
                  </Tag>
                </p>
                {meeting.agenda ? (
                  <p>
                    {words.agenda}: {meeting.agenda}
                  </p>
                ) : undefined}
                {meeting.held ? (
                  <>
                    {meeting.held.quality ? <p>{`${words.quality}: ${meeting.held.quality}`}</p> : undefined}
                    {meeting.held.workEnvironment ? (
                      <p>{`${words.environment}: ${meeting.held.workEnvironment}`}</p>
                    ) : undefined}
                  </>
                ) : pair.next.includes('holdMeeting') ? (
                  <HoldMeeting
                    pair={pair}
                    meetingId={meeting.id}
                    onHeld={(next) => {
                      setDid('held');
                      asking.put(next);
                    }}
                  />
                ) : undefined}
              </li>
            ))}
          </ul>
          {pair.next.includes('planMeeting') ? (
            <PlanMeeting
              pair={pair}
              onPlanned={(next) => {
                setDid('planned');
                asking.put(next);
              }}
            />
          ) : undefined}
        </section>
      )}
    </Loaded>
  );
}

const PairOf = ({ pairId }: { readonly pairId: string }) => (
  <Pair asking={useAsk('GET /unit-pairs/{pairId}/meetings', { path: { pairId } })} />
);

/** The pairs of units that meet, for their managers and the head of the area (H-13, H-14). */
export function MeetingsPage(_props: PageProps) {
  const words = useMeetingWords();
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/kop">
          {words.back}
        </a>
      </p>
      <PageHead title={words.title} lead={words.lead} />
      <Loaded of={useAsk('GET /unit-pairs', { query: { limit: 50 } })}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="card nothing">{words.none}</p>
          ) : (
            items.map(({ id }) => <PairOf key={id} pairId={id} />)
          )
        }
      </Loaded>
    </>
  );
}

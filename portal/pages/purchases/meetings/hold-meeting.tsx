import { ask } from '../../../api/client.ts';
import { useAsk } from '../../../app/use-ask.ts';
import { useDraft } from '../../../app/use-draft.ts';
import { Checkbox } from '../../../parts/checkbox.tsx';
import { DateField, TextArea } from '../../../parts/field.tsx';
import { ActForm } from '../../orders/act-form.tsx';
import { type PairMeetings, useMeetingWords } from './pair-meetings.ts';

type Props = {
  readonly pair: PairMeetings;
  readonly meetingId: string;
  readonly onHeld: (next: PairMeetings) => void;
};
type Draft = {
  readonly on: string;
  readonly who: readonly string[];
  readonly quality: string;
  readonly workEnvironment: string;
  readonly reason: string;
};

/** Who came, and what was said of both subjects; one that was left out asks why (H-14). */
export function HoldMeeting({ pair, meetingId, onHeld }: Props) {
  const words = useMeetingWords();
  const initial: Draft = { on: '', who: [], quality: '', workEnvironment: '', reason: '' };
  const [draft, change, forget] = useDraft<Draft>(`pair/${pair.id}/${meetingId}`, initial);
  const { on, who, quality, workEnvironment } = draft;
  const units = [pair.ordering, pair.receiving];
  const people = (useAsk('GET /people/staff').value?.items ?? []).filter(
    ({ now, unitId }) => now && units.some(({ id }) => id === unitId),
  );
  const reason = draft.reason.trim();
  const id = `hold-${meetingId}`;
  return (
    <details class="act">
      <summary>{words.hold}</summary>
      <ActForm
        id={id}
        body={{
          ...{ on, participants: [...who], quality: quality.trim(), workEnvironment: workEnvironment.trim() },
          ...(reason === '' ? {} : { reason }),
        }}
        missing={{ on: on === '' && words.onMissing, participants: who.length === 0 && words.whoMissing }}
        act={(key, body) =>
          ask(
            'POST /unit-pairs/{pairId}/meetings/{meetingId}/minutes',
            { path: { pairId: pair.id, meetingId }, body },
            { key },
          )
        }
        onDone={(next) => {
          forget();
          onHeld(next);
        }}
        onConflict={() => undefined}
        again={() => undefined}
        submit={words.hold}
      >
        {(errorFor) => (
          <>
            <DateField
              id={`${id}-on`}
              label={words.heldDay}
              error={errorFor('on')}
              value={on}
              onValue={(next) => change({ on: next })}
            />
            <fieldset id={`${id}-participants`} class="ds-fieldset" tabIndex={-1}>
              <legend class="ds-label">{words.who}</legend>
              {errorFor('participants') === undefined ? undefined : (
                <p class="ds-validation-message" data-color="danger">
                  {errorFor('participants')}
                </p>
              )}
              {[...new Map(people.map((one) => [one.userId, one])).values()].map(({ userId, name, unitId }) => (
                <Checkbox
                  key={userId}
                  label={`${name ?? userId}, ${units.find((unit) => unit.id === unitId)?.name ?? ''}`}
                  checked={who.includes(userId)}
                  onChecked={(isOn) => change({ who: isOn ? [...who, userId] : who.filter((one) => one !== userId) })}
                />
              ))}
            </fieldset>
            {(['quality', 'workEnvironment'] as const).map((key) => (
              <TextArea
                key={key}
                id={`${id}-${key}`}
                label={key === 'quality' ? words.quality : words.environment}
                hint={words.agendaHint}
                rows={3}
                error={errorFor(key)}
                value={draft[key]}
                onValue={(text) => change({ [key]: text })}
              />
            ))}
            <TextArea
              id={`${id}-reason`}
              label={words.reason}
              optional
              rows={2}
              error={errorFor('reason')}
              value={draft.reason}
              onValue={(text) => change({ reason: text })}
            />
          </>
        )}
      </ActForm>
    </details>
  );
}

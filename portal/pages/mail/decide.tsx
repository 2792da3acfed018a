import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { SelectField, TextArea } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ActForm } from '../orders/act-form.tsx';

type Work = {
  readonly mail: AnswerOf<'GET /mail/{mailId}'>;
  readonly version: number | undefined;
  readonly again: () => void;
};

const shortest = 3;

function Act({
  title,
  open,
  children,
}: {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="act" name="decision" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** Which provider somebody answers for that it is from; a reply about an order is from the order’s own. */
function Whose({
  value,
  onValue,
  error,
}: {
  readonly value: string;
  readonly onValue: (id: string) => void;
  readonly error?: string;
}) {
  const { mail: words } = useWords();
  const { value: settings } = useAsk('GET /settings');
  const options = (settings?.providers ?? []).map(({ id, name }) => ({ value: id, text: name }));
  return (
    <SelectField
      id="release-providerId"
      label={words.releaseBy}
      error={error}
      value={value}
      onValue={onValue}
      options={[{ value: '', text: words.pick }, ...options]}
    />
  );
}

type Asked = {
  readonly id: string;
  /** What deciding so means. */
  readonly text: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onValue: (text: string) => void;
  /** What else must be answered, before the words. */
  readonly children?: ComponentChildren;
};

/** What a decision means, and the words that it is to be kept with. */
function Told({ text, children, ...field }: Asked) {
  return (
    <>
      <p>{text}</p>
      {children}
      <TextArea rows={3} {...field} />
    </>
  );
}

function Release({ mail, version, again }: Work) {
  const { mail: words } = useWords();
  const [reason, setReason] = useState('');
  const [providerId, setProviderId] = useState(mail.claimedProviderId ?? '');
  const { mailId } = mail;
  const isAsked = mail.orderId === undefined;
  return (
    <ActForm
      id="release"
      body={{ reason: reason.trim(), ...(isAsked && providerId !== '' ? { providerId } : {}) }}
      missing={{
        providerId: isAsked && providerId === '' && words.pickMissing,
        reason: reason.trim().length < shortest && words.reasonMissing,
      }}
      act={(key, body) => ask('POST /mail/{mailId}/release', { path: { mailId }, body }, { key, version })}
      onDone={again}
      onConflict={again}
      again={again}
      submit={words.release}
    >
      {(errorFor) => (
        <Told
          id="release-reason"
          text={words.releaseText}
          label={words.reason}
          hint={words.releaseHint}
          error={errorFor('reason')}
          value={reason}
          onValue={setReason}
        >
          {isAsked ? <Whose value={providerId} onValue={setProviderId} error={errorFor('providerId')} /> : undefined}
        </Told>
      )}
    </ActForm>
  );
}

function Refuse({ mail: { mailId }, version, again }: Work) {
  const { mail: words } = useWords();
  const [reason, setReason] = useState('');
  return (
    <ActForm
      id="refuse"
      body={{ reason: reason.trim() }}
      missing={{ reason: reason.trim().length < shortest && words.reasonMissing }}
      act={(key, body) => ask('POST /mail/{mailId}/refusal', { path: { mailId }, body }, { key, version })}
      onDone={again}
      onConflict={again}
      again={again}
      submit={words.refuse}
      danger
    >
      {(errorFor) => (
        <Told
          id="refuse-reason"
          text={words.refuseText}
          label={words.reason}
          hint={words.refuseHint}
          error={errorFor('reason')}
          value={reason}
          onValue={setReason}
        />
      )}
    </ActForm>
  );
}

function Handle({ mail: { mailId }, version, again }: Work) {
  const { mail: words } = useWords();
  const [note, setNote] = useState('');
  return (
    <ActForm
      id="handle"
      body={{ note: note.trim() }}
      missing={{ note: note.trim().length < shortest && words.noteMissing }}
      act={(key, body) => ask('POST /mail/{mailId}/handling', { path: { mailId }, body }, { key, version })}
      onDone={again}
      onConflict={again}
      again={again}
      submit={words.handle}
    >
      {(errorFor) => (
        <Told
          id="handle-note"
          text={words.handleText}
          label={words.note}
          error={errorFor('note')}
          value={note}
          onValue={setNote}
        />
      )}
    </ActForm>
  );
}

/** What can be decided about a mail, by whoever it waits for. */
export function Decide(work: Work) {
  const { mail: words } = useWords();
  const { state, mayDecide, mayBeReleased } = work.mail;
  const isWaiting = state === 'quarantined' || state === 'asked';
  if (!isWaiting) return null;
  if (!mayDecide) return <p class="soft">{words.onlyRead}</p>;
  return (
    <section class="card">
      <h2>{words.decide}</h2>
      {state === 'asked' ? (
        <Handle {...work} />
      ) : (
        <div class="acts">
          {mayBeReleased ? (
            <Act title={words.release}>
              <Release {...work} />
            </Act>
          ) : (
            <Notice tone="info">
              <p>{words.notReleasable}</p>
            </Notice>
          )}
          <Act title={words.refuse} open={!mayBeReleased}>
            <Refuse {...work} />
          </Act>
        </div>
      )}
    </section>
  );
}

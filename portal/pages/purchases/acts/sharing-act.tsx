import { ask } from '../../../api/client.ts';
import { withOffset } from '../../../app/with-offset.ts';
import { Checkbox } from '../../../parts/checkbox.tsx';
import { Choices } from '../../../parts/choices.tsx';
import { TextArea, TextField } from '../../../parts/field.tsx';
import { TimeField } from '../../../parts/time-field.tsx';
import { ActForm } from '../../orders/act-form.tsx';
import type { PurchaseForm } from '../purchase-form.ts';
import { usePurchaseStep } from '../use-purchase-step.ts';
import { usePurchaseWords } from './use-purchase-words.ts';

type Kind = 'TRANSFER' | 'JOURNAL_ACCESS' | 'FORWARD';
type Channel = 'ORAL' | 'SYSM';
const channels: readonly Channel[] = ['ORAL', 'SYSM'];

type Draft = {
  readonly kind: Kind;
  readonly isReceiver: boolean;
  readonly others: string;
  readonly channels: readonly Channel[];
  readonly at: string;
  readonly journalRef: string;
};

const namedIn = ({ isReceiver, others }: Draft, receiverId: string): string[] => [
  ...(isReceiver ? [receiverId] : []),
  ...others
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
];

/** With whom something about a person may be shared or has been passed on, how and when (B-06, B-07, B-21 to B-25). */
function SharingAct({ work, is }: { readonly work: PurchaseForm; readonly is: 'consents' | 'forwardings' }) {
  const say = usePurchaseWords();
  const isConsent = is === 'consents';
  const initial: Draft = {
    ...{ kind: isConsent ? 'TRANSFER' : 'FORWARD', isReceiver: isConsent, others: '', channels: ['SYSM'] },
    ...{ at: '', journalRef: '' },
  };
  const { draft, change, form } = usePurchaseStep<Draft>(work, is, initial);
  const { caseNo = '', receiver } = work.one;
  const recipients = namedIn(draft, receiver.id);
  const journalRef = draft.journalRef.trim();
  const when = isConsent ? say.consentAt : say.forwardAt;
  const path = { caseNo };
  return (
    <ActForm
      {...form}
      body={{
        ...{ kind: draft.kind, recipients, channels: [...draft.channels], at: draft.at && withOffset(draft.at) },
        ...(journalRef === '' ? {} : { journalRef }),
      }}
      missing={{
        recipients: recipients.length === 0 && say.recipientsMissing,
        channels: draft.channels.length === 0 && say.channelsMissing,
        at: draft.at === '' && say.lacking.time(when),
        journalRef: draft.kind === 'JOURNAL_ACCESS' && journalRef === '' && say.lacking.line(say.journalRef),
      }}
      act={async (key, body) =>
        isConsent
          ? ask('POST /cases/{caseNo}/consents', { path, body }, { key })
          : ask('POST /cases/{caseNo}/forwardings', { path, body }, { key })
      }
      submit={say.titles[isConsent ? 'recordConsent' : 'forwardInformation']}
    >
      {(errorFor) => (
        <>
          <p>{say.consentText}</p>
          <Choices<Kind>
            id={`${is}-kind`}
            label={isConsent ? say.consentKind : say.forwardKind}
            error={errorFor('kind')}
            value={draft.kind}
            onValue={(kind) => change({ kind })}
            options={(['TRANSFER', 'JOURNAL_ACCESS', 'FORWARD'] as const).map((value) => ({
              ...{ value, text: say.consentKinds[value] },
            }))}
          />
          <fieldset id={`${is}-recipients`} class="ds-fieldset" tabIndex={-1}>
            <legend class="ds-label">{say.recipients}</legend>
            {errorFor('recipients') === undefined ? undefined : (
              <p class="ds-validation-message" data-color="danger">
                {errorFor('recipients')}
              </p>
            )}
            <Checkbox
              label={say.theReceiver(receiver.name)}
              checked={draft.isReceiver}
              onChecked={(isReceiver) => change({ isReceiver })}
            />
            <TextArea
              id={`${is}-others`}
              label={say.others}
              hint={say.recipientsHint}
              optional
              rows={2}
              value={draft.others}
              onValue={(others) => change({ others })}
            />
          </fieldset>
          <fieldset id={`${is}-channels`} class="ds-fieldset" tabIndex={-1}>
            <legend class="ds-label">{say.channels}</legend>
            {errorFor('channels') === undefined ? undefined : (
              <p class="ds-validation-message" data-color="danger">
                {errorFor('channels')}
              </p>
            )}
            {channels.map((channel) => (
              <Checkbox
                key={channel}
                label={say.channel[channel]}
                checked={draft.channels.includes(channel)}
                onChecked={(isOn) =>
                  change({
                    channels: isOn ? [...draft.channels, channel] : draft.channels.filter((one) => one !== channel),
                  })
                }
              />
            ))}
          </fieldset>
          <TimeField
            id={`${is}-at`}
            label={when}
            error={errorFor('at')}
            value={draft.at}
            onValue={(at) => change({ at })}
          />
          <TextField
            id={`${is}-journalRef`}
            label={say.journalRef}
            optional={draft.kind !== 'JOURNAL_ACCESS'}
            error={errorFor('journalRef')}
            value={draft.journalRef}
            onValue={(next) => change({ journalRef: next })}
          />
        </>
      )}
    </ActForm>
  );
}

export const ConsentAct = ({ work }: { readonly work: PurchaseForm }) => <SharingAct work={work} is="consents" />;
export const ForwardAct = ({ work }: { readonly work: PurchaseForm }) => <SharingAct work={work} is="forwardings" />;

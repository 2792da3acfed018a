import { useWords } from '../../app/language.ts';
import { Checkbox } from '../../parts/checkbox.tsx';
import { Choices } from '../../parts/choices.tsx';
import { DateField, SelectField, TextField } from '../../parts/field.tsx';
import { TimeField } from '../../parts/time-field.tsx';
import type { ErrorFor } from '../orders/act-form.tsx';
import { FormFile } from '../orders/form-file.tsx';
import type { SwitchDraft } from './switch-draft.ts';

type Props = {
  readonly draft: SwitchDraft;
  readonly change: (part: Partial<SwitchDraft>) => void;
  readonly errorFor: ErrorFor;
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly asksHealthCare: boolean;
};

/** Who takes over: the one that the customer has chosen, or the next in turn but for the one that is left (S-03, S-42). */
function Joining({ draft, change, errorFor, providers }: Props) {
  const { choosing, switches } = useWords();
  const chosen = (
    <SelectField
      id="switch-toProviderId"
      label={choosing.provider}
      error={errorFor('toProviderId')}
      value={draft.toProviderId}
      onValue={(toProviderId) => change({ toProviderId })}
      options={[{ value: '', text: choosing.pick }, ...providers.map(({ id, name }) => ({ value: id, text: name }))]}
    />
  );
  return (
    <Choices
      id="switch-how"
      label={switches.how}
      error={errorFor('how')}
      value={draft.how}
      onValue={(how) => change({ how })}
      options={[
        { value: 'chosen', text: switches.chosen, more: chosen },
        { value: 'abstains', text: switches.abstains, more: <p>{switches.abstainsText}</p> },
      ]}
    />
  );
}

/** The day that the customer wishes, if they do, and what they say of it (S-47, S-48). */
function Wishes({ draft, change, errorFor }: Props) {
  const { switches } = useWords();
  return (
    <>
      <DateField
        id="switch-wishedDate"
        label={switches.wished}
        hint={switches.wishedHint}
        optional
        error={errorFor('wishedDate')}
        value={draft.wishedDate}
        onValue={(wishedDate) => change({ wishedDate })}
      />
      {draft.wishedDate === '' ? undefined : (
        <TextField
          id="switch-wishReason"
          label={switches.wishReason}
          hint={switches.callOffHint}
          optional
          error={errorFor('wishReason')}
          value={draft.wishReason}
          onValue={(wishReason) => change({ wishReason })}
        />
      )}
      <Checkbox
        label={switches.wishNoContact}
        checked={draft.noContact}
        onChecked={(noContact) => change({ noContact })}
      />
    </>
  );
}

/** Everything that is asked about a new switch. */
export function SwitchFields(props: Props) {
  const { choosing, switches } = useWords();
  const { draft, change, errorFor, providers, asksHealthCare } = props;
  return (
    <>
      <TextField
        id="switch-caseNo"
        label={choosing.caseNo}
        hint={choosing.caseHint}
        width="medium"
        error={errorFor('caseNo')}
        value={draft.caseNo}
        onValue={(caseNo) => change({ caseNo })}
      />
      {errorFor('leavingProviderId') === undefined && draft.leavingProviderId === '' ? undefined : (
        <SelectField
          id="switch-leavingProviderId"
          label={switches.leavingWhich}
          error={errorFor('leavingProviderId')}
          value={draft.leavingProviderId}
          onValue={(leavingProviderId) => change({ leavingProviderId })}
          options={[
            { value: '', text: choosing.pick },
            ...providers.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
      )}
      <Joining {...props} />
      <Choices
        id="switch-mode"
        label={choosing.mode}
        error={errorFor('mode')}
        value={draft.mode}
        onValue={(mode) => change({ mode })}
        options={(['WRITTEN', 'ORAL'] as const).map((value) => ({ value, text: choosing[value] }))}
      />
      {draft.mode === 'WRITTEN' ? (
        <FormFile
          id="switch-formDocumentId"
          error={errorFor('formDocumentId')}
          documentId={draft.formDocumentId}
          onDocument={(formDocumentId) => change({ formDocumentId })}
        />
      ) : undefined}
      <TimeField
        id="switch-toldAt"
        label={switches.toldAt}
        hint={switches.toldHint}
        error={errorFor('toldAt')}
        value={draft.toldAt}
        onValue={(toldAt) => change({ toldAt })}
      />
      <Wishes {...props} />
      {asksHealthCare ? (
        <Choices
          id="switch-healthCareEnrolled"
          label={choosing.healthTitle}
          hint={choosing.healthHint}
          error={errorFor('healthCareEnrolled')}
          value={draft.enrolled}
          onValue={(enrolled) => change({ enrolled })}
          options={(['yes', 'no'] as const).map((value) => ({ value, text: switches[value] }))}
        />
      ) : undefined}
    </>
  );
}

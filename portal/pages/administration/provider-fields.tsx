import { useWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choices.tsx';
import { DateField, SelectField, TextArea, TextField } from '../../parts/field.tsx';
import type { ErrorFor } from '../orders/act-form.tsx';
import { emptyContact, type ProviderDraft, placeFields } from './provider-draft.ts';

type Props = {
  readonly draft: ProviderDraft;
  readonly change: (part: Partial<ProviderDraft>) => void;
  readonly errorFor: ErrorFor;
};

function Contacts({ draft, change, errorFor }: Props) {
  const { providers } = useWords().administration;
  const { contacts } = draft;
  const put = (at: number, part: Partial<typeof emptyContact>) =>
    change({ contacts: contacts.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <>
      {contacts.map((contact, at) => (
        <fieldset key={at} class="ds-fieldset">
          <legend class="ds-label">{providers.contact(at + 1)}</legend>
          <TextField
            id={`provider-contacts-${at}-name`}
            label={providers.name}
            error={errorFor(`contacts[${at}].name`)}
            value={contact.name}
            onValue={(name) => put(at, { name })}
          />
          <TextField
            id={`provider-contacts-${at}-phone`}
            label={providers.phone}
            error={errorFor(`contacts[${at}].phone`)}
            value={contact.phone}
            onValue={(phone) => put(at, { phone })}
          />
          <TextField
            id={`provider-contacts-${at}-email`}
            label={providers.email}
            error={errorFor(`contacts[${at}].email`)}
            value={contact.email}
            onValue={(email) => put(at, { email })}
          />
        </fieldset>
      ))}
      <p>
        <Button onClick={() => change({ contacts: [...contacts, emptyContact] })}>{providers.addContact}</Button>
      </p>
    </>
  );
}

/** The state's permit, from and to (SoL 2025:400, 26:1). */
function Permit({ draft, change, errorFor }: Props) {
  const { administration } = useWords();
  const { providers } = administration;
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{providers.permit}</legend>
      <p data-field="description">{providers.permitHint}</p>
      <DateField
        id="provider-permit-from"
        label={administration.from}
        optional
        error={errorFor('permit-from') ?? errorFor('permit.from')}
        value={draft.permitFrom}
        onValue={(permitFrom) => change({ permitFrom })}
      />
      <DateField
        id="provider-permit-to"
        label={administration.to}
        optional
        error={errorFor('permit.to')}
        value={draft.permitTo}
        onValue={(permitTo) => change({ permitTo })}
      />
      <TextField
        id="provider-permit-reference"
        label={providers.permitReference}
        optional
        width="medium"
        error={errorFor('permit.reference')}
        value={draft.reference}
        onValue={(reference) => change({ reference })}
      />
    </fieldset>
  );
}

export function ProviderFields({ isNew, ...props }: Props & { readonly isNew: boolean }) {
  const { administration, parties } = useWords();
  const { providers } = administration;
  const { draft, change, errorFor } = props;
  const text = (field: 'name' | 'email' | 'phone' | 'number' | (typeof placeFields)[number], optional = true) => (
    <TextField
      key={field}
      id={`provider-${field}`}
      label={providers[field]}
      optional={optional}
      hint={field === 'number' ? providers.numberHint : undefined}
      width={field === 'number' || field === 'postcode' ? 'short' : undefined}
      error={errorFor(field)}
      value={draft[field]}
      onValue={(next) => change({ [field]: next })}
    />
  );
  return (
    <>
      {isNew ? (
        <TextField
          id="provider-id"
          label={providers.id}
          hint={providers.idHint}
          width="short"
          error={errorFor('id')}
          value={draft.id}
          onValue={(id) => change({ id })}
        />
      ) : undefined}
      {text('name', false)}
      {text('number', false)}
      {isNew ? (
        <Choices
          id="provider-kind"
          label={providers.kind}
          error={errorFor('kind')}
          value={draft.kind === '' ? undefined : draft.kind}
          onValue={(kind) => change({ kind })}
          options={[
            { value: 'municipal', text: providers.kinds.municipal },
            { value: 'private', text: providers.kinds.private },
          ]}
        />
      ) : undefined}
      {text('email', false)}
      {text('phone')}
      {placeFields.map((field) => text(field))}
      <TextField
        id="provider-endpoint-scheme"
        label={parties.endpointScheme}
        hint={parties.endpointSchemeHint}
        optional
        width="short"
        error={errorFor('endpoint.scheme')}
        value={draft.endpointScheme}
        onValue={(endpointScheme) => change({ endpointScheme })}
      />
      <TextField
        id="provider-endpoint-id"
        label={parties.endpointId}
        hint={parties.endpointIdHint}
        optional
        error={errorFor('endpoint.id')}
        value={draft.endpointId}
        onValue={(endpointId) => change({ endpointId })}
      />
      <SelectField
        id="provider-vat"
        label={parties.vat}
        error={errorFor('vat')}
        value={draft.vat}
        onValue={(vat) => change({ vat: vat === 'S25' || vat === 'E' ? vat : '' })}
        options={[
          { value: '', text: parties.vats.none },
          { value: 'E', text: parties.vats.E },
          { value: 'S25', text: parties.vats.S25 },
        ]}
      />
      <TextField
        id="provider-areas"
        label={providers.areas}
        hint={providers.areasHint}
        optional
        error={errorFor('areas')}
        value={draft.areas}
        onValue={(areas) => change({ areas })}
      />
      <TextField
        id="provider-format"
        label={providers.format}
        hint={providers.formatHint}
        optional
        error={errorFor('format')}
        value={draft.format}
        onValue={(format) => change({ format })}
      />
      <TextArea
        id="provider-offers"
        label={providers.offers}
        hint={providers.offersHint}
        optional
        error={errorFor('offers')}
        value={draft.offers}
        onValue={(offers) => change({ offers })}
      />
      <DateField
        id="provider-approvedFrom"
        label={providers.approvedFrom}
        optional
        error={errorFor('approvedFrom')}
        value={draft.approvedFrom}
        onValue={(approvedFrom) => change({ approvedFrom })}
      />
      <Permit {...props} />
      <Contacts {...props} />
    </>
  );
}

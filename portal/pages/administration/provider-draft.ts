import type { AnswerOf, Asked } from '../../api/contract.ts';

type Provider = AnswerOf<'GET /settings'>['providers'][number];
type Saved = NonNullable<Asked<'PUT /settings/providers/{providerId}'>['body']>;

type ContactDraft = { readonly name: string; readonly phone: string; readonly email: string };
export const emptyContact: ContactDraft = { name: '', phone: '', email: '' };

/** Fields of text, by the names that they have in the request. */
export const placeFields = ['organisationNumber', 'address', 'postcode', 'town', 'bankgiro', 'plusgiro'] as const;
type PlaceField = (typeof placeFields)[number];

export type ProviderDraft = { readonly [field in PlaceField]: string } & {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: '' | Provider['kind'];
  readonly email: string;
  readonly phone: string;
  readonly areas: string;
  readonly offers: string;
  readonly format: string;
  readonly permitFrom: string;
  readonly permitTo: string;
  readonly reference: string;
  readonly approvedFrom: string;
  readonly contacts: readonly ContactDraft[];
  readonly endpointScheme: string;
  readonly endpointId: string;
  readonly vat: '' | 'E' | 'S25';
};

/** A provider as its form begins: as it is known, or empty with the number after the last. */
export function draftOf(known: Provider | undefined, all: readonly Provider[]): ProviderDraft {
  const next = Math.max(0, ...all.map(({ number }) => number)) + 1;
  const text = (field: PlaceField) => known?.[field] ?? '';
  return {
    id: known?.id ?? '',
    number: String(known?.number ?? next),
    name: known?.name ?? '',
    kind: known?.kind ?? '',
    email: known?.email ?? '',
    phone: known?.phone ?? '',
    areas: known?.areas?.join(', ') ?? '',
    offers: known?.offers ?? '',
    format: known?.format ?? '',
    permitFrom: known?.permit?.from ?? '',
    permitTo: known?.permit?.to ?? '',
    reference: known?.permit?.reference ?? '',
    approvedFrom: known?.approvedFrom ?? '',
    contacts: (known?.contacts ?? []).map(({ name = '', phone, email }) => ({ name, phone, email })),
    ...{ organisationNumber: text('organisationNumber'), address: text('address'), postcode: text('postcode') },
    ...{ town: text('town'), bankgiro: text('bankgiro'), plusgiro: text('plusgiro') },
    endpointScheme: known?.endpoint?.scheme ?? '0007',
    endpointId: known?.endpoint?.id ?? '',
    vat: known?.vat ?? '',
  };
}

const filled = (field: string, text: string) => (text.trim() === '' ? {} : { [field]: text.trim() });

/** What is sent: what is empty is left out, and a permit that is emptied is none. */
export function providerOf(draft: ProviderDraft): Saved {
  const { permitFrom, permitTo, reference, kind } = draft;
  const areas = draft.areas.split(/[,\s]+/).filter((area) => area !== '');
  const contacts = draft.contacts.filter(({ name, phone, email }) => `${name}${phone}${email}`.trim() !== '');
  return {
    number: Number(draft.number),
    name: draft.name.trim(),
    kind: kind === '' ? 'private' : kind,
    email: draft.email.trim(),
    ...filled('phone', draft.phone),
    ...filled('offers', draft.offers),
    ...filled('approvedFrom', draft.approvedFrom),
    ...Object.assign({}, ...placeFields.map((field) => filled(field, draft[field]))),
    ...(draft.endpointId.trim() === ''
      ? {}
      : { endpoint: { scheme: draft.endpointScheme.trim(), id: draft.endpointId.trim() } }),
    ...(draft.vat === '' ? {} : { vat: draft.vat }),
    ...(areas.length > 0 ? { areas } : {}),
    ...(contacts.length > 0
      ? { contacts: contacts.map(({ name, phone, email }) => ({ ...filled('name', name), phone, email })) }
      : {}),
    format: draft.format.trim() === '' ? null : draft.format.trim(),
    permit:
      permitFrom === '' ? null : { from: permitFrom, ...filled('to', permitTo), ...filled('reference', reference) },
  };
}

import type { AnswerOf } from '../../api/contract.ts';

type Setup = AnswerOf<'GET /settings/setup'>;

/** Who the municipality is on invoices, and how it books them, as their fields are filled in. */
export type BuyerDraft = { readonly [field in (typeof buyerFields)[number] | (typeof bookingFields)[number]]: string };

export const buyerFields = [
  ...(['buyerName', 'orgNo', 'street', 'postalCode', 'city'] as const),
  ...(['endpointScheme', 'endpointId', 'buyerReference'] as const),
] as const;
export const bookingFields = ['series', 'chart', 'costAccount', 'dims', 'debtAccount'] as const;

const dimsWritten = (dims: Readonly<Record<string, string>>): string =>
  Object.entries(dims)
    .map(([dim, value]) => `${dim}=${value}`)
    .join(', ');

export function buyerDraftOf({ buyer, booking }: Setup): BuyerDraft {
  return {
    buyerName: buyer?.name ?? '',
    orgNo: buyer?.orgNo ?? '',
    street: buyer?.street ?? '',
    postalCode: buyer?.postalCode ?? '',
    city: buyer?.city ?? '',
    endpointScheme: buyer?.endpoint?.scheme ?? '',
    endpointId: buyer?.endpoint?.id ?? '',
    buyerReference: buyer?.buyerReference ?? '',
    series: booking?.series ?? '',
    chart: booking?.chart ?? '',
    costAccount: booking?.cost.account ?? '',
    dims: dimsWritten(booking?.cost.dims ?? {}),
    debtAccount: booking?.debt.account ?? '',
  };
}

/** Dimensions as they are written, `1=7110, 6=5210`; undefined for what is not written so. */
export function dimsIn(text: string): Record<string, string> | undefined {
  const pairs = text.split(/[,;]/).flatMap((one) => (one.trim() === '' ? [] : [one.trim().split(/\s*=\s*/)]));
  return pairs.every((pair) => pair.length === 2 && pair.every((part) => part !== ''))
    ? Object.fromEntries(pairs)
    : undefined;
}

const isFilled = (draft: BuyerDraft, fields: readonly (keyof BuyerDraft)[]): boolean =>
  fields.some((field) => draft[field].trim() !== '');

export const isBuyerSaid = (draft: BuyerDraft): boolean => isFilled(draft, buyerFields);
export const isBookingSaid = (draft: BuyerDraft): boolean => isFilled(draft, bookingFields);

/** As `cases.json` says it, so that one reading judges both; undefined where nothing of it is filled in. */
export function municipalityFile(
  draft: BuyerDraft,
  { booking }: Setup,
): { buyer?: object; booking?: object } | undefined {
  const text = (field: keyof BuyerDraft) => draft[field].trim();
  const filled = (key: string, value: string) => (value === '' ? {} : { [key]: value });
  const [scheme, id] = [text('endpointScheme'), text('endpointId')];
  const buyer = {
    ...{ name: text('buyerName'), orgNo: text('orgNo') },
    ...{ ...filled('street', text('street')), ...filled('postalCode', text('postalCode')) },
    ...{ ...filled('city', text('city')), ...filled('buyerReference', text('buyerReference')) },
    ...(scheme === '' && id === '' ? {} : { endpoint: { scheme, id } }),
  };
  const plan = {
    ...{ series: text('series'), chart: text('chart') },
    cost: { account: text('costAccount'), dims: dimsIn(draft.dims) ?? {} },
    debt: { account: text('debtAccount') },
    ...(booking?.finance ? { finance: booking.finance } : {}),
  };
  const said = { ...(isBuyerSaid(draft) ? { buyer } : {}), ...(isBookingSaid(draft) ? { booking: plan } : {}) };
  return Object.keys(said).length > 0 ? said : undefined;
}

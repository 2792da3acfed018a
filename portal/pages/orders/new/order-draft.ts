import type { Asked } from '../../../api/contract.ts';
import { dateTime, shortDate } from '../../../app/format.ts';
import { hrefOf } from '../../../app/router.ts';
import { withOffset } from '../../../app/with-offset.ts';
import type { FieldError } from '../../../parts/error-summary.tsx';
import { DateField } from '../../../parts/field.tsx';
import { TimeField } from '../../../parts/time-field.tsx';
import type { Customer } from '../customer-fields.tsx';
import { type ContentDraft, contentIn, contentKeys, emptyContent } from '../order-content.ts';
import { lackingIn, noService, type ServiceDraft, servicesIn } from '../services-fields.tsx';

const asWritten = (text: string): string => text;

/**
 * Answers of a line each on the step of the days, and how the check shows them. One more is a line here and its words:
 * draft, form, check and request follow.
 */
export const lines = {
  from: { Field: DateField, show: (day: string) => shortDate(day, true), asked: asWritten, otherwise: 'today' },
  to: { Field: DateField, show: (day: string) => shortDate(day, true), asked: asWritten, otherwise: 'furtherNotice' },
  homecoming: {
    Field: TimeField,
    show: (time: string) => dateTime(withOffset(time)),
    asked: withOffset,
    otherwise: 'notInHospital',
  },
} as const;
export type LineKey = keyof typeof lines;
export const lineKeys = Object.keys(lines) as readonly LineKey[];
const emptyLines = Object.fromEntries(lineKeys.map((key) => [key, ''])) as Record<LineKey, string>;

/** What is being ordered; nobody's name is in it. */
export type OrderDraft = Readonly<Record<LineKey, string>> &
  ContentDraft & {
    readonly caseNo: string;
    readonly known?: 'yes' | 'no';
    readonly how?: 'CHOSEN' | 'ABSTAINED' | 'URGENT';
    readonly providerId: string;
    readonly mode?: 'WRITTEN' | 'ORAL';
    /** The choice form, when it has been received. */
    readonly formDocumentId: string;
    readonly informed: boolean;
    readonly handedOver: boolean;
    readonly services: readonly ServiceDraft[];
    readonly urgent?: 'yes' | 'no';
    readonly neededBy: string;
    readonly phonedAt: string;
    readonly health?: 'yes' | 'no';
  };

export const emptyOrderDraft: OrderDraft = {
  ...{ caseNo: '', providerId: '', formDocumentId: '', informed: false, handedOver: false, services: [noService] },
  ...emptyContent,
  ...{ ...emptyLines, neededBy: '', phonedAt: '' },
};

export const nobody: Customer = {
  ...{ name: '', personnummer: '', address: '', phone: '', relativePhone: '', protected: false },
};

/** What the routine asks of an order. */
export type OrderRoutine = {
  readonly urgentByList: boolean;
  readonly healthCare: boolean;
  /** Whom the customer may choose among. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
};

/** What was said needs no form. */
const isOral = ({ how, mode }: OrderDraft): boolean => how === 'CHOSEN' && mode === 'ORAL';

export const isUrgent = ({ how, urgent }: OrderDraft): boolean => how === 'URGENT' || urgent === 'yes';

export type StepKey = 'arende' | 'val' | 'insatser' | 'nar' | 'hemsjukvard';
export const orderSteps = ({ healthCare }: Pick<OrderRoutine, 'healthCare'>): readonly StepKey[] => [
  ...(['arende', 'val', 'insatser', 'nar'] as const),
  ...(healthCare ? (['hemsjukvard'] as const) : []),
];
export const stepHref = (steg: StepKey | 'kontrollera' | 'klart', fran?: string): string =>
  hrefOf('/bestallningar/ny', undefined, { steg, fran });

/** The words that say what is missing; the same in every language's catalogue. */
type Says = Readonly<
  Record<
    | ('caseMissing' | 'nameMissing' | 'choiceMissing' | 'providerMissing' | 'modeMissing')
    | ('visitsBad' | 'codeMissing' | 'timeMissing' | 'urgentMissing' | 'healthMissing'),
    string
  >
>;

/** What is missing in a step before it is worth going on. */
export function missingInStep(step: StepKey, draft: OrderDraft, customer: Customer, routine: OrderRoutine, says: Says) {
  const { caseNo, known, how, providerId, mode, services, urgent, health } = draft;
  const lacks = (isMissing: boolean, field: string, text: string): readonly FieldError[] =>
    isMissing ? [{ field: `new-${field}`, text }] : [];
  const steps: Readonly<Record<StepKey, () => readonly FieldError[]>> = {
    arende: () => [
      ...lacks(caseNo.trim() === '', 'caseNo', says.caseMissing),
      ...lacks(known === 'no' && customer.name.trim() === '', 'customer-name', says.nameMissing),
    ],
    val: () => [
      ...lacks(how === undefined, 'how', says.choiceMissing),
      ...lacks(how === 'CHOSEN' && providerId === '', 'providerId', says.providerMissing),
      ...lacks(how === 'CHOSEN' && mode === undefined, 'choice-mode', says.modeMissing),
    ],
    insatser: () => [
      ...Object.entries(lackingIn(services, says)).flatMap(([at, text]) =>
        lacks(text !== false, at.replaceAll('.', '-'), text || ''),
      ),
      ...lacks(!/^(|[1-9]\d?|1\d\d|200)$/.test(draft.visitsPerWeek.trim()), 'visitsPerWeek', says.visitsBad),
    ],
    nar: () => lacks(!routine.urgentByList && urgent === undefined, 'urgent', says.urgentMissing),
    hemsjukvard: () => lacks(health === undefined, 'healthCareEnrolled', says.healthMissing),
  };
  return steps[step]();
}

/** The step on which a field of the request is answered. */
export function stepOf(at: string): StepKey {
  const field = at.replace(/^body\./, '').split('.')[0] ?? '';
  if (['providerId', 'abstains', 'choice', 'area'].includes(field)) return 'val';
  if (field === 'services' || contentKeys.some((key) => key === field)) return 'insatser';
  if (field in lines || ['urgent', 'neededBy', 'phonedAt'].includes(field)) return 'nar';
  return field === 'healthCareEnrolled' ? 'hemsjukvard' : 'arende';
}

export type OrderRequest = Asked<'POST /orders'>['body'];

const linesIn = (draft: OrderDraft): Pick<OrderRequest, LineKey> =>
  Object.fromEntries(lineKeys.flatMap((key) => (draft[key] === '' ? [] : [[key, lines[key].asked(draft[key])]])));

/** Whom it is about, as the API takes it; what was left empty is not said. */
export const customerIn = (customer: Customer): NonNullable<OrderRequest['customer']> => ({
  ...Object.fromEntries(Object.entries(customer).filter(([, value]) => value !== '' && value !== false)),
  name: customer.name.trim(),
});

/** The request that the answers make. */
export function orderIn(draft: OrderDraft, customer: Customer): OrderRequest {
  const { caseNo, known, how, providerId, mode, informed, handedOver, services } = draft;
  const { neededBy, phonedAt, health, formDocumentId } = draft;
  const choice = {
    ...(how === 'CHOSEN' && mode ? { mode } : {}),
    ...(formDocumentId === '' || isOral(draft) ? {} : { formDocumentId }),
    ...(informed ? { informedOfChoice: true } : {}),
    ...(handedOver ? { informationHandedOver: true } : {}),
  };
  return {
    caseNo: caseNo.trim(),
    services: servicesIn(services),
    ...(how === 'CHOSEN' ? { providerId, choice } : {}),
    ...(how === 'ABSTAINED' ? { abstains: true as const, choice } : {}),
    ...linesIn(draft),
    ...contentIn(draft),
    ...(isUrgent(draft)
      ? {
          urgent: true,
          ...(neededBy === '' ? {} : { neededBy: withOffset(neededBy) }),
          ...(phonedAt === '' ? {} : { phonedAt: withOffset(phonedAt) }),
        }
      : {}),
    ...(health === undefined ? {} : { healthCareEnrolled: health === 'yes' }),
    ...(known === 'no' ? { customer: customerIn(customer) } : {}),
  };
}

import type { Asked } from '../../api/contract.ts';
import { totalMinutes, type WrittenMinutes } from '../../parts/minutes-field.tsx';
import { oreIn } from './invoice-shown.ts';

export type ReceiveBody = NonNullable<Asked<'POST /invoices'>['body']>;
type Figures = NonNullable<ReceiveBody['figures']>;

/** As a file that is read whole, as one that somebody keys beside it, or as figures alone. */
type How = 'ubl' | 'paper' | 'figures';

export type ReceiveDraft = {
  readonly how: How | undefined;
  readonly number: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly orgNo: string;
  readonly reference: string;
  readonly hours: string;
  readonly minutes: string;
  readonly amount: string;
  readonly vat: string;
  readonly payee: string;
  readonly credits: string;
  readonly month: string;
  readonly providerId: string;
};

export const emptyReceive: ReceiveDraft = {
  how: undefined,
  ...{ number: '', issueDate: '', dueDate: '', orgNo: '', reference: '', hours: '', minutes: '' },
  ...{ amount: '', vat: '', payee: '', credits: '', month: '', providerId: '' },
};

export const timeIn = ({ hours, minutes }: ReceiveDraft): WrittenMinutes => ({ hours, minutes });

const filled = (field: string, text: string) => (text.trim() === '' ? {} : { [field]: text.trim() });

/** What has been keyed, as the API takes it; what was left empty stands nowhere on the invoice. */
function figuresIn(draft: ReceiveDraft): Figures {
  const { number, issueDate, orgNo, amount, vat } = draft;
  return {
    number: number.trim(),
    issueDate,
    sellerOrgNo: orgNo.trim(),
    minutes: totalMinutes(timeIn(draft)) ?? 0,
    amountOre: oreIn(amount) ?? 0,
    ...filled('dueDate', draft.dueDate),
    ...filled('reference', draft.reference),
    ...(vat.trim() === '' ? {} : { vatOre: oreIn(vat) ?? 0 }),
    ...filled('payee', draft.payee),
    ...filled('credits', draft.credits),
  };
}

/** The request, with the file that has been sent before it. */
export const receiveBody = (draft: ReceiveDraft, documentId: string | undefined): ReceiveBody => ({
  ...(documentId === undefined ? {} : { file: { documentId } }),
  ...(draft.how === 'ubl' ? {} : { figures: figuresIn(draft) }),
  ...filled('month', draft.month),
  ...filled('providerId', draft.providerId),
});

import { useWords } from '../../app/language.ts';
import { DateField, TextField } from '../../parts/field.tsx';
import { MinutesField } from '../../parts/minutes-field.tsx';
import type { ErrorFor } from '../orders/act-form.tsx';
import { type ReceiveDraft, timeIn } from './receive-draft.ts';

type Props = {
  readonly draft: ReceiveDraft;
  readonly change: (part: Partial<ReceiveDraft>) => void;
  readonly errorFor: ErrorFor;
};

/** What is keyed of an invoice: as it stands there, never as the statement has it. */
export function FigureFields({ draft, change, errorFor }: Props) {
  const { receive } = useWords().invoices;
  return (
    <>
      <TextField
        id="invoice-number"
        label={receive.number}
        width="medium"
        error={errorFor('number')}
        value={draft.number}
        onValue={(number) => change({ number })}
      />
      <DateField
        id="invoice-issueDate"
        label={receive.issueDate}
        error={errorFor('issueDate')}
        value={draft.issueDate}
        onValue={(issueDate) => change({ issueDate })}
      />
      <DateField
        id="invoice-dueDate"
        label={receive.dueDate}
        optional
        error={errorFor('dueDate')}
        value={draft.dueDate}
        onValue={(dueDate) => change({ dueDate })}
      />
      <TextField
        id="invoice-sellerOrgNo"
        label={receive.orgNo}
        width="medium"
        error={errorFor('sellerOrgNo')}
        value={draft.orgNo}
        onValue={(orgNo) => change({ orgNo })}
      />
      <TextField
        id="invoice-reference"
        label={receive.reference}
        hint={receive.referenceHint}
        optional
        error={errorFor('reference')}
        value={draft.reference}
        onValue={(reference) => change({ reference })}
      />
      <MinutesField
        id="invoice-minutes"
        label={receive.time}
        error={errorFor('minutes')}
        value={timeIn(draft)}
        onValue={(time) => change(time)}
      />
      <TextField
        id="invoice-amountOre"
        label={receive.amount}
        width="medium"
        error={errorFor('amountOre')}
        value={draft.amount}
        onValue={(amount) => change({ amount })}
      />
      <TextField
        id="invoice-vatOre"
        label={receive.vat}
        optional
        width="medium"
        error={errorFor('vatOre')}
        value={draft.vat}
        onValue={(vat) => change({ vat })}
      />
      <TextField
        id="invoice-payee"
        label={receive.payee}
        optional
        width="medium"
        error={errorFor('payee')}
        value={draft.payee}
        onValue={(payee) => change({ payee })}
      />
      <TextField
        id="invoice-credits"
        label={receive.credits}
        hint={receive.creditsHint}
        optional
        width="medium"
        error={errorFor('credits')}
        value={draft.credits}
        onValue={(credits) => change({ credits })}
      />
    </>
  );
}

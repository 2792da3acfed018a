import { useWords } from '../../../app/language.ts';
import { Checkbox } from '../../../parts/checkbox.tsx';
import { Choices } from '../../../parts/choices.tsx';
import { TextField } from '../../../parts/field.tsx';
import type { StepProps } from './step-parts.ts';

const fields = ['name', 'personnummer', 'address', 'phone', 'relativePhone'] as const;

/** Whom it is about; only that the person is in memory and nowhere else. */
function CustomerFields({ customer, changeCustomer, errorFor }: StepProps) {
  const { newOrder, orders } = useWords();
  return (
    <>
      <p class="soft">{newOrder.memoryOnly}</p>
      {fields.map((field) => (
        <TextField
          key={field}
          id={`new-customer-${field}`}
          label={orders[field]}
          optional={field !== 'name'}
          error={errorFor(`customer-${field}`)}
          value={customer[field]}
          onValue={(value) => changeCustomer({ [field]: value })}
        />
      ))}
      <Checkbox
        label={orders.protected}
        checked={customer.protected}
        onChecked={(isProtected) => changeCustomer({ protected: isProtected })}
      />
    </>
  );
}

/** The case, and whether its customer is to be entered with the order. */
export function CaseStep(props: StepProps) {
  const { newOrder } = useWords();
  const { draft, change, errorFor } = props;
  return (
    <>
      <TextField
        id="new-caseNo"
        label={newOrder.caseNo}
        hint={newOrder.caseHint}
        width="medium"
        error={errorFor('caseNo')}
        value={draft.caseNo}
        onValue={(caseNo) => change({ caseNo })}
      />
      <Choices
        id="new-known"
        label={newOrder.known}
        value={draft.known ?? 'yes'}
        onValue={(known) => change({ known })}
        options={[
          { value: 'yes', text: newOrder.knownYes },
          { value: 'no', text: newOrder.knownNo, more: <CustomerFields {...props} /> },
        ]}
      />
    </>
  );
}

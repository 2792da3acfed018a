import { useWords } from '../../../app/language.ts';
import { Choices } from '../../../parts/choices.tsx';
import { TextField } from '../../../parts/field.tsx';
import { CustomerFields } from '../customer-fields.tsx';
import type { StepProps } from './step-parts.ts';

/** Whom it is about; only that the person is in memory and nowhere else. */
function WrittenCustomer({ customer, changeCustomer, errorFor }: StepProps) {
  const { newOrder } = useWords();
  return (
    <>
      <p class="soft">{newOrder.memoryOnly}</p>
      <CustomerFields id="new" customer={customer} onCustomer={changeCustomer} errorFor={errorFor} />
    </>
  );
}

/** The case, and whether its customer is to be entered with the order. */
export function CaseStep(props: StepProps) {
  const { choosing, newOrder } = useWords();
  const { draft, change, errorFor } = props;
  return (
    <>
      <TextField
        id="new-caseNo"
        label={choosing.caseNo}
        hint={choosing.caseHint}
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
          { value: 'no', text: newOrder.knownNo, more: <WrittenCustomer {...props} /> },
        ]}
      />
    </>
  );
}

import { useWords } from '../../../app/language.ts';
import { Choices } from '../../../parts/choices.tsx';
import { TimeField } from '../../../parts/time-field.tsx';
import { isUrgent, lineKeys, lines } from './order-draft.ts';
import type { StepProps } from './step-parts.ts';

function Urgent({ draft, change, errorFor }: StepProps) {
  const { newOrder } = useWords();
  return (
    <>
      {(['neededBy', 'phonedAt'] as const).map((field) => (
        <TimeField
          key={field}
          id={`new-${field}`}
          label={newOrder[field]}
          optional
          error={errorFor(field)}
          value={draft[field]}
          onValue={(value) => change({ [field]: value })}
        />
      ))}
    </>
  );
}

/** The first day, and whether it is urgent (L-14, S-16). */
export function WhenStep(props: StepProps) {
  const { newOrder } = useWords();
  const { draft, change, routine, errorFor } = props;
  return (
    <>
      {lineKeys.map((field) => {
        const { Field } = lines[field];
        return (
          <Field
            key={field}
            id={`new-${field}`}
            label={newOrder[field]}
            hint={newOrder[`${field}Hint`]}
            optional
            error={errorFor(field)}
            value={draft[field]}
            onValue={(value) => change({ [field]: value })}
          />
        );
      })}
      {routine.urgentByList ? (
        isUrgent(draft) && <Urgent {...props} />
      ) : (
        <Choices
          id="new-urgent"
          label={newOrder.urgent}
          error={errorFor('urgent')}
          value={draft.urgent}
          onValue={(urgent) => change({ urgent })}
          options={[
            { value: 'no', text: newOrder.urgentNo },
            { value: 'yes', text: newOrder.urgentYes, more: <Urgent {...props} /> },
          ]}
        />
      )}
    </>
  );
}

/** Home health care, where the routine asks (S-09). */
export function HealthStep({ draft, change, errorFor }: StepProps) {
  const { choosing, orders } = useWords();
  return (
    <Choices
      id="new-healthCareEnrolled"
      label={orders.healthCare}
      hint={choosing.healthHint}
      error={errorFor('healthCareEnrolled')}
      value={draft.health}
      onValue={(health) => change({ health })}
      options={(['yes', 'no'] as const).map((value) => ({ value, text: orders[value] }))}
    />
  );
}

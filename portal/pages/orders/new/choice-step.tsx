import { useWords } from '../../../app/language.ts';
import { useAsk } from '../../../app/use-ask.ts';
import { Checkbox } from '../../../parts/checkbox.tsx';
import { Choices } from '../../../parts/choices.tsx';
import { SelectField } from '../../../parts/field.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { WhyList } from '../../../parts/why.tsx';
import { FormFile } from '../form-file.tsx';
import type { StepProps } from './step-parts.ts';

/** Whose turn it is now, and why that one. */
function NextInTurn({ urgent }: { readonly urgent: boolean }) {
  const { newOrder } = useWords();
  return (
    <Loaded of={useAsk('GET /choices/turns')}>
      {({ next: usual, nextUrgent }) => {
        const next = urgent ? nextUrgent : usual;
        return next === null ? (
          <p>{newOrder.noTurn}</p>
        ) : (
          <>
            <p>
              <b>{newOrder.turn(next.name)}</b>
            </p>
            <WhyList steps={next.why} />
            <p class="soft">{newOrder.turnLater}</p>
          </>
        );
      }}
    </Loaded>
  );
}

const Form = ({ draft, change, errorFor }: Pick<StepProps, 'draft' | 'change' | 'errorFor'>) => (
  <FormFile
    id="new-choice-formDocumentId"
    error={errorFor('choice-formDocumentId')}
    documentId={draft.formDocumentId}
    onDocument={(formDocumentId) => change({ formDocumentId })}
  />
);

function Chosen({ draft, change, routine, errorFor }: StepProps) {
  const { choosing } = useWords();
  const none = { value: '', text: choosing.pick };
  return (
    <>
      <SelectField
        id="new-providerId"
        label={choosing.provider}
        error={errorFor('providerId')}
        value={draft.providerId}
        onValue={(providerId) => change({ providerId })}
        options={[none, ...routine.providers.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <Choices
        id="new-choice-mode"
        label={choosing.mode}
        error={errorFor('choice-mode')}
        value={draft.mode}
        onValue={(mode) => change({ mode })}
        options={(['WRITTEN', 'ORAL'] as const).map((value) => ({ value, text: choosing[value] }))}
      />
      {draft.mode === 'WRITTEN' ? <Form {...{ draft, change, errorFor }} /> : undefined}
    </>
  );
}

/** How the case gets its provider: chosen, or by the turn list (L-02, L-05, S-01, S-03). */
export function ChoiceStep(props: StepProps) {
  const { newOrder } = useWords();
  const { draft, change, routine, errorFor } = props;
  const urgent = {
    value: 'URGENT' as const,
    text: newOrder.URGENT,
    hint: newOrder.urgentHint,
    more: <NextInTurn urgent />,
  };
  return (
    <>
      <Choices
        id="new-how"
        label={newOrder.choice}
        error={errorFor('how') ?? errorFor('abstains')}
        value={draft.how}
        onValue={(how) => change({ how })}
        options={[
          { value: 'CHOSEN', text: newOrder.CHOSEN, more: <Chosen {...props} /> },
          {
            value: 'ABSTAINED',
            text: newOrder.ABSTAINED,
            more: (
              <>
                <NextInTurn urgent={false} />
                <Form {...props} />
              </>
            ),
          },
          ...(routine.urgentByList ? [urgent] : []),
        ]}
      />
      {draft.how === 'URGENT' ? undefined : (
        <>
          <Checkbox label={newOrder.informed} checked={draft.informed} onChecked={(informed) => change({ informed })} />
          <Checkbox
            label={newOrder.handedOver}
            checked={draft.handedOver}
            onChecked={(handedOver) => change({ handedOver })}
          />
        </>
      )}
    </>
  );
}

import { useState } from 'preact/hooks';
import { ask } from '../../../api/client.ts';
import { DateField } from '../../../parts/field.tsx';
import { FileField } from '../../../parts/file-field.tsx';
import { ActForm } from '../act-form.tsx';
import type { OrderForm } from '../order-form.ts';
import { useStep } from '../use-step.ts';
import { useActWords } from './use-act-words.ts';
import { markOf, paperAccept, usePapers, wrongWith } from './use-papers.ts';

/** A copy of the care plan that the customer has signed (L-54, L-55). */
export function CarePlanAct({ work }: { readonly work: OrderForm }) {
  const acts = useActWords();
  const { draft, change, path, form } = useStep(work, 'care-plan', { signedByCustomerOn: '' });
  const { signedByCustomerOn } = draft;
  const [file, setFile] = useState<File>();
  const { idOf, shareOf } = usePapers();
  return (
    <ActForm
      {...form}
      body={{ signedByCustomerOn, file: markOf(file) }}
      missing={{
        documentId: file ? wrongWith(file, acts) : acts.paperMissing,
        signedByCustomerOn: signedByCustomerOn === '' && acts.lacking.day(acts.signedOn),
      }}
      act={async (key) => {
        const sent = await idOf(file ?? new File([], ''));
        if (!sent.ok) return sent;
        const body = { documentId: sent.value, signedByCustomerOn };
        return ask('POST /orders/{orderId}/care-plan', { path, body }, { key });
      }}
      submit={acts.titles.handInCarePlan}
    >
      {(errorFor) => (
        <>
          <p>{acts.carePlanText}</p>
          <FileField
            id="care-plan-documentId"
            label={acts.carePlan}
            hint={acts.paperHint}
            accept={paperAccept}
            error={errorFor('documentId')}
            file={file}
            share={shareOf(file)}
            onFile={setFile}
          />
          <DateField
            id="care-plan-signedByCustomerOn"
            label={acts.signedOn}
            error={errorFor('signedByCustomerOn')}
            value={signedByCustomerOn}
            onValue={(day) => change({ signedByCustomerOn: day })}
          />
        </>
      )}
    </ActForm>
  );
}

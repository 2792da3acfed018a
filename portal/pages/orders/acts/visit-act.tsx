import { ask } from '../../../api/client.ts';
import { DateField, TextArea } from '../../../parts/field.tsx';
import { ActForm } from '../act-form.tsx';
import type { OrderForm } from '../order-form.ts';
import { useStep } from '../use-step.ts';
import { useActWords } from './use-act-words.ts';

/** The day of the first visit was told wrong: the right one, and why (L-16, S-36). */
export function VisitAct({ work }: { readonly work: OrderForm }) {
  const acts = useActWords();
  const { draft, change, path, version, form } = useStep(work, 'visit', { startedOn: '', reason: '' });
  const { startedOn, reason } = draft;
  const body = { startedOn, reason: reason.trim() };
  return (
    <ActForm
      {...form}
      body={body}
      missing={{
        startedOn: startedOn === '' && acts.lacking.day(acts.startedOn),
        reason: body.reason === '' && acts.lacking.words(acts.correctionReason),
      }}
      act={(key, asked) => ask('POST /orders/{orderId}/start', { path, body: asked }, { key, version })}
      submit={acts.titles.correctStart}
    >
      {(errorFor) => (
        <>
          <p>{acts.visitText}</p>
          <DateField
            id="visit-startedOn"
            label={acts.startedOn}
            error={errorFor('startedOn')}
            value={startedOn}
            onValue={(day) => change({ startedOn: day })}
          />
          <TextArea
            id="visit-reason"
            label={acts.correctionReason}
            hint={acts.reasonHint}
            rows={3}
            error={errorFor('reason')}
            value={reason}
            onValue={(next) => change({ reason: next })}
          />
        </>
      )}
    </ActForm>
  );
}

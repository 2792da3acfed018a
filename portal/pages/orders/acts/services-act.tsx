import { ask } from '../../../api/client.ts';
import { useWords } from '../../../app/language.ts';
import { DateField, TextField } from '../../../parts/field.tsx';
import { writtenMinutes } from '../../../parts/minutes-field.tsx';
import { ActForm } from '../act-form.tsx';
import type { OrderForm, OrderShown } from '../order-form.ts';
import { lackingIn, noService, type ServiceDraft, ServicesFields, servicesIn } from '../services-fields.tsx';
import { useStep } from '../use-step.ts';

/** What goes on until further notice: what a new decision begins from. */
function granted({ services }: OrderShown): readonly ServiceDraft[] {
  const goingOn = services.filter(({ to }) => !to);
  if (goingOn.length === 0) return [noService];
  return goingOn.map(({ code, minutesPerMonth }) => ({ code, ...writtenMinutes(minutesPerMonth) }));
}

type Draft = { readonly from: string; readonly decisionRef: string; readonly services: readonly ServiceDraft[] };

/** A new decision: all that is granted from a day on (L-45, L-57). */
export function ServicesAct({ work }: { readonly work: OrderForm }) {
  const { acts, orders } = useWords();
  const initial: Draft = { from: '', decisionRef: '', services: granted(work.order) };
  const { draft, change, path, version, form } = useStep(work, 'services', initial);
  const { from, decisionRef, services } = draft;
  const ref = decisionRef.trim();
  return (
    <ActForm
      {...form}
      body={{ from, services: servicesIn(services), ...(ref === '' ? {} : { decisionRef: ref }) }}
      missing={{ from: from === '' && acts.lacking.day(acts.changeFrom), ...lackingIn(services, orders) }}
      act={(key, body) => ask('POST /orders/{orderId}/services', { path, body }, { key, version })}
      submit={acts.titles.changeServices}
    >
      {(errorFor) => (
        <>
          <p>{acts.changeText}</p>
          <DateField
            id="services-from"
            label={acts.changeFrom}
            error={errorFor('from')}
            value={from}
            onValue={(day) => change({ from: day })}
          />
          <ServicesFields
            id="services"
            services={services}
            onServices={(next) => change({ services: next })}
            errorFor={errorFor}
          />
          <TextField
            id="services-decisionRef"
            label={acts.decisionRef}
            hint={acts.decisionRefHint}
            optional
            width="medium"
            error={errorFor('decisionRef')}
            value={decisionRef}
            onValue={(text) => change({ decisionRef: text })}
          />
        </>
      )}
    </ActForm>
  );
}

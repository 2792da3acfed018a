import { ask } from '../../../api/client.ts';
import { useWords } from '../../../app/language.ts';
import { useServices } from '../../../app/use-services.ts';
import { Choices } from '../../../parts/choices.tsx';
import { DateField, TextField } from '../../../parts/field.tsx';
import { writtenMinutes } from '../../../parts/minutes-field.tsx';
import { ActForm } from '../act-form.tsx';
import type { OrderForm, OrderShown } from '../order-form.ts';
import { lackingIn, noService, type ServiceDraft, ServicesFields, servicesIn } from '../services-fields.tsx';
import { useStep } from '../use-step.ts';
import { useActWords } from './use-act-words.ts';

/** What goes on until further notice: what a new decision begins from. */
function granted({ services }: OrderShown): readonly ServiceDraft[] {
  const goingOn = services.filter(({ to }) => !to);
  if (goingOn.length === 0) return [noService];
  return goingOn.map(({ code, minutesPerMonth }) => ({ code, ...writtenMinutes(minutesPerMonth) }));
}

const grounds = ['CIRCUMSTANCES_CHANGED', 'CUSTOMERS_WISH', 'RESERVATION'] as const;
const decisions = ['STANDING', 'TIMED'] as const;

type Draft = {
  readonly ground?: (typeof grounds)[number];
  readonly decision?: (typeof decisions)[number];
  readonly from: string;
  readonly decisionRef: string;
  readonly decidedOn: string;
  readonly services: readonly ServiceDraft[];
};

/** Whether less is granted of anything from the day than without the decision: then the law asks why (SoL 14:9). */
function isLess(order: OrderShown, services: readonly ServiceDraft[], from: string): boolean {
  const minutes = (those: readonly { code: string; minutesPerMonth: number }[], code: string) =>
    those.filter((one) => one.code === code).reduce((sum, { minutesPerMonth }) => sum + minutesPerMonth, 0);
  const were = order.services.filter(({ from: begins, to }) =>
    from === '' ? !to : (begins ?? order.from) <= from && (!to || to >= from),
  );
  const next = servicesIn(services);
  return were.some(({ code }) => minutes(next, code) < minutes(were, code));
}

/** A new decision: all that is granted from a day on (L-45, L-57). */
export function ServicesAct({ work }: { readonly work: OrderForm }) {
  const acts = useActWords();
  const { orders } = useWords();
  const catalogue = useServices();
  const initial: Draft = { from: '', decisionRef: '', decidedOn: '', services: granted(work.order) };
  const { draft, change, path, version, form } = useStep(work, 'services', initial);
  const { from, decisionRef, decidedOn, services, ground, decision } = draft;
  const less = isLess(work.order, services, from);
  const decrease = less && ground && decision ? { decrease: { ground, decision } } : {};
  const ref = decisionRef.trim();
  return (
    <ActForm
      {...form}
      body={{
        ...{ from, services: servicesIn(services) },
        ...(ref === '' ? {} : { decisionRef: ref }),
        ...(decidedOn === '' ? {} : { decidedOn }),
        ...decrease,
      }}
      missing={{
        from: from === '' && acts.lacking.day(acts.changeFrom),
        ...lackingIn(services, orders),
        'decrease.ground': less && !ground && acts.lacking.choice(acts.whyLess),
        'decrease.decision': less && !decision && acts.lacking.choice(acts.whichDecision),
      }}
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
            catalogue={catalogue}
            onServices={(next) => change({ services: next })}
            errorFor={errorFor}
          />
          {less && (
            <>
              <Choices
                id="services-decrease-ground"
                label={acts.whyLess}
                error={errorFor('decrease-ground')}
                value={ground}
                onValue={(value) => change({ ground: value })}
                options={grounds.map((value) => ({ value, text: acts.grounds[value] }))}
              />
              <Choices
                id="services-decrease-decision"
                label={acts.whichDecision}
                error={errorFor('decrease-decision')}
                value={decision}
                onValue={(value) => change({ decision: value })}
                options={decisions.map((value) => ({ value, text: acts.decisions[value] }))}
              />
            </>
          )}
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
          <DateField
            id="services-decidedOn"
            label={acts.decidedOn}
            optional
            error={errorFor('decidedOn')}
            value={decidedOn}
            onValue={(day) => change({ decidedOn: day })}
          />
        </>
      )}
    </ActForm>
  );
}

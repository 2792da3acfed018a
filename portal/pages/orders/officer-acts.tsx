import { ask } from '../../api/client.ts';
import { useWords } from '../../app/language.ts';
import { Choices } from '../../parts/choices.tsx';
import { DateField, TimeField } from '../../parts/field.tsx';
import { ActForm } from './act-form.tsx';
import { useStep } from './use-step.ts';
import { withOffset } from './with-offset.ts';
import type { Work } from './work.ts';

type Channel = 'PHONE' | 'EMAIL';
type Way = 'POST' | 'PICKUP';
const channels: readonly Channel[] = ['PHONE', 'EMAIL'];
const ways: readonly Way[] = ['POST', 'PICKUP'];

const timeOf = (at: string) => (at === '' ? {} : { at: withOffset(at) });

/** A private provider is told that there is an assignment: how, when, and how its paper goes out (S-23, S-25). */
export function ContactAct({ work }: { readonly work: Work }) {
  const { orders } = useWords();
  const initial: { channel?: Channel; delivery?: Way; at: string } = { at: '' };
  const { draft, change, path, version, form } = useStep(work, 'contact', initial);
  const { channel, delivery, at } = draft;
  return (
    <ActForm
      {...form}
      body={{ channel: channel ?? 'PHONE', delivery: delivery ?? 'POST', ...timeOf(at) }}
      missing={{ channel: !channel && orders.chooseOne, delivery: !delivery && orders.chooseOne }}
      act={(deed, body) => ask('POST /orders/{orderId}/contact', { path, body }, { deed, version })}
      submit={orders.acts.contactProvider}
    >
      {(errorFor) => (
        <>
          <Choices
            id="contact-channel"
            label={orders.channel}
            error={errorFor('channel')}
            value={channel}
            onValue={(next) => change({ channel: next })}
            options={channels.map((value) => ({ value, text: orders.channels[value] }))}
          />
          <Choices
            id="contact-delivery"
            label={orders.delivery}
            error={errorFor('delivery')}
            value={delivery}
            onValue={(next) => change({ delivery: next })}
            options={ways.map((value) => ({ value, text: orders.deliveries[value] }))}
          />
          <TimeField
            id="contact-at"
            label={orders.contactAt}
            hint={orders.nowHint}
            error={errorFor('at')}
            value={at}
            onValue={(next) => change({ at: next })}
          />
        </>
      )}
    </ActForm>
  );
}

/** The paper has gone out, as was agreed or otherwise (S-26). */
export function DeliverAct({ work }: { readonly work: Work }) {
  const { orders } = useWords();
  const initial: { way?: Way; at: string } = { at: '' };
  const { draft, change, path, version, form } = useStep(work, 'delivery', initial);
  const { way = work.order.contact?.delivery ?? 'POST', at } = draft;
  return (
    <ActForm
      {...form}
      body={{ way, ...timeOf(at) }}
      act={(deed, body) => ask('POST /orders/{orderId}/delivery', { path, body }, { deed, version })}
      submit={orders.acts.deliverSheet}
    >
      {(errorFor) => (
        <>
          <Choices
            id="delivery-way"
            label={orders.way}
            error={errorFor('way')}
            value={way}
            onValue={(next) => change({ way: next })}
            options={ways.map((value) => ({ value, text: orders.deliveries[value] }))}
          />
          <TimeField
            id="delivery-at"
            label={orders.contactAt}
            hint={orders.nowHint}
            error={errorFor('at')}
            value={at}
            onValue={(next) => change({ at: next })}
          />
        </>
      )}
    </ActForm>
  );
}

/** The officer sets the order as executed from the day that the provider has told (S-38). */
export function ExecuteAct({ work }: { readonly work: Work }) {
  const { orders } = useWords();
  const { draft, change, path, version, form } = useStep(work, 'execution', { day: work.order.firstVisit?.on ?? '' });
  return (
    <ActForm
      {...form}
      body={{ executedFrom: draft.day }}
      missing={{ executedFrom: draft.day === '' && orders.dayMissing }}
      act={(deed, body) => ask('POST /orders/{orderId}/execution', { path, body }, { deed, version })}
      submit={orders.acts.executeOrder}
    >
      {(errorFor) => (
        <DateField
          id="execution-executedFrom"
          label={orders.executedFrom}
          error={errorFor('executedFrom')}
          value={draft.day}
          onValue={(day) => change({ day })}
        />
      )}
    </ActForm>
  );
}

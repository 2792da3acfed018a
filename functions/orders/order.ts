import type { Instant } from '../../shared/domain/local-time.ts';
import type { Order, OrderState } from '../../shared/domain/order.ts';

export type OrderCaller = { readonly userId: string; readonly providerId: string | undefined; readonly at: Instant };

/** What belongs to another provider is answered exactly like what does not exist. */
export const isTheirs = (order: Order, by: OrderCaller) => order.providerId === by.providerId;

/** Whether a receipt at the time is a late one (L-12, S-28). */
export const isConfirmedLate = ({ confirmBy }: Order, at: Instant) => confirmBy !== undefined && at > confirmBy;

/** Help has begun, or the provider has reported the first visit. */
export const hasBegun = ({ state, started, firstVisit, pause }: Order): boolean =>
  started !== undefined ||
  firstVisit !== undefined ||
  state === 'started' ||
  (state === 'paused' && pause?.before === undefined);

/** An order that is ending goes on being carried out until then: what it becomes is what it goes back to. */
export const goingTo = (order: Order, state: OrderState): Pick<Order, 'state' | 'ending'> =>
  order.state === 'ending' && order.ending
    ? { state: 'ending', ending: { ...order.ending, before: state } }
    : { state, ...(order.ending ? { ending: order.ending } : {}) };

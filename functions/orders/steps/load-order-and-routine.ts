import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { type Routine, routineOn } from '../../../shared/stores/routine.ts';
import { type OwnOrder, ownOrder } from './load-order.ts';
import type { OrderLoadRefusal } from './order-refusals.ts';

/** What a step in an order's life rests on: the order as it is, the routine of the day, and whose order it is. */
export type OrderAndRoutine = OwnOrder &
  Routine & {
    readonly provider: Provider;
    readonly caller: Caller;
    readonly at: Instant;
    readonly language: string;
  };

/** What a report about an order's case rests on. */
export type ReportBasis = Pick<OrderAndRoutine, 'stored' | 'pack' | 'settings' | 'provider' | 'at'> & {
  readonly caller: Pick<Caller, 'userId' | 'role' | 'actingFor'>;
};

/** Who asks for a step, and when. */
export type OrderAsked = {
  readonly caller: Caller;
  readonly at: Instant;
  readonly ifMatch?: number;
  /** The language of the sentences in the answer. */
  readonly language: string;
};

export async function loadOrderAndRoutine(
  orderId: string,
  asked: OrderAsked,
  deps: Deps,
): Promise<Result<OrderAndRoutine, OrderLoadRefusal>> {
  const own = await ownOrder(orderId, asked, deps);
  if (!own.ok) return own;
  const routine = await routineOn(deps.table, dateOf(asked.at));
  if (!routine.ok) return routine;
  const provider = (await providerStore(deps.table).find(own.value.stored.entity.providerId))?.entity;
  if (!provider) return refuse('missing', 'provider-not-found');
  const { caller, at, language } = asked;
  return { ok: true, value: { ...own.value, ...routine.value, provider, caller, at, language } };
}

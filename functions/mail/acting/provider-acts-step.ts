import type { Instant } from '../../../shared/domain/local-time.ts';
import { instantAt } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Refusal } from '../../../shared/domain/result.ts';
import { refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { confirming, rejecting, tellingFirstVisit, tellingNotExecuted } from '../../orders/door.ts';
import type { OrderRefusal } from '../answering/refusal-words.ts';
import type { MailStep } from './mail-plan.ts';

/** When a day's work can begin at the earliest, where only the day is said. */
const morning = '07:00';

/** What it comes to that a provider says something of an order by mail: the same as in the portal. */
export function providerActs(
  { does }: MailStep,
  orderId: string,
  { caller, at }: { readonly caller: Caller; readonly at: Instant },
  deps: Deps,
): Promise<Refusal<OrderRefusal> | Done<Order>> {
  const asked = { caller, at, language: 'sv' };
  switch (does.act) {
    case 'confirm': {
      const canStartAt = does.canStartOn === undefined ? undefined : instantAt(does.canStartOn, morning);
      return confirming(orderId, { canStartAt }, asked, deps);
    }
    case 'start':
      return tellingFirstVisit(orderId, { startedOn: does.on, notExecuted: does.notExecuted }, asked, deps);
    case 'reject':
      // Only want of room is a no that a routine knows; another is the officer's to answer (A58).
      return does.isCapacity
        ? rejecting(orderId, { reason: 'CAPACITY' }, asked, deps)
        : Promise.resolve(refuse('conflict', 'rejection-without-ceiling'));
    case 'not-executed':
      return tellingNotExecuted(orderId, { services: does.services }, asked, deps);
  }
}

import * as z from 'zod';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownOrder } from '../steps/load-order.ts';
import { ToldFact } from './told-fact.ts';
import { toldFactStore } from './told-fact-store.ts';

/** What the providers' forms have told of an order's customer and the order did not know, the latest first (A66). */
export const listTold = endpoint({
  summary: 'What forms have told of an order’s customer',
  path: z.object({ orderId: z.string() }),
  answer: z.object({ items: z.array(ToldFact) }),
  async run({ path, caller }, deps) {
    const own = await ownOrder(path.orderId, { caller }, deps);
    if (!own.ok) return own;
    const items = await toldFactStore(deps.table).ofOrder(path.orderId);
    return done({ items: items.toSorted((one, other) => (one.at < other.at ? 1 : -1)) });
  },
});

import * as z from 'zod';
import { SafeId } from '../../shared/domain/case-number.ts';
import { Order, OrderState } from '../../shared/domain/order.ts';
import { refuse } from '../../shared/domain/result.ts';
import type { Caller } from '../../shared/domain/roles.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../shared/http/paging.ts';
import { done } from '../../shared/http/spec.ts';
import { orderStore, type Whose } from '../../shared/stores/order-store.ts';
import { seenBy } from './order-view.ts';
import { Waiting, waitingOf } from './waiting.ts';

const Query = z.strictObject({
  state: OrderState.default('placed'),
  /** For the head, who has no orders of their own. */
  providerId: SafeId.optional(),
  officerId: SafeId.optional(),
  limit: PageSize,
  cursor: Cursor,
});

/** Whose orders a list is of: one's own, or for the head the officer's or the provider's that was asked for. */
function whoseList(caller: Caller, query: z.infer<typeof Query>): Whose | undefined {
  if (caller.role === 'officer') return { officerId: caller.caseload };
  if (caller.role !== 'head') return { providerId: caller.providerId ?? '' };
  if (query.providerId) return { providerId: query.providerId };
  return query.officerId ? { officerId: query.officerId } : undefined;
}

/** One's own orders in one state, the newest first, a page at a time. */
export const listOrders = endpoint({
  summary: 'List orders in one state, the newest first',
  query: Query,
  answer: z.object({
    items: z.array(Order.extend({ version: z.int(), waiting: Waiting.optional() })),
    next: z.string().optional(),
  }),
  async run({ query, caller, at }, { table }) {
    const whose = whoseList(caller, query);
    if (!whose) return refuse('invalid', 'bad-request', [{ at: 'query.providerId', code: 'whose-orders' }]);
    const page = await orderStore(table).list(whose, query.state, { limit: query.limit, after: query.cursor });
    const items = page.items.map(({ entity, version }) => ({
      ...seenBy(caller.role, entity),
      version,
      waiting: waitingOf(entity, at),
    }));
    return done({ items, next: page.next });
  },
});

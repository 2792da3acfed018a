import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { OrderState } from '../../../shared/domain/order.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { type Caller, isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { filteredPage } from '../../../shared/http/filtered-page.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Page } from '../../../shared/ports/table.ts';
import type { Whose } from '../../../shared/stores/order-store.ts';
import { lateRowsOf, rowsIn } from './load-rows.ts';
import { OrderRow } from './order-row.ts';

/** The lists that people work from. `state` asks for one state alone. */
const OrderList = z.enum(['open', 'overdue', 'unconfirmed', 'ending', 'all']).meta({
  description:
    'open: everything that is not over · overdue: something it waits for is late · unconfirmed: placed · ending: a last day is near · all',
});
type OrderList = z.infer<typeof OrderList>;

const open: readonly OrderState[] = ['placed', 'confirmed', 'started', 'paused', 'ending'];

/** The states that the orders of a list are in. Documentation may be late when an order is closed (L-53). */
const statesOf: Readonly<Record<OrderList, readonly OrderState[]>> = {
  open,
  overdue: [...open, 'closed'],
  unconfirmed: ['placed'],
  ending: ['ending'],
  all: OrderState.options,
};

const Query = z
  .strictObject({
    list: OrderList.optional(),
    state: OrderState.optional().meta({ description: 'One state alone; `placed` when no list is asked for either' }),
    /** For the head, who has no orders of their own; an officer may ask for their own at one provider. */
    providerId: SafeId.optional(),
    officerId: SafeId.optional(),
    limit: PageSize,
    cursor: Cursor,
  })
  .refine(({ list, state }) => list === undefined || state === undefined, { path: ['state'], error: 'list-or-state' });
type Query = z.infer<typeof Query>;

/** Whose orders a list is of: one's own, or for the head the officer's or the provider's that was asked for. */
function whoseList(caller: Caller, query: Query): Whose | undefined {
  if (caller.role === 'officer') return { officerId: caller.caseload };
  if (isProvidersRole(caller.role)) return { providerId: caller.providerId ?? '' };
  if (query.officerId) return { officerId: query.officerId };
  return query.providerId ? { providerId: query.providerId } : undefined;
}

/**
 * The orders that a person works from, the newest first, each with what it waits for and why; a page at a time, from
 * the indexes alone. A provider's late ones come with the longest late first.
 */
export const listOrders = endpoint({
  summary: 'List orders in one state or of one working list, with what each waits for',
  query: Query,
  answer: z.object({ items: z.array(OrderRow).readonly(), next: z.string().optional() }),
  async run({ query, caller, at, language }, { table }) {
    const whose = whoseList(caller, query);
    if (!whose) return refuse('invalid', 'bad-request', [{ at: 'query.providerId', code: 'whose-orders' }]);
    const here = { at, table, language, role: caller.role };
    const from = { limit: query.limit, after: query.cursor };
    const { list } = query;
    const told = ({ items, next }: Page<OrderRow>) => done({ items: [...items], next });
    if (list === 'overdue' && 'providerId' in whose) {
      const everyRow = () => true;
      return told(await filteredPage((page) => lateRowsOf(whose.providerId, here, page), everyRow, from));
    }
    const states = list ? statesOf[list] : [query.state ?? 'placed'];
    const atProvider = 'officerId' in whose ? query.providerId : undefined;
    const keeps = (row: OrderRow) =>
      (list !== 'overdue' || row.late) && (atProvider === undefined || row.providerId === atProvider);
    return told(await filteredPage((page) => rowsIn(whose, states, here, page), keeps, from));
  },
});

import * as z from 'zod';
import { JournalRow } from '../../../shared/domain/journal.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { journalStore } from '../../../shared/stores/journal-store.ts';
import { ownOrder } from '../steps/load-order.ts';

/** How the customer chose, and home health care, are between the customer and the municipality. */
const officersOwn: ReadonlySet<string> = new Set(['choice-registered', 'health-care-checked', 'nurses-notified']);

/** What was done with one order, in order: its rows of the case's journal, to those who may read the order. */
export const getOrderHistory = endpoint({
  summary: 'What has been done with an order',
  path: z.object({ orderId: z.string() }),
  query: z.strictObject({ limit: PageSize, cursor: Cursor }),
  answer: z.object({
    items: z
      .array(JournalRow.extend({ text: z.string().meta({ description: 'What happened, in words' }) }))
      .meta({ description: 'The rows of this page of the case that are about the order' }),
    next: z.string().optional(),
  }),
  async run({ path, query, caller, language }, deps) {
    const own = await ownOrder(path.orderId, { caller }, deps);
    if (!own.ok) return own;
    const { id, caseNo } = own.value.stored.entity;
    const page = await journalStore(deps.table).ofCase(caseNo, { limit: query.limit, after: query.cursor });
    const isShown = ({ refs, event }: JournalRow) =>
      refs.orderId === id && !(isProvidersRole(caller.role) && officersOwn.has(event));
    const told = page.items.filter(isShown).map((row) => ({ ...row, text: sentence(`event-${row.event}`, language) }));
    return done({ items: told, next: page.next });
  },
});

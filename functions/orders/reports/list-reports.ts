import * as z from 'zod';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownOrder } from '../steps/load-order.ts';
import { Report } from './report.ts';
import { reportStore } from './report-store.ts';

/** What has been reported of an order: needs, stays, declined visits, its end. The words are in the threads. */
export const listReports = endpoint({
  summary: 'What has been told of an order',
  path: z.object({ orderId: z.string() }),
  query: z.strictObject(wholePage),
  answer: z.object({ items: z.array(Report), next: z.string().optional() }),
  async run({ path, query, caller }, deps) {
    const own = await ownOrder(path.orderId, { caller }, deps);
    if (!own.ok) return own;
    const all = await reportStore(deps.table).ofOrder(path.orderId);
    return done(pageOf(all, ({ at, id }) => `${at} ${id}`, query));
  },
});

import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { FeeRow, feePlace } from './fee-row.ts';
import { feesOf } from './load-fees.ts';

/** What the customers' fees of a month are decided on, from the first submission on (L-26, L-30). */
export const getFees = endpoint({
  summary: 'What the fees of a month are decided on',
  path: z.object({ month: Month }),
  query: z.strictObject(wholePage),
  answer: z.object({ month: z.string(), items: z.array(FeeRow), next: z.string().optional() }),
  async run({ path, query }, deps) {
    const { items, next } = pageOf(await feesOf(path.month, deps), feePlace, query);
    return done({ month: path.month, items, next });
  },
});

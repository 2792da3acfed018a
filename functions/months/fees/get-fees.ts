import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { changePlace, differenceSums, FeeChange, FeeDifferenceSums } from './fee-difference.ts';
import { feeSums } from './fee-edition.ts';
import { feeSerials, feesGiven } from './fee-edition-step.ts';
import { FeeRow, feePlace } from './fee-row.ts';

/**
 * What the customers' fees of a month are decided on, from the first submission on (L-26, L-30): each time that the rows
 * are others than they were, under the next number; or what has changed since an earlier one.
 */
export const getFees = endpoint({
  summary: 'What the fees of a month are decided on, or what has changed of it',
  path: z.object({ month: Month }),
  query: z.strictObject({ ...wholePage, ...feeSerials }),
  answer: z.object({
    month: z.string(),
    ...feeSums,
    items: z.array(FeeRow).meta({ description: 'Every row; none where changes are asked for' }),
    changes: z.array(FeeChange).optional().meta({ description: 'Rows gone, new and changed since' }),
    difference: FeeDifferenceSums.optional().meta({ description: 'The sums of all changes, on whatever page' }),
    next: z.string().optional(),
  }),
  async run({ path: { month }, query, at }, deps) {
    const given = await feesGiven({ month, ...query }, at, deps);
    if (!given.ok) return given;
    const { sums, rows, changes, effects } = given.value;
    if (!changes) return done({ month, ...sums, ...pageOf(rows, feePlace, query) }, effects);
    const { items, next } = pageOf(changes, changePlace, query);
    const difference = differenceSums(changes, query.since ?? 0);
    return done({ month, ...sums, items: [], changes: items, difference, next }, effects);
  },
});

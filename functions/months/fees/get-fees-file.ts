import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { differenceFile } from './fee-difference.ts';
import { feeSerials, feesGiven } from './fee-edition-step.ts';
import { withControlRow } from './fee-row.ts';

/** The same as a file that the fee's own system reads, or as a file of what has changed (L-26). */
export const getFeesFile = endpoint({
  summary: 'What the fees of a month are decided on, as a file',
  path: z.object({ month: Month }),
  query: z.strictObject({
    ...feeSerials,
    control: z
      .enum(['true', 'false'])
      .default('false')
      .meta({ description: 'With a last row that says the edition’s number, how many rows there are and their sums' }),
  }),
  answer: z.string(),
  answersAs: 'text/csv',
  async run({ path: { month }, query, at }, deps) {
    const given = await feesGiven({ month, ...query }, at, deps);
    if (!given.ok) return given;
    const { sums, rows, changes, file, effects } = given.value;
    if (changes) return done(differenceFile(changes, { since: query.since ?? 0, serial: sums.serial }), effects);
    return done(query.control === 'true' ? withControlRow(file, rows, sums) : file, effects);
  },
});

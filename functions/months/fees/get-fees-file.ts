import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { feesFile } from './fee-row.ts';
import { feesOf } from './load-fees.ts';

/** The same as a file that the fee's own system reads (L-26). */
export const getFeesFile = endpoint({
  summary: 'What the fees of a month are decided on, as a file',
  path: z.object({ month: Month }),
  answer: z.string(),
  answersAs: 'text/csv',
  async run({ path }, deps) {
    return done(feesFile(await feesOf(path.month, deps)));
  },
});

import * as z from 'zod';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { councilFile } from './council-paper.ts';
import { waitingIn } from './load-waiting.ts';
import { QuarterName } from './quarter.ts';
import { waitingFile } from './waiting-file.ts';

/** The same as a file: by row for those who supervise, or in numbers for the council, which gets no person. */
export const getNotExecutedFile = endpoint({
  summary: 'Decisions that were not carried out in time in a quarter, as a file',
  query: z.strictObject({
    quarter: QuarterName.optional(),
    to: z
      .enum(['rows', 'council'])
      .default('rows')
      .meta({ description: 'Row by row, or in numbers and days waited, which name nobody' }),
  }),
  answer: z.string(),
  answersAs: 'text/csv',
  async run({ query, at }, deps) {
    const waiting = await waitingIn(query.quarter, at, deps);
    if (!waiting.ok) return waiting;
    return done(query.to === 'council' ? councilFile(waiting.value) : waitingFile(waiting.value));
  },
});

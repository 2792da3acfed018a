import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { figuresCsv } from './figures-csv.ts';
import { figuresIn } from './load-figures.ts';

/** The same as a file for a spreadsheet (L-76). */
export const getFiguresFile = endpoint({
  summary: 'How a month went at each provider, as a file',
  path: z.object({ month: Month }),
  answer: z.string(),
  answersAs: 'text/csv',
  async run({ path: { month }, caller, at }, deps) {
    return done(figuresCsv(await figuresIn(month, { caller, at }, deps)));
  },
});

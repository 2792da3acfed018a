import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { MonthFigures } from './figures.ts';
import { figuresIn } from './load-figures.ts';

/** How a month went at each provider, in figures without a case (L-76): to a provider its own. */
export const getFigures = endpoint({
  summary: 'How a month went at each provider, in figures',
  path: z.object({ month: Month }),
  query: z.strictObject(wholePage),
  answer: z.object({ month: z.string(), items: z.array(MonthFigures), next: z.string().optional() }),
  async run({ path: { month }, query, caller, at }, deps) {
    const all = await figuresIn(month, { caller, at }, deps);
    return done({ month, ...pageOf(all, ({ providerId }) => providerId, query) });
  },
});

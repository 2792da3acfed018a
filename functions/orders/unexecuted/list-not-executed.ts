import * as z from 'zod';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { CouncilRow, councilRows } from './council-paper.ts';
import { waitingIn } from './load-waiting.ts';
import { QuarterName } from './quarter.ts';
import { WaitingRow, waitingPlace } from './waiting-row.ts';

/** Decisions that were not carried out in time in a quarter (SoL 2025:400, 34:1), row by row, and in numbers for the council. */
export const listNotExecuted = endpoint({
  summary: 'List decisions that were not carried out, or resumed, in time in a quarter',
  query: z.strictObject({ quarter: QuarterName.optional(), ...wholePage }),
  answer: z.object({
    quarter: z.string(),
    from: z.string(),
    to: z.string(),
    paragraph: z.string(),
    months: z.int(),
    items: z.array(WaitingRow),
    council: z.array(CouncilRow).meta({ description: 'The same in numbers and days, without a case' }),
    next: z.string().optional(),
  }),
  async run({ query: { quarter: name, ...page }, at }, deps) {
    const waiting = await waitingIn(name, at, deps);
    if (!waiting.ok) return waiting;
    const { rows, quarter, rules } = waiting.value;
    const { name: named, from, to } = quarter;
    const about = { quarter: named, from, to, paragraph: rules.paragraph, months: rules.months };
    return done({ ...about, council: [...councilRows(rows)], ...pageOf(rows, waitingPlace, page) });
  },
});

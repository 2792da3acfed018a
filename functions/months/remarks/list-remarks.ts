import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { officerNames } from '../lines/load-officers.ts';
import { ownMonth } from '../load-month.ts';
import { KeptRemark, RemarkAnswer } from './kept-remark.ts';
import { remarksOfMonth } from './load-remarks.ts';

const RemarkView = KeptRemark.extend({
  owners: z.array(z.string()).meta({ description: 'The officers of whom any one answers it' }),
  answer: RemarkAnswer.optional(),
}).meta({ id: 'MonthRemark' });

/** What was seen in the rows of a provider's month: to the head all, to an officer what is theirs to answer. */
export const listRemarks = endpoint({
  summary: 'What was seen in the rows of a provider’s month',
  path: z.object({ month: Month, providerId: SafeId }),
  query: z.strictObject(wholePage),
  answer: z.object({
    items: z.array(RemarkView),
    next: z.string().optional(),
    officers: z.record(z.string(), z.string()).meta({ description: 'The names of the officers, by id' }),
  }),
  async run({ path, query, caller }, deps) {
    const month = await ownMonth(path, caller, deps);
    if (!month.ok) return month;
    const remarks = await remarksOfMonth(month.value.entity, deps);
    const theirs = remarks.filter(({ owners }) => caller.role === 'head' || owners.includes(caller.caseload));
    const byId = theirs.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const { items, next } = pageOf(byId, ({ id }) => id, query);
    return done({
      items: items.map(({ answered, owners, ...one }) => ({ ...one, owners: [...owners], answer: answered?.answer })),
      next,
      officers: await officerNames([...new Set(items.flatMap(({ owners }) => owners))], deps),
    });
  },
});

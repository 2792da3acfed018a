import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { ownerOf } from '../../../shared/domain/owner.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { CorrespondenceItem, latestOf } from './correspondence.ts';
import { correspondenceOf } from './load-correspondence.ts';

/**
 * What was said about a case by mail and inside the system, the newest first, to its officer and the head: each reads of
 * the messages inside what they take part in.
 */
export const getCorrespondence = endpoint({
  summary: 'What was said about a case by mail and inside the system',
  path: z.object({ caseNo: CaseNumber }),
  query: z.strictObject({
    limit: PageSize,
    before: z
      .string()
      .regex(/^[0-9T:.Z-]{20,30}#[A-Za-z0-9.-]{1,100}$/)
      .optional()
      .meta({ description: 'The `next` of the page before' }),
  }),
  answer: z.object({ items: z.array(CorrespondenceItem), next: z.string().optional() }),
  async run({ path: { caseNo }, query, caller, language }, { table }) {
    const found = await caseStore(table).find(caseNo);
    const isTheirs = caller.role === 'head' || found?.entity.officerId === caller.caseload;
    if (!found || !isTheirs) return refuse('missing', 'case-not-found');
    const all = await correspondenceOf(caseNo, ownerOf(caller), language, table);
    return done(latestOf(all, query));
  },
});

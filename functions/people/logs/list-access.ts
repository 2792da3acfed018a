import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { AccessRow, accessLogStore } from './access-log-store.ts';

/** Who has read about the customer of a case, when and why; for the head's own checks of the log. */
export const listAccess = endpoint({
  summary: 'Who has read about the customer of a case',
  path: z.object({ caseNo: CaseNumber }),
  query: z.strictObject({ limit: PageSize, cursor: Cursor }),
  answer: z.object({ items: z.array(AccessRow), next: z.string().optional() }),
  async run({ path, query }, { table }) {
    if (!(await caseStore(table).find(path.caseNo))) return refuse('missing', 'case-not-found');
    const { items, next } = await accessLogStore(table).ofCase(path.caseNo, {
      limit: query.limit,
      after: query.cursor,
    });
    return done({ items: [...items], next });
  },
});

import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { JournalRow } from '../../../shared/domain/journal.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { journalStore } from '../../../shared/stores/journal-store.ts';

/** What has been done in a case, in order: to its own officer and to the head. */
export const getJournal = endpoint({
  summary: 'What has been done in a case',
  path: z.object({ caseNo: CaseNumber }),
  query: z.strictObject({ limit: PageSize, cursor: Cursor }),
  answer: z.object({
    items: z.array(JournalRow.extend({ text: z.string().meta({ description: 'What happened, in words' }) })),
    next: z.string().optional(),
  }),
  async run({ path, query, caller, language }, { table }) {
    const found = await caseStore(table).find(path.caseNo);
    const theirs = caller.role === 'head' || found?.entity.officerId === caller.caseload;
    if (!found || !theirs) return refuse('missing', 'case-not-found');
    const { items, next } = await journalStore(table).ofCase(path.caseNo, { limit: query.limit, after: query.cursor });
    return done({ items: items.map((row) => ({ ...row, text: sentence(`event-${row.event}`, language) })), next });
  },
});

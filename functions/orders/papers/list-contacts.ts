import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { ContactNote } from './contact-note.ts';
import { contactNoteStore } from './contact-note-store.ts';

/** The contacts that have been noted in a case, the latest first, to its officer and the head. */
export const listContacts = endpoint({
  summary: 'The contacts that have been noted in a case',
  path: z.object({ caseNo: CaseNumber }),
  query: z.strictObject({ limit: PageSize, cursor: Cursor }),
  answer: z.object({ items: z.array(ContactNote), next: z.string().optional() }),
  async run({ path: { caseNo }, query, caller }, { table }) {
    const found = await caseStore(table).find(caseNo);
    const isTheirs = caller.role === 'head' || found?.entity.officerId === caller.caseload;
    if (!found || !isTheirs) return refuse('missing', 'case-not-found');
    const page = { limit: query.limit, after: query.cursor };
    const { items, next } = await contactNoteStore(table).ofCase(caseNo, page);
    return done({ items: [...items], next });
  },
});

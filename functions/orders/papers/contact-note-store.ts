import type { Change, Page, Table } from '../../../shared/ports/table.ts';
import { legibleAs } from '../../../shared/stores/stored.ts';
import { ContactNote } from './contact-note.ts';

const prefix = 'CONTACT#';

/** Where notes of contacts live: under the case, by when they were written. Nobody writes over one. */
export const contactNoteStore = (table: Table) => ({
  add: (next: ContactNote): Change => ({
    kind: 'put',
    over: 0,
    item: { pk: `CASE#${next.caseNo}`, sk: `${prefix}${next.at}#${next.id}`, data: next },
  }),

  /** A page of those that can be read, the latest first. */
  async ofCase(caseNo: string, page: { limit: number; after?: string }): Promise<Page<ContactNote>> {
    const range = { pk: `CASE#${caseNo}`, from: prefix, to: `${prefix}~`, descending: true };
    const { items, next } = await table.query({ ...range, ...page });
    return { items: legibleAs(ContactNote, items), ...(next ? { next } : {}) };
  },
});

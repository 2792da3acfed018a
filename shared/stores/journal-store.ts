import { JournalRow } from '../domain/journal.ts';
import type { Instant } from '../domain/local-time.ts';
import type { Change, Page, Table } from '../ports/table.ts';

/** Where the journal lives: a case's rows under the case, a month's under the month. Written once, never over. */
const partitionOf = (row: JournalRow): string =>
  row.caseNo ? `CASE#${row.caseNo}` : `MONTH#${row.month ?? 'NONE'}#${row.providerId ?? 'NONE'}`;

export type JournalEntry = Omit<JournalRow, 'id' | 'at' | 'by' | 'refs'> & { refs?: JournalRow['refs'] };

export const journalStore = (table: Table) => ({
  /** Every row goes under its own key over nothing, so that no row can be written over another. */
  append(row: JournalRow): Change {
    const item = { pk: partitionOf(row), sk: `JOURNAL#${row.at}#${row.id}`, data: row };
    return { kind: 'put', over: 0, item };
  },

  async ofCase(caseNo: string, page: { limit: number; after?: string }): Promise<Page<JournalRow>> {
    const range = { pk: `CASE#${caseNo}`, from: 'JOURNAL#', to: 'JOURNAL#~', ...page };
    const { items, next } = await table.query(range);
    return { items: items.map((item) => JournalRow.parse(item.data)), ...(next ? { next } : {}) };
  },

  /** What has been done in a case since an instant. */
  async ofCaseSince(caseNo: string, since: Instant): Promise<readonly JournalRow[]> {
    const { items } = await table.query({ pk: `CASE#${caseNo}`, from: `JOURNAL#${since}`, to: 'JOURNAL#~' });
    return items.map((item) => JournalRow.parse(item.data));
  },

  async ofMonth(month: string, providerId: string): Promise<readonly JournalRow[]> {
    const { items } = await table.query({ pk: `MONTH#${month}#${providerId}`, from: 'JOURNAL#', to: 'JOURNAL#~' });
    return items.map((item) => JournalRow.parse(item.data));
  },
});

/** A row by a person at an instant. */
export const journalRow = (id: string, at: Instant, by: JournalRow['by'], entry: JournalEntry): JournalRow => ({
  id,
  at,
  by: { userId: by.userId, role: by.role, ...(by.actingFor ? { actingFor: by.actingFor } : {}) },
  ...entry,
  refs: entry.refs ?? {},
});

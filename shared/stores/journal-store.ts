import { JournalRow } from '../domain/journal.ts';
import { ruleOfEvent } from '../domain/journal-events.ts';
import type { Instant } from '../domain/local-time.ts';
import type { Change, Page, Table } from '../ports/table.ts';
import { legibleAs } from './stored.ts';

const caseRows = (caseNo: string): string => `JOURNAL#CASE#${caseNo}`;
const monthRows = (month = 'NONE', providerId = 'NONE'): string => `JOURNAL#MONTH#${month}#${providerId}`;

/**
 * Where the journal lives: a case's rows for themselves, a month's for themselves. Written once, never over; nothing
 * else is stored there, so that nobody who may take something else away may take a row away.
 */
const partitionOf = ({ caseNo, month, providerId }: JournalRow): string =>
  caseNo ? caseRows(caseNo) : monthRows(month, providerId);

export type JournalEntry = Omit<JournalRow, 'id' | 'at' | 'by' | 'refs'> & {
  readonly refs?: JournalRow['refs'];
  /** Who it was, where nobody has signed in. */
  readonly by?: JournalRow['by'];
};

export const journalStore = (table: Table) => ({
  /** Every row goes under its own key over nothing, so that no row can be written over another. */
  append(row: JournalRow): Change {
    const item = { pk: partitionOf(row), sk: `AT#${row.at}#${row.id}`, data: row };
    return { kind: 'put', over: 0, item };
  },

  async ofCase(caseNo: string, page: { limit: number; after?: string }): Promise<Page<JournalRow>> {
    const range = { pk: caseRows(caseNo), from: 'AT#', to: 'AT#~', ...page };
    const { items, next } = await table.query(range);
    return { items: legibleAs(JournalRow, items), ...(next ? { next } : {}) };
  },

  /** What has been done in a case since an instant; rights hang on it, so that every row must be readable. */
  async ofCaseSince(caseNo: string, since: Instant): Promise<readonly JournalRow[]> {
    const { items } = await table.query({ pk: caseRows(caseNo), from: `AT#${since}`, to: 'AT#~' });
    return items.map((item) => JournalRow.parse(item.data));
  },

  async ofMonth(month: string, providerId: string): Promise<readonly JournalRow[]> {
    const { items } = await table.query({ pk: monthRows(month, providerId), from: 'AT#', to: 'AT#~' });
    return items.map((item) => JournalRow.parse(item.data));
  },
});

/** A row by a person at an instant, under the rule that it says or that its event always has. */
export const journalRow = (id: string, at: Instant, by: JournalRow['by'], entry: JournalEntry): JournalRow => {
  const { event, rule: said, by: { userId, role, actingFor } = by, ...rest } = entry;
  // Said to be under none, it is under none.
  const rule = 'rule' in entry ? said : ruleOfEvent(event);
  return {
    id,
    at,
    by: { userId, role, ...(actingFor ? { actingFor } : {}) },
    event,
    ...(rule ? { rule } : {}),
    ...rest,
    refs: entry.refs ?? {},
  };
};

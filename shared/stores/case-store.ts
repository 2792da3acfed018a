import * as z from 'zod';
import type { Change, Key, Page, Table } from '../ports/table.ts';
import { type Stored, storedAs } from './stored.ts';

/** A case by its number: whose it is, and nothing about the person. */
export const Case = z.object({ caseNo: z.string(), officerId: z.string() });
export type Case = z.infer<typeof Case>;

const keyOf = (caseNo: string): Key => ({ pk: `CASE#${caseNo}`, sk: 'CASE' });

/** Where cases live, and whose they are; their journal is beside them. */
export const caseStore = (table: Table) => ({
  async find(caseNo: string): Promise<Stored<Case> | undefined> {
    const item = await table.get(keyOf(caseNo));
    return item && storedAs(Case, item);
  },
  save: (next: Case, over: Stored<Case> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: {
      ...keyOf(next.caseNo),
      data: next,
      indexes: { g1: { pk: `CASES#${next.officerId}`, sk: next.caseNo } },
    },
  }),
  /** The numbers of an officer's cases, open and closed, in order. An index may lag: who moves one reads it again. */
  async ofOfficer(officerId: string, page: { limit: number; after?: string }): Promise<Page<string>> {
    const { items, next } = await table.queryIndex('g1', { pk: `CASES#${officerId}`, ...page });
    return { items: items.map(({ at }) => at.sk), ...(next ? { next } : {}) };
  },
});

import * as z from 'zod';
import type { Change, Key, Table } from '../ports/table.ts';
import { type Stored, storedAs } from './stored.ts';

/** A case by its number: whose it is, and nothing about the person. */
export const Case = z.object({ caseNo: z.string(), officerId: z.string() });
export type Case = z.infer<typeof Case>;

const keyOf = (caseNo: string): Key => ({ pk: `CASE#${caseNo}`, sk: 'CASE' });

/** Where cases live; their journal is beside them. */
export const caseStore = (table: Table) => ({
  async find(caseNo: string): Promise<Stored<Case> | undefined> {
    const item = await table.get(keyOf(caseNo));
    return item && storedAs(Case, item);
  },
  save: (next: Case, over: Stored<Case> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(next.caseNo), data: next },
  }),
});

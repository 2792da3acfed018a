import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import type { Change, Key, Table } from '../../../shared/ports/table.ts';
import { type Stored, storedAs } from '../../../shared/stores/stored.ts';

/** The day on which personal assistance begins for whoever the case is about, by the unit that gives it (H-06). */
export const Assistance = z
  .object({ caseNo: CaseNumber, on: LocalDate, unitId: SafeId, at: Instant, by: z.string() })
  .meta({ id: 'Assistance' });
export type Assistance = z.infer<typeof Assistance>;

const keyOf = (caseNo: string): Key => ({ pk: `CASE#${caseNo}`, sk: 'ASSISTANCE' });

/** Where it lives: beside the case; the latest day told counts, and the journal has them all. */
export const assistanceStore = (table: Table) => ({
  async find(caseNo: string): Promise<Stored<Assistance> | undefined> {
    const item = await table.get(keyOf(caseNo));
    return item && storedAs(Assistance, item);
  },
  save: (next: Assistance, over: Stored<Assistance> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(next.caseNo), data: next },
  }),
});

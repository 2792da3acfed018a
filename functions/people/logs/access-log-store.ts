import * as z from 'zod';
import { Instant } from '../../../shared/domain/local-time.ts';
import type { Change, Page, Table } from '../../../shared/ports/table.ts';
import { legibleAs } from '../../../shared/stores/stored.ts';

/** Who read about whom, when and why: written once, in the commit that the answer waits for. */
export const AccessRow = z
  .object({
    id: z.string(),
    at: Instant,
    by: z.object({ userId: z.string(), role: z.string(), actingFor: z.string().optional() }),
    /** The registry key of the way in. */
    entry: z.string(),
    caseNos: z.array(z.string()),
    reason: z.string(),
  })
  .meta({ id: 'AccessRow' });
export type AccessRow = z.infer<typeof AccessRow>;

/** Where a search that found nobody is logged; no case number begins like this. */
const nobody = '-';

/** Where the access log lives: one row under each case that was read, and under none when somebody looked in vain. */
export const accessLogStore = (table: Table) => ({
  append: (row: AccessRow): readonly Change[] =>
    (row.caseNos.length > 0 ? row.caseNos : [nobody]).map((caseNo) => ({
      kind: 'put',
      over: 0,
      item: {
        pk: `ACCESS#${caseNo}`,
        sk: `${row.at}#${row.id}`,
        data: { ...row, caseNos: caseNo === nobody ? [] : [caseNo] },
      },
    })),

  async ofCase(caseNo: string, page: { limit: number; after?: string }): Promise<Page<AccessRow>> {
    const { items, next } = await table.query({ pk: `ACCESS#${caseNo}`, ...page });
    return { items: legibleAs(AccessRow, items), ...(next ? { next } : {}) };
  },
});

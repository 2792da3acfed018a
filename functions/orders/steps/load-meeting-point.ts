import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';

/**
 * The case, saved again though nothing in it changes: of two who decide on all that stands in it at once, one is made
 * to decide anew.
 */
export async function meetingInCase(caseNo: string, { table }: Deps): Promise<readonly Change[]> {
  const found = await caseStore(table).find(caseNo);
  return found ? [caseStore(table).save(found.entity, found)] : [];
}

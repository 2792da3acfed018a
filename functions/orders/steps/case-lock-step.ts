import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';

/**
 * The case, saved again though nothing in it changes: of two who decide at once on all that it holds, one is made to
 * decide again. Read before what it guards.
 */
export async function touchCase(caseNo: string, { table }: Pick<Deps, 'table'>): Promise<Effects> {
  const found = await caseStore(table).find(caseNo);
  return found ? { saves: [caseStore(table).save(found.entity, found)] } : {};
}

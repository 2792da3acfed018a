import { goesOn } from '../../../shared/domain/assignment.ts';
import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';

/** Whether somebody of these cases is known to have died, by the orders or by what the municipality was told of it. */
export async function isAnyDead(caseNos: readonly string[], { table }: Pick<Deps, 'table'>): Promise<boolean> {
  const given = (await Promise.all(caseNos.map((one) => assignmentStore(table).ofCase(one)))).flat();
  return given.some(({ death, known = [] }) => death !== undefined || known.some(({ kind }) => kind === 'DEATH'));
}

/** Whether anybody gives care in the case on that day or later. */
export async function hasCare(caseNo: string, day: LocalDate, { table }: Pick<Deps, 'table'>): Promise<boolean> {
  return (await assignmentStore(table).ofCase(caseNo)).some((one) => goesOn(one, day));
}

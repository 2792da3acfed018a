import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { casesOfPerson } from '../../people/door.ts';

/**
 * Whether the person of a case is alive, by what the orders or the municipality itself know: who has died is given
 * nothing in any case (L-49, L-59, A73).
 */
export async function whileCaseAlive(
  caseNo: string,
  deps: Pick<Deps, 'table'>,
): Promise<Result<undefined, 'customer-dead'>> {
  const cases = await casesOfPerson(caseNo, deps);
  const given = (await Promise.all(cases.map((one) => assignmentStore(deps.table).ofCase(one)))).flat();
  const died = given.some(({ death, known = [] }) => death !== undefined || known.some(({ kind }) => kind === 'DEATH'));
  return died ? refuse('conflict', 'customer-dead') : accept(undefined);
}

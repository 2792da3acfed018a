import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { casesOfPerson, isAnyDead } from '../../people/door.ts';

/**
 * Whether the person of a case is alive, by what the orders or the municipality itself know: who has died is given
 * nothing in any case (L-49, L-59, A73).
 */
export async function whileCaseAlive(
  caseNo: string,
  deps: Pick<Deps, 'table'>,
): Promise<Result<undefined, 'customer-dead'>> {
  return (await isAnyDead(await casesOfPerson(caseNo, deps), deps))
    ? refuse('conflict', 'customer-dead')
    : accept(undefined);
}

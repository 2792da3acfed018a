import type { Deps } from '../../../shared/ports/deps.ts';
import { mostCases, personStore } from '../../../shared/stores/person-store.ts';

/**
 * All cases that are about the same person as this one, itself included, in the order of their numbers (A73). Only the
 * case itself while nobody has said whose number it is: no person is guessed.
 */
export async function casesOfPerson(caseNo: string, { table }: Pick<Deps, 'table'>): Promise<readonly string[]> {
  const person = await personStore(table).ofCase(caseNo);
  return [...new Set([...(person?.entity.cases ?? []).slice(0, mostCases), caseNo])].toSorted();
}

import type { Letter } from '../../shared/domain/letter.ts';
import { dateOf, type Instant } from '../../shared/domain/local-time.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import { routineOn } from '../../shared/stores/routine.ts';

/** What the municipality lets its mail say of a case today; nothing where no routine says otherwise (A46). */
export async function allowedFor(
  { fields }: Letter,
  at: Instant,
  { table }: Pick<Deps, 'table'>,
): Promise<'E0' | 'E1'> {
  if (fields.caseNo === undefined && fields.cases === undefined) return 'E0';
  const routine = await routineOn(table, dateOf(at));
  return routine.ok ? routine.value.pack.params['email.allowedFields'] : 'E0';
}

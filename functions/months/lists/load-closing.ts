import { firstDay, type Instant } from '../../../shared/domain/local-time.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { closesFrom } from '../correcting/correction-dates.ts';
import type { ProviderMonth } from '../month.ts';

/** From when a month that nothing has come of may be closed without it (A81): told to an officer, who closes it. */
export async function closableFrom(
  { month, submission, closed }: ProviderMonth,
  { role }: Caller,
  { table }: Deps,
): Promise<Instant | undefined> {
  if (role !== 'officer' || submission || closed) return undefined;
  const routine = await routineOn(table, firstDay(month));
  return routine.ok ? closesFrom(month, routine.value.pack) : undefined;
}

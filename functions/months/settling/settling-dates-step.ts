import { dateOf, firstDay, type Instant, plusDays } from '../../../shared/domain/local-time.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter, type MovedDeadline, opened } from '../../../shared/steps/deadlines.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { statedMonths } from '../../../shared/stores/stated-months.ts';
import type { ProviderMonth } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { hasLaterMonth } from './load-later-month.ts';
import { isToSettle, toSettle } from './load-settlement.ts';
import { settlementDue } from './settling-tasks.ts';

/** Three years back: nothing is put right further than that. */
const daysBack = 36 * 31;

/** A row that is decided now, or no longer is. */
type Row = { readonly month: string; readonly n: number; readonly isDecided: boolean };

/**
 * The head has a settlement to sign (D55) once a row is decided and no month comes after the last that was stated, and has
 * it no more when no row is left, or a month comes after all. One that is open keeps its day: the first decision counts.
 * Without a `row` it is as the rows stand: what has ended since they were decided may have left them without a month.
 */
export async function settlingDates(
  providerId: string,
  row: Row | undefined,
  at: Instant,
  deps: Deps,
): Promise<readonly MovedDeadline[]> {
  const { table } = deps;
  const today = dateOf(at);
  const stated = await statedMonths(table, providerId, { from: plusDays(today, -daysBack), to: today });
  const month = stated
    .map((one) => one.month)
    .toSorted()
    .at(-1);
  const found = month && (await monthStore(table).find(month, providerId))?.entity;
  if (!month || !found) return [];
  const { these, broughtForwardOre } = await toSettle(found, deps);
  const others = these.some(({ entity }) => entity.month !== row?.month || entity.n !== row.n);
  const isLeft = row?.isDecided === true || others || broughtForwardOre < 0;
  const isAny = isLeft && !(await hasLaterMonth({ month, providerId }, at, table));
  const standing = await deadlineStore(table).ofMonth(month, providerId);
  const isOpen = standing.some(({ entity }) => entity.code === 'D55' && entity.doneAt === undefined);
  if (isAny === isOpen) return [];
  if (isOpen) return deadlinesAfter(standing, { lapses: ['D55'] }, at).moved;
  const routine = await routineOn(table, firstDay(month));
  if (!routine.ok) throw new Error('a month was stated in no routine');
  const task = settlementDue({ month, providerId }, { pack: routine.value.pack, at });
  return deadlinesAfter(standing, { opens: [task] }, at).moved;
}

/** What the statement of a last month leaves undone goes with no later one: it is settled (D55). */
export async function lastSettled(
  month: ProviderMonth,
  by: { readonly pack: Pack; readonly at: Instant },
  deps: Deps,
): Promise<readonly MovedDeadline[]> {
  return (await isToSettle(month, by.at, deps)) ? opened([settlementDue(month, by)]) : [];
}

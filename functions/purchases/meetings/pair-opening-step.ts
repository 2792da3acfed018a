import type { Deadline } from '../../../shared/domain/deadline.ts';
import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Purchase } from '../purchase.ts';
import { meetingDeadlines, type Pair, pairIdOf, unitsIn } from './pair.ts';
import { pairStore } from './pair-store.ts';

const yearOf = (day: LocalDate): string => day.slice(0, 4);

/**
 * A pair has its meetings of this year asked for: one that is new, or whose year has passed. What was left of an earlier
 * year is nobody's task any more, and keeps its mark.
 */
export function yearOpened(
  id: string,
  {
    stored,
    deadlines,
    pack,
    at,
  }: {
    readonly stored: Stored<Pair> | undefined;
    readonly deadlines: readonly Stored<Deadline>[];
    readonly pack: BuyingPack;
    readonly at: Instant;
  },
  { table }: Pick<Deps, 'table'>,
): { readonly pair: Pair; readonly effects: Effects } {
  const today = dateOf(at);
  const year = yearOf(today);
  const known = stored?.entity;
  if (known && known.year >= year) return { pair: known, effects: {} };
  const pair = { ...(known ?? { id, ...unitsIn(id), since: today }), year };
  const after = deadlinesAfter(deadlines, { opens: meetingDeadlines(pair, today, pack), lapses: () => true }, at);
  return { pair, effects: { saves: [pairStore(table).save(pair, stored)], deadlines: after.moved } };
}

/** With the first help that one of the municipality's units gives for another they are a pair that meets (H-13). */
export async function besidePair(
  { orderingUnitId, receiver }: Purchase,
  pack: BuyingPack,
  at: Instant,
  deps: Pick<Deps, 'table'>,
): Promise<Effects> {
  if (receiver.unitId === undefined || !pack.purchases.meetings) return {};
  const id = pairIdOf(orderingUnitId, receiver.unitId);
  const stored = await pairStore(deps.table).find(id);
  if (stored && stored.entity.year >= yearOf(dateOf(at))) return {};
  const deadlines = await deadlineStore(deps.table).ofPair(id);
  return yearOpened(id, { stored, deadlines, pack, at }, deps).effects;
}

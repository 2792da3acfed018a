import type { Deadline } from '../../../shared/domain/deadline.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { OwnUnit } from '../../../shared/domain/own-unit.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { routineOfUnit } from '../../../shared/stores/routine.ts';
import type { Settings } from '../../../shared/stores/settings-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { unitStore } from '../../../shared/stores/unit-store.ts';
import { type BuyingPack, buying } from '../buying-pack.ts';
import { type Pair, type PairMeeting, unitsIn } from './pair.ts';
import { pairStore } from './pair-store.ts';

/** Two units with what they have planned and held, by the routine of the one that buys. */
export type LoadedPair = {
  readonly id: string;
  /** Absent while they have neither bought of each other nor met. */
  readonly stored: Stored<Pair> | undefined;
  readonly units: { readonly ordering: OwnUnit; readonly receiving: OwnUnit };
  readonly pack: BuyingPack;
  readonly settings: Settings;
  readonly meetings: readonly PairMeeting[];
  readonly deadlines: readonly Stored<Deadline>[];
};

export async function loadPair(
  id: string,
  at: Instant,
  deps: Pick<Deps, 'table'>,
): Promise<
  Result<LoadedPair, 'pair-not-found' | 'not-in-routine' | 'unit-not-found' | 'not-set-up' | 'no-routine-in-force'>
> {
  const { table } = deps;
  const { orderingUnitId, receivingUnitId } = unitsIn(id);
  const receiving = (await unitStore(table).find(receivingUnitId))?.entity;
  if (!receiving || orderingUnitId === receivingUnitId) return refuse('missing', 'pair-not-found');
  const routine = await routineOfUnit(table, orderingUnitId, dateOf(at));
  if (!routine.ok) return routine.code === 'unit-not-found' ? refuse('missing', 'pair-not-found') : routine;
  const { settings, unit: ordering } = routine.value;
  const pack = buying(routine.value.pack);
  if (!pack.ok) return pack;
  if (!pack.value.purchases.meetings) return refuse('invalid', 'not-in-routine');
  const pairs = pairStore(table);
  const [stored, meetings, deadlines] = await Promise.all([
    pairs.find(id),
    pairs.meetingsOf(id),
    deadlineStore(table).ofPair(id),
  ]);
  return accept({ id, stored, units: { ordering, receiving }, pack: pack.value, settings, meetings, deadlines });
}

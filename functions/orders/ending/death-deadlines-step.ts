import { type Deadline, reopen } from '../../../shared/domain/deadline.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { lastDayOf } from '../../../shared/domain/order-end.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { MovedDeadline } from '../../../shared/steps/deadlines.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { documentationOwed, notOwed } from '../limits/document-deadlines.ts';

/** What the death put to rest, or the wish to end that it came over: each of them at the very instant it was told. */
const restedBy = ({ code, doneAt }: Deadline, told: Instant | undefined): boolean =>
  code !== 'D15' && code !== 'D25' && doneAt !== undefined && doneAt === told;

/**
 * What an order waits for when its death is undone: all that the death put to rest waits again, late where its time has
 * passed meanwhile, and the documentation is owed by the end that was known before, or not at all.
 */
export function reopened(
  before: Order,
  living: Order,
  standing: readonly Stored<Deadline>[],
  { pack, at }: { readonly pack: Pack; readonly at: Instant },
): readonly MovedDeadline[] {
  const told = before.ending?.at;
  const last = living.ending ? lastDayOf(living) : undefined;
  const known = standing.map(({ entity }) => entity);
  const [owed] = last === undefined ? [] : documentationOwed(living, last, known, pack);
  return standing.flatMap((over): readonly MovedDeadline[] => {
    const { entity } = over;
    if (restedBy(entity, told)) return [{ next: reopen(entity), over, reopens: true }];
    if (entity.code !== 'D15') return [];
    const next = owed ?? notOwed(at)(entity);
    // Owed by the same day as before, it is what it was: late if it was late.
    return next === entity || owed?.dueAt === entity.dueAt ? [] : [{ next, over }];
  });
}

/** The case's follow-up, which stopped with its last order after the death was told (L-56). */
export const followUpReopened = (standing: readonly Stored<Deadline>[], told: Instant): readonly MovedDeadline[] =>
  standing
    .filter(({ entity }) => entity.code === 'D17' && entity.doneAt !== undefined && entity.doneAt >= told)
    .map((over) => ({ next: reopen(over.entity), over, reopens: true }));

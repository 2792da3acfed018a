import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { lastDayOf } from '../../../shared/domain/order-end.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { opened } from '../../../shared/steps/deadlines.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { assigned } from '../care-step.ts';
import { documentationOwed } from '../limits/document-deadlines.ts';
import { followUp } from '../papers/follow-up.ts';
import { isAlive, readInOrder, type StandingCare } from './read-in-order.ts';

/** A case as it stands when it is read in: whose it is, what each provider has, when it was last followed up. */
export type StandingCase = {
  readonly caseNo: string;
  readonly officerId: string;
  readonly care: readonly StandingCare[];
  readonly followedUp?: LocalDate | undefined;
};

/**
 * The care of a case that was decided before the system becomes living orders (A70), so that every later act works on
 * it: nobody is written to, nothing is late that was due before, and the yearly follow-up runs from the last one that is
 * known, else from the day it is read in (L-56), where the routine has one.
 */
export function readInCase(
  { caseNo, officerId, care, followedUp }: StandingCase,
  { pack, at, by }: { readonly pack: Pack; readonly at: Instant; readonly by: string },
  deps: Pick<Deps, 'table' | 'newId'>,
): Effects {
  // A routine without orders still has its cases judged by month.
  if (!pack.modules.includes('orders')) return { saves: care.flatMap((given) => assigned(deps).give(given)) };
  const made = care.map((given) => readInOrder(deps.newId('B'), given, { at, by }));
  const living = made.map(({ order }) => order).filter(isAlive);
  const waits: Deadline[] = living.flatMap((order) => {
    const last = order.state === 'ending' ? lastDayOf(order) : undefined;
    return last === undefined ? [] : documentationOwed(order, last, [], pack);
  });
  if (living.length > 0 && pack.caseFile) waits.push(followUp({ caseNo, officerId }, followedUp ?? dateOf(at), pack));
  return {
    saves: made.flatMap(({ order, assignment }) => [
      orderStore(deps.table).save(order, undefined),
      ...assigned(deps).give(assignment),
    ]),
    deadlines: opened(waits),
    rows: made.map(({ order: { id: orderId, providerId, state } }) => ({
      event: 'order-read-in',
      caseNo,
      refs: { orderId, providerId, state },
    })),
  };
}

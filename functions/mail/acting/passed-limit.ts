import type { ReplyAct } from '../../../shared/domain/letters/reply-form.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';

/**
 * By when help should have begun, where what was just said is later than that. It is done all the same, as in the portal,
 * where who confirms may give any day and a late visit is marked (L-13, A04); whoever has written by mail sees no such
 * page, and is told.
 */
export function passedLimit(
  { startBy, confirmed, started, firstVisit }: Pick<Order, 'startBy' | 'confirmed' | 'started' | 'firstVisit'>,
  acts: readonly ReplyAct[],
): Instant | undefined {
  if (startBy === undefined) return undefined;
  if (acts.includes('start')) return (started ?? firstVisit)?.late ? startBy : undefined;
  const canStartAt = acts.includes('confirm') ? confirmed?.canStartAt : undefined;
  return canStartAt !== undefined && canStartAt > startBy ? startBy : undefined;
}

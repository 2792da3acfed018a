import * as z from 'zod';
import { type Instant, localIso } from '../../shared/domain/local-time.ts';
import type { Order } from '../../shared/domain/order.ts';
import { isOver } from '../../shared/domain/order-end.ts';
import { hasBegun } from './order.ts';

/** What an order waits for next, for a list in which nobody reads the deadlines one by one. */
export const Waiting = z
  .object({
    what: z.enum(['confirmation', 'contact', 'start', 'execution', 'end']),
    /** In local time; absent where no clock runs yet (S-31), or none has been set. */
    due: z.string().optional(),
    late: z.boolean(),
  })
  .meta({ id: 'Waiting' });
type Waiting = z.infer<typeof Waiting>;

const by = (what: Waiting['what'], due: Instant | undefined, at: Instant): Waiting => ({
  what,
  ...(due ? { due: localIso(due) } : {}),
  late: due !== undefined && at > due,
});

/** The confirmation (L-12, S-28), then the start (L-13, S-12), then that the officer sets it as executed (S-38). */
export function waitingOf(order: Order, at: Instant): Waiting | undefined {
  if (isOver(order) || order.state === 'paused') return undefined;
  if (order.state === 'ending') return by('end', undefined, at);
  if (order.firstVisit && !order.started) return by('execution', undefined, at);
  if (hasBegun(order)) return undefined;
  if (order.confirmBy && !order.confirmed) return by('confirmation', order.confirmBy, at);
  return order.startBy ? by('start', order.startBy, at) : by('contact', undefined, at);
}

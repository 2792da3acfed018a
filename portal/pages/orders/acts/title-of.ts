import type { AreaWords } from '../../../messages/areas.ts';
import type { OrderActKey, OrderShown } from '../order-form.ts';

export const isOfDead = ({ ending }: Pick<OrderShown, 'ending'>): boolean => ending?.cause === 'DEATH';

/** What a step is called: one that has been taken is put right by the same way in. */
export function actTitleOf(act: OrderActKey, order: OrderShown, { titles, again }: AreaWords['acts']): string {
  if (act === 'reportDeath' && isOfDead(order)) return again.death;
  if (act === 'endOrder' && order.ending?.lastDay !== undefined) return again.lastDay;
  return act === 'deferOrder' && order.deferral ? again.deferral : titles[act];
}

import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { statedMonths } from '../../../shared/stores/stated-months.ts';

/**
 * Refused where a statement that has been sent builds on what is to be undone: it was sent after that was told, of a
 * month that it reaches. Says which months.
 */
export async function unlessSent(
  orders: readonly Order[],
  { from, told, at }: { readonly from: LocalDate; readonly told: Instant; readonly at: Instant },
  { table }: Pick<Deps, 'table'>,
): Promise<Result<undefined, 'death-in-statement'>> {
  const providers = new Set(orders.map(({ providerId }) => providerId));
  const stated = await Promise.all(
    [...providers].map((providerId) => statedMonths(table, providerId, { from, to: dateOf(at) })),
  );
  const months = new Set(stated.flatMap((some) => some.flatMap((one) => (one.at >= told ? [one.month] : []))));
  if (months.size === 0) return accept(undefined);
  const faults = [...months].toSorted().map((month) => ({ at: `months.${month}`, code: 'death-in-statement' }));
  return refuse('conflict', 'death-in-statement', faults);
}

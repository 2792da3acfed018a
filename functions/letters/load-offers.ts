import type { Letter } from '../../shared/domain/letter.ts';
import type { Offer } from '../../shared/domain/letters/reply-form.ts';
import { dateOf, type Instant } from '../../shared/domain/local-time.ts';
import type { Order } from '../../shared/domain/order.ts';
import { isOver } from '../../shared/domain/order-end.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import { capacityStore } from '../../shared/stores/capacity-store.ts';
import { orderStore } from '../../shared/stores/order-store.ts';
import { providerStore } from '../../shared/stores/provider-store.ts';
import { routineOn } from '../../shared/stores/routine.ts';
import { offersOf } from './compose.ts';

/** Whether the routine asks a provider of its kind to confirm: one that is not asked is refused when it does. */
async function isAskedToConfirm(providerId: string, at: Instant, { table }: Pick<Deps, 'table'>): Promise<boolean> {
  const routine = await routineOn(table, dateOf(at));
  const provider = await providerStore(table).find(providerId);
  if (!routine.ok || !provider) return false;
  return (routine.value.pack.confirmation?.[provider.entity.kind] ?? 'NONE') !== 'NONE';
}

/** What can no longer be said of an order as it stands: what is said already, and anything of one that is over. */
function closedOf(order: Order): readonly Offer[] {
  const hasBegun = order.started !== undefined || order.firstVisit !== undefined;
  const isAnswered = order.state !== 'placed' || hasBegun;
  if (isOver(order) || order.state === 'rejected') return rows;
  return [...(isAnswered ? (['confirm', 'reject'] as const) : []), ...(hasBegun ? (['start'] as const) : [])];
}
const rows: readonly Offer[] = ['confirm', 'start', 'reject', 'not-executed'];

/** An answer to a mail about no order has nothing to choose of. */
async function closedIn(
  { kind, fields: { orderId } }: Letter,
  { table }: Pick<Deps, 'table'>,
): Promise<readonly Offer[]> {
  if (orderId === undefined) return kind === 'M07' ? rows : [];
  const order = (await orderStore(table).findReadable(orderId))?.entity;
  return order ? closedOf(order) : [];
}

/**
 * What a letter offers the provider that gets it: never an answer that would be refused. One without a ceiling takes what
 * it is given (A58), and one that is not asked to confirm has nothing to confirm (S-28).
 */
export async function offersTo(
  letter: Letter,
  providerId: string,
  at: Instant,
  deps: Pick<Deps, 'table'>,
): Promise<readonly Offer[]> {
  const closed = await closedIn(letter, deps);
  const offers = offersOf(letter.kind, letter.fields.variant).filter((offer) => !closed.includes(offer));
  const refused: Offer[] = [];
  if (offers.includes('confirm') && !(await isAskedToConfirm(providerId, at, deps))) refused.push('confirm');
  const hasCeiling = async () => (await capacityStore(deps.table).find(providerId)) !== undefined;
  if (offers.includes('reject') && !(await hasCeiling())) refused.push('reject');
  return offers.filter((offer) => !refused.includes(offer));
}

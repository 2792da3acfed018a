import type { LocalDate } from '../../../shared/domain/local-time.ts';
import { plusMonths, startOfDay } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { hasBegun } from '../order.ts';
import type { GrantedDecision } from './decision.ts';
import { grantedDecisions, type OrderSeen } from './decisions.ts';
import type { Quarter } from './quarter.ts';

/** How long a decision whose order came to nothing is looked for: one that no provider has by then is no longer sought. */
const monthsSought = 24;

type Store = Pick<Deps, 'table'>;

/** Orders by their ids with the stays that are known where they are given, a hundred at a time. */
async function ordersWith(
  assignments: Awaited<ReturnType<ReturnType<typeof assignmentStore>['ofCase']>>,
  { table }: Store,
): Promise<readonly OrderSeen[]> {
  const known = new Map(assignments.flatMap(({ orderId, known: facts = [] }) => (orderId ? [[orderId, facts]] : [])));
  const orders = await orderStore(table).findAll([...known.keys()]);
  return orders.map((order) => ({ order, known: known.get(order.id) ?? [] }));
}

/** What was placed with a provider and came to nothing: nothing is given by it, so that it stands in no case. */
const cameToNothing = (providerId: string, { to }: Quarter, { table }: Store): Promise<readonly Order[]> =>
  orderStore(table).placedIn(providerId, ['rejected', 'withdrawn'], {
    from: startOfDay(plusMonths(to, -monthsSought)),
    until: startOfDay(to),
  });

/** Whether what became of it may hang on an order before: it has not begun, or it began in the quarter. */
const mayGoOnFrom = ({ order }: OrderSeen, from: LocalDate): boolean =>
  !hasBegun(order) || ((order.started ?? order.firstVisit)?.on ?? from) >= from;

/**
 * The decisions that were in force in a quarter, by the orders that carry them out. Of the cases in which one may go on from
 * an earlier order, and of those that would be reported, every order is read.
 */
export async function decisionsFor(
  quarter: Quarter,
  isReported: (decisions: readonly GrantedDecision[]) => boolean,
  { table }: Store,
): Promise<readonly GrantedDecision[]> {
  const byCase = new Map<string, OrderSeen[]>();
  const add = (one: OrderSeen) => byCase.set(one.order.caseNo, [...(byCase.get(one.order.caseNo) ?? []), one]);
  const nothing = new Map<string, OrderSeen[]>();
  for (const providerId of await providerStore(table).ids()) {
    const given = await assignmentStore(table).ofProvider(providerId, quarter.from);
    for (const one of await ordersWith(given, { table })) add(one);
    for (const order of await cameToNothing(providerId, quarter, { table }))
      nothing.set(order.caseNo, [...(nothing.get(order.caseNo) ?? []), { order, known: [] }]);
  }
  const found: GrantedDecision[] = [];
  for (const caseNo of new Set([...byCase.keys(), ...nothing.keys()])) {
    const own = byCase.get(caseNo) ?? [];
    const isPart =
      nothing.has(caseNo) || own.some((one) => mayGoOnFrom(one, quarter.from)) || isReported(grantedDecisions(own));
    const whole = isPart ? await ordersWith(await assignmentStore(table).ofCase(caseNo), { table }) : own;
    found.push(...grantedDecisions([...whole, ...(nothing.get(caseNo) ?? [])]));
  }
  return found;
}

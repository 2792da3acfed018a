import type { Order } from '../../../shared/domain/order.ts';
import { lastDayOf } from '../../../shared/domain/order-end.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { lastDayLetter } from '../care-step.ts';
import type { OrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { isDead, withoutDeath } from './order-death.ts';

/** An order as it was and as it is. */
export type Changed = { readonly before: Order; readonly next: Order };

/** An order that was closed before anybody told of the death: its last day is another one, where it is. */
const wasClosed = ({ before }: Changed): boolean => withoutDeath(before).closed !== undefined;
const isSameDay = ({ before, next }: Changed): boolean => lastDayOf(before) === lastDayOf(next);

const neverBegins = (order: Order): boolean => order.from > (lastDayOf(order) ?? order.from);

/** Those of them whose provider hears of it: every one but of the provider that says it. */
const isTold = ({ next }: Changed, { caller, provider }: OrderAndRoutine): boolean =>
  caller.role === 'officer' || next.providerId !== provider.id;

/**
 * Each provider hears of its order's last day, or that it has become another (N25); of one that had not begun by then
 * it hears only that it does not hold any more (M05).
 */
export async function deathLetters(
  ended: readonly Changed[],
  step: OrderAndRoutine,
  deps: Deps,
): Promise<readonly Change[]> {
  const { settings, pack, at } = step;
  const letters: Change[] = [];
  for (const one of ended.filter((some) => isTold(some, step))) {
    const { before, next } = one;
    if (wasClosed(one) && isSameDay(one)) continue;
    const provider = (await providerStore(deps.table).find(next.providerId))?.entity;
    if (!provider) continue;
    const fields = { to: 'orders', orderId: next.id, caseNo: next.caseNo } as const;
    const isMoved = isDead(before) || wasClosed(one);
    if (!neverBegins(next))
      letters.push(...lastDayLetter(next, { provider, settings, pack, at }, deps, isMoved ? 'moved' : undefined));
    else if (!(isDead(before) && neverBegins(before)))
      letters.push(...outbox(deps, settings, at).tell(provider, pack, 'M05', fields));
  }
  return letters;
}

/** The death was told by mistake: each provider hears that all goes on (N24), and the officers that somebody put it right. */
export async function undoneLetters(
  undone: readonly Changed[],
  step: OrderAndRoutine,
  deps: Deps,
): Promise<readonly Change[]> {
  const { caller, settings, pack, at, provider: by } = step;
  const box = outbox(deps, settings, at);
  const letters: Change[] = [];
  for (const one of undone) {
    const { id: orderId, caseNo, providerId } = one.next;
    const provider = (await providerStore(deps.table).find(providerId))?.entity;
    if (!provider || !isTold(one, step)) continue;
    if (!wasClosed(one))
      letters.push(...box.tell(provider, pack, 'N24', { to: 'orders', orderId, caseNo, variant: 'goes-on' }));
    else if (!isSameDay(one)) letters.push(...lastDayLetter(one.next, { provider, settings, pack, at }, deps, 'moved'));
  }
  const [own] = undone;
  const goOn = undone.filter((one) => one === own || !wasClosed(one));
  const told = new Map(goOn.map(({ next }) => [next.officerId, next]));
  for (const [officerId, { id: orderId, caseNo }] of told) {
    if (caller.role === 'officer' && officerId === caller.caseload) continue;
    // In another case nobody is to learn which provider it was (A73).
    const isOurs = caller.role === 'officer' || caseNo !== step.stored.entity.caseNo;
    const who = isOurs ? {} : { provider: by.name, variant: 'by-provider' };
    letters.push(...(await box.toOfficer(officerId, 'M06', { to: 'orders', orderId, caseNo, ...who })));
  }
  return letters;
}

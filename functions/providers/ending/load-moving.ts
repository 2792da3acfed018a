import type { Assignment } from '../../../shared/domain/assignment.ts';
import { lapse } from '../../../shared/domain/deadline.ts';
import { type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { isOpenOn } from '../../../shared/domain/provider-standing.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { assigning } from '../../../shared/stores/assigning.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { journalRow, journalStore } from '../../../shared/stores/journal-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { outbox } from '../../../shared/stores/outbox.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import type { Routine } from '../../../shared/stores/routine.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { tellingNurses } from '../../../shared/stores/telling-nurses.ts';
import { nextTurn } from '../../../shared/stores/turns.ts';
import { arrangementOf } from '../../orders/arrangement.ts';
import { endBy } from '../../orders/ending/ending.ts';
import { documentation } from '../../orders/limits/document-deadlines.ts';
import { orderOf } from '../../orders/placing/new-order.ts';
import { goesOn, takeover } from './takeover.ts';

/** What the moving of every customer of one provider has in common. */
export type Moving = Routine & {
  readonly provider: Provider;
  readonly batchId: string;
  readonly lastDay: LocalDate;
  /** To whom the case goes: by name, or by turn when nobody is named. */
  readonly toWhom: (caseNo: string) => { readonly providerId: string } | 'TURN' | undefined;
  readonly caller: Caller;
  readonly at: string;
};

type Given = { readonly orderId: string; readonly caseNo: string; readonly minutesPerMonth: number };
type Joining = { readonly joining: Provider; readonly pick?: number; readonly changes: readonly Change[] };

/** Who takes over a case: the one named for it, if it takes customers that day, or who stands in turn. */
async function joiningOf(given: Given, moving: Moving, deps: Deps): Promise<Result<Joining>> {
  const from = plusDays(moving.lastDay, 1);
  const wanted = moving.toWhom(given.caseNo);
  if (wanted === undefined) return refuse('invalid', 'no-provider-named');
  if (wanted !== 'TURN') {
    const joining = (await providerStore(deps.table).find(wanted.providerId))?.entity;
    if (!joining) return refuse('invalid', 'unknown-provider');
    return isOpenOn(joining, from) ? accept({ joining, changes: [] }) : refuse('conflict', 'provider-not-open');
  }
  const { caller, at } = moving;
  const turn = await nextTurn(deps, { ...given, kind: 'NONCHOICE', from, by: caller.userId, at });
  if (!turn.ok) return turn;
  const joining = (await providerStore(deps.table).find(turn.value.providerId))?.entity;
  if (!joining) return refuse('conflict', 'no-provider-in-turn');
  return accept({ joining, pick: turn.value.pick.seq, changes: turn.value.changes });
}

/** The orders behind what the provider that ends has been given, each once. */
async function ordersOf(given: readonly Assignment[], deps: Deps): Promise<readonly Stored<Order>[]> {
  const ids = new Set(given.flatMap(({ orderId }) => (orderId === undefined ? [] : [orderId])));
  const found = await Promise.all([...ids].map((id) => orderStore(deps.table).find(id)));
  return found.filter((one) => one !== undefined);
}

/** An order at the provider that ends: its last day is known, its documentation is owed (L-53), and what will not begin lapses. */
async function leaving(stored: Stored<Order>, moving: Moving, deps: Deps): Promise<readonly Change[]> {
  if (isOver(stored.entity)) return [];
  const { id: orderId } = stored.entity;
  const { lastDay, pack, provider, settings, caller, at } = moving;
  const ended = endBy(stored.entity, { cause: 'PROVIDER_ENDED', lastDay, at, by: caller.userId });
  // Only a death stands in the way, and ends the order earlier.
  if (!ended.ok) return [];
  const order = ended.value;
  const deadlines = await deadlineStore(deps.table).ofOrder(orderId);
  const waiting = deadlines.filter(({ entity }) => entity.doneAt === undefined && entity.code !== 'D25');
  const owed = deadlines.find(({ entity }) => entity.code === 'D15');
  const next = order.started && owed?.entity.doneAt === undefined ? documentation(order, lastDay, pack) : undefined;
  return [
    orderStore(deps.table).save(order, stored),
    ...(next ? [owed ? deadlineStore(deps.table).save(next, owed, at) : deadlineStore(deps.table).open(next, at)] : []),
    ...(order.from > lastDay
      ? waiting
          .filter((one) => one !== owed)
          .map((one) => deadlineStore(deps.table).save(lapse(one.entity, at), one, at))
      : []),
    ...outbox(deps, settings, at).tell(provider, pack, 'N25', {
      ...{ to: 'orders', orderId, caseNo: order.caseNo, on: lastDay },
    }),
  ];
}

/**
 * One case from the provider that ends to the one that takes over, all or nothing: the old days end on the last day, the
 * new ones begin the day after, with a new order, its deadlines and letters. Nothing when the case has been moved.
 */
export async function movingOf(
  caseNo: string,
  moving: Moving,
  deps: Deps,
): Promise<Result<{ readonly order: Order; readonly changes: readonly Change[] } | undefined>> {
  const { table } = deps;
  const { provider, lastDay, pack, settings, caller, at, batchId } = moving;
  const given = (await assignmentStore(table).storedOfCase(caseNo)).filter(
    ({ entity }) => entity.providerId === provider.id && goesOn(entity, lastDay),
  );
  const part = takeover(
    given.map(({ entity }) => entity),
    lastDay,
  );
  const found = await caseStore(table).find(caseNo);
  if (!part || !found) return accept(undefined);
  // Somebody must say what is granted before anybody can be ordered to do it (L-11).
  if (part.services.length === 0) return refuse('conflict', 'nothing-granted');

  const minutesPerMonth = part.services.reduce((sum, service) => sum + service.minutesPerMonth, 0);
  const orderId = deps.newId('B');
  const placing = await joiningOf({ orderId, caseNo, minutesPerMonth }, moving, deps);
  if (!placing.ok) return placing;
  const { joining, pick } = placing.value;
  const arrangement = arrangementOf(pack, joining.kind);
  if (!arrangement.ok) return arrangement;
  const { officerId } = found.entity;
  const orders = await ordersOf(
    given.map(({ entity }) => entity),
    deps,
  );
  const isEnrolled = pack.healthCare === true && orders.some(({ entity }) => entity.healthCareEnrolled === true);
  const assignment = { caseNo, providerId: joining.id, officerId, ...part };
  const choice = { how: 'MOVED', ...(pick === undefined ? {} : { pick }) } as const;
  const about = { id: orderId, kind: joining.kind, placedAt: at, urgent: false, choice };
  const made = orderOf({ ...assignment, ...about, ...(isEnrolled ? { healthCareEnrolled: true } : {}) }, pack);
  if (!made.ok) return made;
  const { order, deadlines } = made.value;

  const changes: Change[] = [
    orderStore(table).save(order, undefined),
    caseStore(table).save(found.entity, found),
    ...(await assigning(deps).give({ ...assignment, orderId })),
    ...deadlines.map((deadline) => deadlineStore(table).open(deadline, at)),
    ...placing.value.changes,
  ];
  for (const over of given) {
    const { entity } = over;
    if (entity.from > lastDay) changes.push(...(await assigning(deps).take(over)));
    else changes.push(...(await assigning(deps).change({ ...entity, to: lastDay }, over)));
  }
  for (const stored of orders) changes.push(...(await leaving(stored, moving, deps)));
  if (isEnrolled) {
    const news = { caseNo, leaving: provider, joining, lastDay, refs: { batchId, orderId } };
    changes.push(...(await tellingNurses(news, moving, deps)));
  }
  const { letter } = arrangement.value.rules;
  const told = { to: 'orders', orderId, caseNo, due: order.startBy } as const;
  if (letter) changes.push(...outbox(deps, settings, at).tell(joining, pack, letter, told));
  const row = {
    event: 'customer-moved',
    caseNo,
    refs: { batchId, orderId, leaving: provider.id, joining: joining.id, lastDay },
  };
  changes.push(journalStore(table).append(journalRow(deps.newId('J'), at, caller, row)));
  return accept({ order, changes });
}

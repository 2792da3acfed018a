import { type Assignment, goesOn } from '../../../shared/domain/assignment.ts';
import { type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { agreedContent } from '../../../shared/domain/order-content.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { isOpenOn, isPermittedOn } from '../../../shared/domain/provider-standing.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import type { Routine } from '../../../shared/stores/routine.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { nextTurn } from '../../choices/door.ts';
import {
  arrangementOf,
  assigned,
  documentationOwed,
  endBy,
  endCare,
  giveCare,
  lastDayLetter,
  notifyNurses,
  orderOf,
  outlivedBy,
  type StatedChange,
  splitAssignments,
  unlessStated,
} from '../../orders/door.ts';

/** What the moving of every customer of one provider has in common. */
export type Ending = Routine & {
  readonly provider: Provider;
  readonly batchId: string;
  readonly lastDay: LocalDate;
  /** To whom the case goes: by name, or by turn when nobody is named. */
  readonly toWhom: (caseNo: string) => { readonly providerId: string } | 'TURN' | undefined;
  readonly caller: Caller;
  readonly at: string;
  /** Yes to what it means for months that have been stated. */
  readonly acceptsStated?: boolean | undefined;
};

type Given = { readonly orderId: string; readonly caseNo: string; readonly minutesPerMonth: number };
type Joining = { readonly joining: Provider; readonly pick?: number; readonly effects: Effects };

/** Who takes over a case: the one named for it, if it takes customers that day, or the one whose turn it is. */
async function joiningOf(given: Given, ending: Ending, deps: Deps): Promise<Result<Joining>> {
  const from = plusDays(ending.lastDay, 1);
  const wanted = ending.toWhom(given.caseNo);
  if (wanted === undefined) return refuse('invalid', 'no-provider-named');
  if (wanted !== 'TURN') {
    const joining = (await providerStore(deps.table).find(wanted.providerId))?.entity;
    if (!joining) return refuse('invalid', 'unknown-provider');
    if (!isPermittedOn(joining, from)) return refuse('conflict', 'provider-without-permit');
    return isOpenOn(joining, from) ? accept({ joining, effects: {} }) : refuse('conflict', 'provider-not-open');
  }
  const { caller, at } = ending;
  const turn = await nextTurn(deps, { ...given, kind: 'NONCHOICE', from, by: caller.userId, at });
  if (!turn.ok) return turn;
  const joining = (await providerStore(deps.table).find(turn.value.providerId))?.entity;
  if (!joining) return refuse('conflict', 'no-provider-in-turn');
  return accept({ joining, pick: turn.value.pick.seq, effects: { saves: turn.value.changes } });
}

/** The orders behind what the provider that ends has been given, each once. */
async function ordersOf(given: readonly Assignment[], deps: Deps): Promise<readonly Stored<Order>[]> {
  const ids = new Set(given.flatMap(({ orderId }) => (orderId === undefined ? [] : [orderId])));
  const found = await Promise.all([...ids].map((id) => orderStore(deps.table).find(id)));
  return found.filter((one) => one !== undefined);
}

/** An order at the provider that ends: its last day is known, its documentation is owed (L-53), and what will not begin lapses. */
async function leaving(stored: Stored<Order>, ending: Ending, deps: Deps): Promise<Effects> {
  if (isOver(stored.entity)) return {};
  const { id: orderId } = stored.entity;
  const { lastDay, pack, caller, at } = ending;
  const ended = endBy(stored.entity, { cause: 'PROVIDER_ENDED', lastDay, at, by: caller.userId });
  // Only a death prevents it, and ends the order earlier.
  if (!ended.ok) return {};
  const order = ended.value;
  const deadlines = await deadlineStore(deps.table).ofOrder(orderId);
  const standing = deadlines.map(({ entity }) => entity);
  const opens = documentationOwed(order, lastDay, standing, pack);
  const waits = { opens, meets: ['D26' as const], lapses: order.from > lastDay ? outlivedBy : [] };
  const care = { stored, deadlines, given: undefined };
  const { effects } = endCare(order, care, { last: lastDay, waits, at }, deps);
  return together(effects, { letters: lastDayLetter(order, ending, deps) });
}

type CaseMoved = {
  readonly order: Order;
  readonly effects: Effects;
  readonly stated: readonly StatedChange[];
};

/**
 * What it means for months that are stated, of one case that is moved: where the one who takes over has been named, for
 * both; by turn nobody has been picked yet, and it is only said of the provider that ends.
 */
export async function statedBy(caseNo: string, ending: Ending, deps: Deps): Promise<readonly Fault[]> {
  if (ending.toWhom(caseNo) !== 'TURN') {
    const move = await moveCase(caseNo, ending, deps);
    return !move.ok && move.code === 'month-stated' ? (move.faults ?? []) : [];
  }
  const first = plusDays(ending.lastDay, 1);
  const given = (await assignmentStore(deps.table).storedOfCase(caseNo)).filter(
    ({ entity }) => entity.providerId === ending.provider.id && goesOn(entity, first),
  );
  const saves = given.flatMap((over) => assigned(deps).cut(over, ending.lastDay));
  const taken = await unlessStated({ saves }, ending, ending, deps);
  return taken.ok ? [] : (taken.faults ?? []);
}

/**
 * One case from the provider that ends to the one that takes over, all or nothing: the old days end on the last day, the
 * new ones begin the day after, with a new order, its deadlines and letters. Nothing when the case has been moved.
 */
export async function moveCase(caseNo: string, ending: Ending, deps: Deps): Promise<Result<CaseMoved | undefined>> {
  const { table } = deps;
  const { provider, lastDay, pack, at, batchId } = ending;
  const first = plusDays(lastDay, 1);
  const given = (await assignmentStore(table).storedOfCase(caseNo)).filter(
    ({ entity }) => entity.providerId === provider.id && goesOn(entity, first),
  );
  const { moved: part } = splitAssignments(
    given.map(({ entity }) => entity),
    first,
  );
  const found = await caseStore(table).find(caseNo);
  if (!part || !found) return accept(undefined);
  // Somebody must say what is granted before anybody can be ordered to do it (L-11).
  if (part.services.length === 0) return refuse('conflict', 'nothing-granted');

  const minutesPerMonth = part.services.reduce((sum, service) => sum + service.minutesPerMonth, 0);
  const orderId = deps.newId('B');
  const placing = await joiningOf({ orderId, caseNo, minutesPerMonth }, ending, deps);
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
  const content = agreedContent(orders.filter(({ entity }) => !isOver(entity)).map(({ entity }) => entity));
  const made = orderOf(
    { ...assignment, ...about, ...content, ...(isEnrolled ? { healthCareEnrolled: true } : {}) },
    pack,
  );
  if (!made.ok) return made;

  const parts: Effects[] = [
    {
      saves: [
        caseStore(table).save(found.entity, found),
        ...given.flatMap((over) => assigned(deps).cut(over, lastDay)),
      ],
    },
    placing.value.effects,
  ];
  for (const stored of orders) parts.push(await leaving(stored, ending, deps));
  if (isEnrolled) {
    const news = { caseNo, leaving: provider, joining, lastDay, refs: { batchId, orderId } };
    parts.push(await notifyNurses(news, ending, deps));
  }
  const receiving = { ...ending, provider: joining, arrangement: arrangement.value, givenBy: ending.caller.role };
  parts.push(await giveCare(made.value, receiving, [], deps));
  const refs = { batchId, orderId, leaving: provider.id, joining: joining.id, lastDay };
  parts.push({ rows: [{ event: 'customer-moved', caseNo, refs }] });
  const taken = await unlessStated(together(...parts), ending, ending, deps);
  if (!taken.ok) return taken;
  const { effects, says } = taken.value;
  return accept({ order: made.value.order, effects, stated: says.stated ?? [] });
}

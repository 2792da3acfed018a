import type { Assignment } from '../../shared/domain/assignment.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import type { Order } from '../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import { assignmentStore } from '../../shared/stores/assignment-store.ts';
import { type Case, caseStore } from '../../shared/stores/case-store.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { orderStore } from '../../shared/stores/order-store.ts';
import type { Stored } from '../../shared/stores/stored.ts';
import type { Switch } from './switch.ts';
import { type InFlight, switchStore } from './switch-store.ts';

type OrderWith = { readonly stored: Stored<Order>; readonly deadlines: readonly Stored<Deadline>[] };

/** Everything that a day of switch moves, as it is now. */
export type SwitchCase = {
  readonly theCase: Stored<Case>;
  readonly flight: Stored<InFlight> | undefined;
  /** What the leaving provider has. */
  readonly held: readonly Stored<Assignment>[];
  /** What the joining provider has been given by this switch. */
  readonly given: Stored<Assignment> | undefined;
  /** What anybody else has in the case, or the joining provider by other orders. */
  readonly others: readonly Assignment[];
  readonly leavingOrders: ReadonlyMap<string, OrderWith>;
  readonly joiningOrder: OrderWith | undefined;
  /** The papers that the leaving provider owes for what it had before the system. */
  readonly casePapers: Stored<Deadline> | undefined;
};

async function orderWith(orderId: string, { table }: Deps): Promise<OrderWith | undefined> {
  const stored = await orderStore(table).find(orderId);
  return stored && { stored, deadlines: await deadlineStore(table).ofOrder(orderId) };
}

const isPapers = (one: Switch, { code, subject }: Deadline) =>
  code === 'D15' && subject.kind === 'case' && subject.ref === one.id;

/** Read before what is decided on it. */
export async function loadSwitchCase(one: Switch, deps: Deps): Promise<Result<SwitchCase, 'case-not-found'>> {
  const { table } = deps;
  const theCase = await caseStore(table).find(one.caseNo);
  if (!theCase) return refuse('missing', 'case-not-found');
  const all = await assignmentStore(table).storedOfCase(one.caseNo);
  const isGiven = ({ entity }: Stored<Assignment>) =>
    one.moved !== undefined && entity.providerId === one.joiningId && entity.orderId === one.moved.orderId;
  const held = all.filter(({ entity }) => entity.providerId === one.leavingId);
  const known = [...held.map(({ entity }) => entity), ...(one.moved?.before ?? []).map(({ assignment }) => assignment)];
  const ids = new Set(known.flatMap(({ orderId }) => orderId ?? []));
  const orders = await Promise.all([...ids].map(async (id) => [id, await orderWith(id, deps)] as const));
  const caseDeadlines = await deadlineStore(table).ofCase(one.caseNo);
  return accept({
    theCase,
    flight: await switchStore(table).inFlight(one.caseNo),
    held,
    given: all.find(isGiven),
    others: all.filter((other) => !held.includes(other) && !isGiven(other)).map(({ entity }) => entity),
    leavingOrders: new Map(orders.flatMap(([id, order]) => (order ? [[id, order] as const] : []))),
    joiningOrder: one.moved && (await orderWith(one.moved.orderId, deps)),
    casePapers: caseDeadlines.find(({ entity }) => isPapers(one, entity)),
  });
}

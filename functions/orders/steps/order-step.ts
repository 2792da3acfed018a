import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { type Done, done } from '../../../shared/http/spec.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type DeadlineMoves, deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { capacityStore } from '../../../shared/stores/capacity-store.ts';
import type { JournalEntry } from '../../../shared/stores/journal-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { type Arrangement, arrangementOf } from '../arrangement.ts';
import { type OrderView, orderView } from '../order-view.ts';
import { loadOrderAndRoutine, type OrderAndRoutine, type OrderAsked } from './load-order-and-routine.ts';
import type { OrderStepRefusal } from './order-refusals.ts';

/** What a step rests on, with how the routine has an order of this kind carried out. */
export type OrderStep = OrderAndRoutine & { readonly arrangement: Arrangement; readonly hasCeiling: boolean };

/** The order that a step is about, when the caller may see it and has seen its latest version. */
export async function loadOrderStep(
  orderId: string,
  asked: OrderAsked,
  deps: Deps,
): Promise<Result<OrderStep, OrderStepRefusal>> {
  const step = await loadOrderAndRoutine(orderId, asked, deps);
  if (!step.ok) return step;
  const arrangement = arrangementOf(step.value.pack, step.value.provider.kind);
  if (!arrangement.ok) return arrangement;
  // Only a provider is asked whether it has room, and only one that has declared a ceiling may say no (A58).
  const mayReject = isProvidersRole(step.value.caller.role) && step.value.stored.entity.state === 'placed';
  const capacity = mayReject ? await capacityStore(deps.table).find(step.value.provider.id) : undefined;
  return accept({ ...step.value, arrangement: arrangement.value, hasCeiling: capacity !== undefined });
}

/** Rows in the case's journal about an order, one for each thing that was done. */
export const orderRows = (
  { id: orderId, caseNo }: Pick<Order, 'id' | 'caseNo'>,
  rows: readonly JournalEntry[],
): readonly JournalEntry[] => rows.map((row) => ({ ...row, caseNo, refs: { orderId, ...row.refs } }));

/** What the step does beside saving the order: the rows are about the order. */
type Did = Omit<Effects, 'deadlines'> & {
  readonly rows: readonly JournalEntry[];
  readonly deadlines?: DeadlineMoves;
  /** Its effects beside the order: in the case, at a provider. */
  readonly also?: Effects;
};

/** The step is taken: the order, its deadlines, the letters and the journal in one commit, and the order as it is now. */
export function orderStepTaken(
  next: Order,
  step: OrderStep,
  { deadlines = {}, also = {}, rows, ...did }: Did,
  { table }: Pick<Deps, 'table'>,
): Done<OrderView> {
  const { stored, at } = step;
  const after = deadlinesAfter(step.deadlines, deadlines, at);
  const version = stored.version + 1;
  const own = { ...did, deadlines: after.moved, rows: orderRows(next, ownRows(rows, step.pack)) };
  return done(orderView(next, version, after.deadlines, step), {
    version,
    ...together({ saves: [orderStore(table).save(next, stored)] }, own, also),
  });
}

import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { type Done, done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { capacityStore } from '../../../shared/stores/capacity-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { JournalEntry } from '../../../shared/stores/journal-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { type Arrangement, arrangementOf } from '../arrangement.ts';
import { type OrderView, orderView } from '../order-view.ts';
import { journalled } from '../placing/load-news.ts';
import { type Step, stepOf } from './load-step.ts';

/** What a step rests on, with how the routine has an order of this kind carried out. */
export type Arranged = Step & { readonly arrangement: Arrangement; readonly hasCeiling: boolean };

/** The order that a step is about, when the caller may see it and has seen its latest version. */
export async function arranged(
  orderId: string,
  asked: Parameters<typeof stepOf>[1],
  deps: Deps,
): Promise<Result<Arranged>> {
  const step = await stepOf(orderId, asked, deps);
  if (!step.ok) return step;
  const arrangement = arrangementOf(step.value.pack, step.value.provider.kind);
  if (!arrangement.ok) return arrangement;
  // Only a provider is asked whether it has room, and only one that has declared a ceiling may say no (A58).
  const mayReject = isProvidersRole(step.value.caller.role) && step.value.stored.entity.state === 'placed';
  const capacity = mayReject ? await capacityStore(deps.table).find(step.value.provider.id) : undefined;
  return accept({ ...step.value, arrangement: arrangement.value, hasCeiling: capacity !== undefined });
}

type Deeds = {
  /** A deadline as the step leaves it. */
  readonly deadline?: (deadline: Deadline) => Deadline;
  readonly opens?: readonly Deadline[];
  readonly rows: readonly JournalEntry[];
  readonly letters?: readonly Change[];
  /** What else the step does, beside the order. */
  readonly also?: readonly Change[];
};

/** The step is taken: the order, its deadlines, the letters and the journal in one commit, and the order as it is now. */
export function taken(
  next: Order,
  step: Arranged,
  { deadline = (same) => same, opens = [], rows, letters = [], also = [] }: Deeds,
  deps: Deps,
): Done<OrderView> {
  const { stored, at } = step;
  const deadlines = deadlineStore(deps.table);
  const moved = step.deadlines.map((over) => ({ over, next: deadline(over.entity) }));
  const version = stored.version + 1;
  const standing = [...moved.map((one) => one.next), ...opens];
  return done(orderView(next, version, standing, step), {
    version,
    changes: [
      orderStore(deps.table).save(next, stored),
      ...moved.filter((one) => one.next !== one.over.entity).map((one) => deadlines.save(one.next, one.over, at)),
      ...opens.map((one) => deadlines.open(one, at)),
      ...letters,
      ...also,
      ...journalled(next, rows, step, deps),
    ],
  });
}

import * as z from 'zod';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { DeadlineView, deadlineView } from '../../shared/domain/deadline-view.ts';
import type { Instant } from '../../shared/domain/local-time.ts';
import { Order } from '../../shared/domain/order.ts';
import { type Caller, isProvidersRole, type Role } from '../../shared/domain/roles.ts';
import { sentence } from '../../shared/messages/sentence.ts';
import type { Pack, ProviderKind } from '../../shared/packs/pack.ts';
import { arrangementOf } from './arrangement.ts';
import { nextSteps } from './next-steps.ts';
import { StatedChange } from './steps/stated-change.ts';

/** An order as it is shown: the order, what it waits for with the reason for each date, and what may be done next. */
export const OrderView = z
  .object({
    ...Order.shape,
    version: z.int(),
    deadlines: z.array(
      z.object({ ...DeadlineView.shape, text: z.string().meta({ description: 'What is to be done' }) }),
    ),
    stated: z
      .array(StatedChange)
      .optional()
      .meta({ description: 'After an act dated back: what it means for months whose statement has been sent' }),
    next: z.array(z.string()).meta({ description: 'What the caller may do next, by the names of the ways in' }),
  })
  .meta({ id: 'OrderView' });
export type OrderView = z.infer<typeof OrderView>;

/** Which other orders ended with the same death may be of another case, which nobody learns of by this one (A73). */
function withoutOthers(order: Order): Order {
  if (!order.ending?.diedWith) return order;
  const { diedWith: _, ...ending } = order.ending;
  return { ...order, ending };
}

/**
 * The order as a role sees it (L-15): how the customer chose is between the customer and the municipality, and so is
 * why something was taken back or put right.
 */
export function seenBy(role: Role, whole: Order): Order {
  const order = withoutOthers(whole);
  if (!isProvidersRole(role)) return order;
  const { choice: _, withdrawn, corrections, ...shown } = order;
  return {
    ...shown,
    ...(withdrawn ? { withdrawn: { at: withdrawn.at, by: withdrawn.by } } : {}),
    ...(corrections ? { corrections: corrections.map(({ reason: _why, ...one }) => one) } : {}),
  };
}

const isProviders = ({ owner }: Deadline) => owner.startsWith('provider:');

/** Who looks, and by which routine: what a step of an order's life has at hand. */
type Looking = {
  readonly caller: Pick<Caller, 'role'>;
  readonly pack: Pack;
  readonly provider: { readonly kind: ProviderKind };
  readonly hasCeiling?: boolean;
  readonly at: Instant;
  readonly language: string;
};

/** Instants inside the order stay in UTC, as they are stored; the deadlines are shown in local time. */
export function orderView(
  order: Order,
  version: number,
  deadlines: readonly Deadline[],
  { caller, pack, provider, hasCeiling = false, at, language }: Looking,
): OrderView {
  const { role } = caller;
  const arrangement = arrangementOf(pack, provider.kind);
  return {
    ...seenBy(role, order),
    version,
    deadlines: deadlines
      .filter((deadline) => !isProvidersRole(role) || isProviders(deadline))
      .toSorted((one, other) => one.code.localeCompare(other.code))
      .map((deadline) => ({ ...deadlineView(deadline), text: sentence(`task-${deadline.code}`, language) })),
    next: arrangement.ok ? [...nextSteps(order, { role, arrangement: arrangement.value, hasCeiling, at })] : [],
  };
}

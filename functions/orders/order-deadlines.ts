import type { Deadline, DeadlineCode } from '../../shared/domain/deadline.ts';
import type { Instant } from '../../shared/domain/local-time.ts';
import type { Order } from '../../shared/domain/order.ts';
import { providerOwner } from '../../shared/domain/owner.ts';
import type { Derived, Why } from '../../shared/domain/why.ts';
import type { OrderLimits } from './order-limits.ts';

/** What an order waits for: confirmation (L-12), start (L-13) and, when it is urgent, the same day (L-14, soft). */
export function deadlinesOf(order: Order, limits: OrderLimits): readonly Deadline[] {
  const { id: orderId, caseNo, providerId, officerId } = order;
  const waiting = (
    code: DeadlineCode,
    rule: string,
    hard: boolean,
    due: Derived<Instant> | undefined,
    remindAt?: Instant,
  ): readonly Deadline[] =>
    due === undefined
      ? []
      : [
          {
            code,
            rule,
            subject: { kind: 'order', orderId, caseNo, providerId, officerId },
            owner: providerOwner(providerId),
            hard,
            dueAt: due.value,
            ...(remindAt ? { remindAt } : {}),
            why: [...due.why],
            state: 'open',
          },
        ];
  return [
    ...waiting('D01', 'L-12', true, limits.confirmDue, limits.remindAt?.value),
    ...waiting('D02', 'L-13', true, limits.startDue),
    ...waiting('D03', 'L-14', false, limits.urgentDue),
  ];
}

/** The start at the time agreed on instead of the one that the order set (D08, S-14, S-15). */
export const agreedStart = (
  { id: orderId, caseNo, providerId, officerId }: Order,
  until: Instant,
  why: Why,
): Deadline => ({
  code: 'D08',
  rule: why.rule,
  subject: { kind: 'order', orderId, caseNo, providerId, officerId },
  owner: providerOwner(providerId),
  hard: true,
  dueAt: until,
  why: [why],
  state: 'open',
});

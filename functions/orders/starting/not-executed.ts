import { dateOf, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, overCode } from '../../../shared/domain/order-end.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import { isTheirs, type OrderCaller } from '../order.ts';

type NotExecuted = NonNullable<Order['notExecuted']>[number];

/** What is wrong with a list of services that are not carried out: a code that is not ordered, or one said twice. */
const notExecutedFaults = (
  order: Pick<Order, 'services'>,
  services: readonly NotExecuted[],
  place: string,
): readonly Fault[] =>
  services.flatMap(({ code }, index) => {
    const at = `${place}.${index}.code`;
    if (!order.services.some((ordered) => ordered.code === code)) return [{ at, code: 'service-not-ordered' }];
    return services.findIndex((one) => one.code === code) < index ? [{ at, code: 'service-repeated' }] : [];
  });

/**
 * The order with what is not carried out from a day on. What was on the list and no longer is has been carried out since
 * that day; what comes back to it has not been.
 */
export function listedNotExecuted(order: Order, services: readonly NotExecuted[], on: LocalDate): Order {
  const isListed = ({ code }: { readonly code: string }) => services.some((one) => one.code === code);
  const done = (order.notExecuted ?? []).filter((one) => !isListed(one)).map(({ code }) => ({ code, on }));
  const executedLater = [...(order.executedLater ?? []), ...done].filter((one) => !isListed(one));
  return {
    ...order,
    notExecuted: [...services],
    ...(executedLater.length > 0 || order.executedLater ? { executedLater } : {}),
  };
}

export type NotExecutedRefusal = 'order-not-found' | 'order-closed' | 'order-taken-back' | 'bad-request';

/**
 * The provider says which decided services it does not carry out and why (S-19, S-37); the list is what holds now, an
 * empty one says that everything is carried out.
 */
export function withNotExecuted(
  order: Order,
  by: OrderCaller,
  services: readonly NotExecuted[],
  place: string,
): Result<Order, NotExecutedRefusal> {
  if (!isTheirs(order, by)) return refuse('missing', 'order-not-found');
  if (isOver(order)) return refuse('conflict', overCode(order));
  const faults = notExecutedFaults(order, services, place);
  if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
  return accept(listedNotExecuted(order, services, dateOf(by.at)));
}

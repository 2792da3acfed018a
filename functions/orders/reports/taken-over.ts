import type { Service } from '../../../shared/domain/assignment.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, lastDayOf } from '../../../shared/domain/order-end.ts';
import { servicesFrom } from '../split-assignments.ts';

/** Whether an order's end is that another provider takes its customer over: by a switch, or by the end of its provider. */
export const isTakenOver = ({ ending }: Order): boolean =>
  ending?.lastDay !== undefined && (ending.cause === 'SWITCH' || ending.cause === 'PROVIDER_ENDED');

/** Whether it is the order of whoever takes over from `leaving`: its days begin when the other's have ended. */
export function takesOver(joining: Order, leaving: Order): boolean {
  const how = joining.choice?.how;
  const last = lastDayOf(leaving);
  const isNext = last !== undefined && joining.from > last && joining.providerId !== leaving.providerId;
  return isNext && (how === 'SWITCHED' || how === 'MOVED') && !isOver(joining);
}

const asText = (service: Service): string => {
  const { code, minutesPerMonth, from, to, decidedOn } = service;
  return JSON.stringify([code, minutesPerMonth, from ?? null, to ?? null, decidedOn ?? null]);
};

/** What is left of some services when others are taken out of them; undefined where one of those is not there. */
function without(services: readonly Service[], drawn: readonly Service[]): readonly Service[] | undefined {
  const left = [...services];
  for (const one of drawn) {
    const place = left.findIndex((other) => asText(other) === asText(one));
    if (place < 0) return undefined;
    left.splice(place, 1);
  }
  return left;
}

/**
 * The services of the order that takes over when a decision changes those that it was drawn from (L-45, L-60, S-41): as they
 * would have been drawn now. `KEPT` where something else has been decided of it meanwhile, `SAME` where the change
 * does not reach its days.
 */
export function servicesTakenOver(joining: Order, before: Order, after: Order): readonly Service[] | 'KEPT' | 'SAME' {
  const { from: on, to } = joining;
  // The days that the other order had before it was taken over: as the whole's, or its own.
  for (const last of new Set([to, before.to])) {
    const drawnOf = ({ services, from }: Order) => servicesFrom(on, { services, from, to: last }, { from: on, to });
    const [were, are] = [drawnOf(before), drawnOf(after)];
    if (were.map(asText).join() === are.map(asText).join()) return 'SAME';
    const rest = without(joining.services, were);
    if (rest) return [...rest, ...are];
  }
  return 'KEPT';
}

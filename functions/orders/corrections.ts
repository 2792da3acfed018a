import type { Correction, Order } from '../../shared/domain/order.ts';

/** The journal has every one; the order shows the latest. */
const shownAtMost = 50;

/** The order with a note of what was put right in it. */
export const withCorrection = (order: Order, correction: Correction): Order => ({
  ...order,
  corrections: [...(order.corrections ?? []), correction].slice(-shownAtMost),
});

/** Why something is put right, as the body of a request has it: left out where nobody said. */
export const because = (reason: string | undefined) => (reason === undefined ? {} : { reason });

/** The orders' words, fetched together. */
export { newOrder } from './new-order.ts';
export { orders } from './orders.ts';

/** The words of an order and of what can be done with it, fetched together. */
export { acts } from './acts.ts';
export { orders } from './orders.ts';

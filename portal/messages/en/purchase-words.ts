/** The words of a purchase's parts and forms, fetched together. */
export { purchaseActs } from './purchase-acts.ts';
export { purchaseParts } from './purchase-parts.ts';

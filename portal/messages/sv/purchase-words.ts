export { purchaseActs } from './purchase-acts.ts';
export { purchaseParts } from './purchase-parts.ts';

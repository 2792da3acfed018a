import { handedOver } from './a-handed-over.ts';
import { buyers, type PurchaseWorld } from './a-purchase-world.ts';
import type { Person } from './a-world.ts';

const { pam, hcm } = buyers;
const signing = ['intendAgreement', 'signAgreement'] as const;

/** A planned purchase that has been accepted and made ready, all but its agreement. */
export async function aPreparedPurchase(world: PurchaseWorld, over: Record<string, unknown> = {}, by: Person = hcm) {
  const id = await world.ask(over);
  await world.step('noteDialogue', pam, id, { at: '2026-09-01T08:30:00+02:00', words: 'det går', outcome: 'FULL' });
  await world.step('decidePurchase', by, id, { accept: true });
  await handedOver(world, id, pam, ['INFORMATION', 'RISK', 'INSTRUCTION']);
  return id;
}

/** The two steps of a manager's signature. */
export const signs = (world: PurchaseWorld, who: Person, purchaseId: string, body: object = {}) =>
  world.sign(who, signing, { path: { purchaseId }, body });

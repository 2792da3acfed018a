import type { PurchaseActKey, PurchaseShown } from '../purchase-form.ts';

type IsWaited = (one: PurchaseShown) => boolean;
type Condition = PurchaseShown['conditions'][number]['what'];

const lacks =
  (...what: readonly Condition[]): IsWaited =>
  ({ conditions }) =>
    conditions.some((one) => what.includes(one.what) && !one.met);
const always: IsWaited = () => true;
/** Nothing that stops a start is missing. */
const mayStart: IsWaited = ({ conditions }) =>
  !conditions.some(({ before, level, met }) => before === 'start' && level === 'BLK' && !met);

/** What one is waited for with, in the order in which it is done; the rest is what may happen at any time. */
export const waitedFor: readonly (readonly [PurchaseActKey, IsWaited])[] = [
  ['acknowledgeBinding', always],
  [
    'decideFollowUp',
    ({ state, side, acute }) =>
      state === 'follow-up-due' || (acute?.decisions.some((one) => one.side !== side) ?? false),
  ],
  ['informBinding', always],
  ['sendPurchase', always],
  ['noteDialogue', lacks('dialogue-held')],
  ['decidePurchase', (one) => !lacks('dialogue-held', 'binding-told', 'binding-acknowledged')(one)],
  ['registerPurchase', always],
  ['resendPurchase', always],
  ['recordConsent', lacks('transfer-consent')],
  [
    'handOver',
    (one) =>
      lacks('description-handed-over', 'information-handed-over', 'risks-readable')(one) &&
      !lacks('transfer-consent')(one),
  ],
  [
    'prepareReceiver',
    lacks(
      'user-informed',
      'contact-person',
      'care-plan',
      'own-journal',
      'plan-in-journal',
      'case-worker-contacted',
      'long-term-plan',
    ),
  ],
  ['startPurchase', mayStart],
];

import type { ErrorFor } from '../../orders/act-form.tsx';
import type { Buying, PurchaseDraft } from './purchase-draft.ts';

/** What every step is given. */
export type PurchaseStepProps = {
  readonly draft: PurchaseDraft;
  readonly change: (part: Partial<PurchaseDraft>) => void;
  readonly buying: Buying;
  readonly errorFor: ErrorFor;
};

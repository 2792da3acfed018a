import type { ComponentType } from 'preact';
import { speaking, useWords } from '../../../app/language.ts';
import { lazily } from '../../../app/lazily.tsx';
import type { PurchaseActWords } from '../purchase-form.ts';

/** The form of a step, fetched the first time that somebody opens one: a page shows many and opens few. */
export const lazyPurchaseForm = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> => lazily(speaking('purchaseParts', load));

/** The words of the steps' forms, with what the steps are called. */
export function usePurchaseWords(): PurchaseActWords {
  const { purchaseActs, purchases } = useWords();
  return { ...purchaseActs, titles: purchases.acts };
}

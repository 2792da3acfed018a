import { useOwnWords } from '../../../app/language.ts';
import type { CatalogueShape } from '../../../messages/catalogue-shape.ts';
import { newPurchase as en } from '../../../messages/en/new-purchase.ts';
import { newPurchase as sv } from '../../../messages/sv/new-purchase.ts';

/** The words of a new request come along with its page, which few come to. */
export const useNewPurchaseWords = () => useOwnWords(sv, en);
export type NewPurchaseWords = CatalogueShape<typeof sv>;

import type { AnswerOf } from '../../api/contract.ts';
import type { AreaWords } from '../../messages/areas.ts';

export type PurchaseShown = AnswerOf<'GET /purchases/{purchaseId}'>;
export type PurchaseActWords = AreaWords['purchaseActs'] & { readonly titles: AreaWords['purchases']['acts'] };
/** The steps that have a form, by the names of the ways in. */
export type PurchaseActKey = keyof AreaWords['purchases']['acts'];
/** What can have been done on the page. */
export type PurchaseDone = keyof AreaWords['purchases']['done'];

/** What every form about a purchase stands on. */
export type PurchaseForm = {
  readonly one: PurchaseShown;
  /** The purchase as the step has left it; undefined where the answer is about something else. */
  readonly onDone: (one: PurchaseShown | undefined, version: number | undefined) => void;
  readonly onConflict: () => void;
  readonly again: () => void;
};

import { useDraft } from '../../app/use-draft.ts';
import type { PurchaseForm, PurchaseShown } from './purchase-form.ts';

const isPurchase = (answer: object): answer is PurchaseShown => 'next' in answer;

/** What the form of a step begins with: its draft, whose purchase it is, and that the draft goes once the step is taken. */
export function usePurchaseStep<Draft extends object>(work: PurchaseForm, key: string, initial: Draft) {
  const { id, version } = work.one;
  const [draft, change, forget] = useDraft<Draft>(`purchase/${id}/${key}`, initial);
  function onDone(answer: object, next: number | undefined) {
    forget();
    if (isPurchase(answer)) work.onDone(answer, next);
    else work.onDone(undefined, undefined);
  }
  return { draft, change, path: { purchaseId: id }, version, form: { ...work, id: key, onDone } };
}

import { useDraft } from '../../app/use-draft.ts';
import type { OrderForm, OrderShown } from './order-form.ts';

const isOrder = (answer: object): answer is OrderShown => 'next' in answer;

/** What the form of a step begins with: its draft, whose order it is, and that the draft goes once the step is taken. */
export function useStep<Draft extends object>(work: OrderForm, key: string, initial: Draft) {
  const { id, version } = work.order;
  const [draft, change, forget] = useDraft<Draft>(`order/${id}/${key}`, initial);
  function onDone(answer: object, next: number | undefined) {
    forget();
    if (isOrder(answer)) work.onDone(answer, next);
    else work.onDone(undefined, undefined);
  }
  return { draft, change, path: { orderId: id }, version, form: { ...work, id: key, onDone } };
}

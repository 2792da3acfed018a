import type { AnswerOf } from '../../api/contract.ts';
import { type Asking, useAsk } from '../../app/use-ask.ts';
import type { PurchaseShown } from './purchase-form.ts';

type Staff = AnswerOf<'GET /people/staff'>['items'][number];

/** Who works where the help is performed, today. */
export function useReceiversPeople({ receiver }: PurchaseShown): {
  readonly asking: Asking<AnswerOf<'GET /people/staff'>>;
  readonly people: readonly Staff[];
} {
  const asking = useAsk('GET /people/staff');
  const people = (asking.value?.items ?? []).filter(
    ({ now, unitId, providerId }) => now && receiver.id === (receiver.isUnit ? unitId : providerId),
  );
  return { asking, people };
}

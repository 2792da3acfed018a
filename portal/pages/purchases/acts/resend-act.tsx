import { ask } from '../../../api/client.ts';
import { useAsk } from '../../../app/use-ask.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { ActForm } from '../../orders/act-form.tsx';
import type { PurchaseForm } from '../purchase-form.ts';
import { ReceiverField, receiverIn } from '../receiver-field.tsx';
import { usePurchaseStep } from '../use-purchase-step.ts';
import { usePurchaseWords } from './use-purchase-words.ts';

/** After a no another is asked (B-14). */
export function ResendAct({ work }: { readonly work: PurchaseForm }) {
  const say = usePurchaseWords();
  const { draft, change, path, version, form } = usePurchaseStep(work, 'receiver', { to: '' });
  const { ordering, receiver } = work.one;
  return (
    <Loaded of={useAsk('GET /units/{unitId}/buying', { path: { unitId: ordering.id } })}>
      {(buying) => (
        <ActForm
          {...form}
          body={receiverIn(draft.to)}
          missing={{ receivingUnitId: draft.to === '' && say.receiverMissing }}
          act={(key, body) => ask('POST /purchases/{purchaseId}/receiver', { path, body }, { key, version })}
          submit={say.titles.resendPurchase}
        >
          {(errorFor) => (
            <ReceiverField
              id="receiver-receivingUnitId"
              label={say.receiver}
              buying={buying}
              not={receiver.id}
              error={errorFor('receivingUnitId') ?? errorFor('providerId')}
              value={draft.to}
              onValue={(to) => change({ to })}
            />
          )}
        </ActForm>
      )}
    </Loaded>
  );
}

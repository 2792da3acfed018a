import { hrefOf } from '../../../app/router.ts';
import { ButtonLink } from '../../../parts/button.tsx';
import { AgreementLink } from '../agreement-link.tsx';
import type { PurchaseForm } from '../purchase-form.ts';
import { usePurchaseWords } from './use-purchase-words.ts';

/** The agreement is read here, and signed on a page of its own, which the sign-in for it comes back to. */
export function ToSignAct({ work: { one } }: { readonly work: PurchaseForm }) {
  const say = usePurchaseWords();
  return (
    <>
      <p>{say.signLead}</p>
      <AgreementLink one={one} />
      <ButtonLink look="primary" href={hrefOf('/kop/:purchaseId/avtal', { purchaseId: one.id })}>
        {say.toSign}
      </ButtonLink>
    </>
  );
}

import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';

type Customer = AnswerOf<'POST /purchases/{purchaseId}/customer'>['customer'];

/** Whom it is for, read when it is asked for, which is noted; in memory and nowhere else. */
export function CustomerShown({ purchaseId }: { readonly purchaseId: string }) {
  const words = useWords();
  const purchases = { ...words.purchases, ...words.purchaseParts };
  const [customer, setCustomer] = useState<Customer>();
  const { run, busy, failure } = useSend((key: string) =>
    ask('POST /purchases/{purchaseId}/customer', { path: { purchaseId }, body: {} }, { key }),
  );
  async function read() {
    const outcome = await run();
    if (outcome?.ok) setCustomer(outcome.value.customer);
  }
  if (customer)
    return (
      <p role="status">
        <b>{customer.name}</b>
        {[customer.address, customer.phone].filter(Boolean).map((line) => (
          <span key={line}>
            <br />
            {line}
          </span>
        ))}
      </p>
    );
  return (
    <>
      {failure ? <FailureNotice failure={failure} /> : undefined}
      <Button busy={busy} onClick={read}>
        {purchases.showCustomer}
      </Button>
      <p class="soft">{purchases.customerLogged}</p>
    </>
  );
}

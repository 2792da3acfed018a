import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { ActForm } from './act-form.tsx';

type Customer = AnswerOf<'POST /people/identity'>['customer'];
const parts = ['name', 'personnummer', 'address', 'phone', 'relativePhone'] as const;

/** What is known of a customer, once it has been asked for. */
export function CustomerDetails({ customer }: { readonly customer: Customer }) {
  const { orders } = useWords();
  const rows = parts.flatMap((part) => (customer[part] ? [{ name: orders[part], value: customer[part] }] : []));
  return (
    <>
      {customer.protected ? (
        <Notice tone="warning" title={orders.protected}>
          <p>{orders.protectedText}</p>
        </Notice>
      ) : undefined}
      <SummaryList rows={rows} />
    </>
  );
}

type Section = {
  readonly caseNo: string;
  /** What may be done with the details, once they are shown. */
  readonly more?: (customer: Customer, onChanged: (customer: Customer) => void) => ComponentChildren;
};

/** Whom the case is about: shown for a reason, which is noted; in memory for as long as the page is, and nowhere else. */
export function CustomerSection({ caseNo, more }: Section) {
  const { orders } = useWords();
  const [reason, setReason] = useState('');
  const [customer, setCustomer] = useState<Customer>();
  if (!customer)
    return (
      <>
        <p class="soft">{orders.customerHidden}</p>
        <details class="act">
          <summary>{orders.show}</summary>
          <ActForm
            id="identity"
            body={{ caseNo, reason }}
            missing={{ reason: reason.trim().length < 3 && orders.reasonMissing }}
            act={(key, body) => ask('POST /people/identity', { body }, { key })}
            onDone={(answer) => setCustomer(answer.customer)}
            onConflict={() => undefined}
            again={() => undefined}
            submit={orders.show}
          >
            {(errorFor) => (
              <TextField
                id="identity-reason"
                label={orders.reason}
                hint={orders.reasonHint}
                error={errorFor('reason')}
                value={reason}
                onValue={setReason}
              />
            )}
          </ActForm>
        </details>
      </>
    );
  return (
    <div role="status">
      <CustomerDetails customer={customer} />
      {more?.(customer, setCustomer)}
      <Button onClick={() => setCustomer(undefined)}>{orders.hide}</Button>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';

type Customer = AnswerOf<'POST /people/identity'>['customer'];

type Props = {
  readonly caseNo: string;
  /** Why it is read, as the access log keeps it. */
  readonly reason: string;
  readonly text: string;
  /** What is said where the role may not read who it is, or nobody is written in. */
  readonly unknown?: string;
  readonly children: (customer: Customer, onChanged: (customer: Customer) => void) => ComponentChildren;
};

/** Whom a case is about, behind one press, for a reason that is known already; each press is a row of the access log. */
export function Who({ caseNo, reason, text, unknown, children }: Props) {
  const [customer, setCustomer] = useState<Customer>();
  const { run, busy, failure } = useSend((key, body: { readonly caseNo: string; readonly reason: string }) =>
    ask('POST /people/identity', { body }, { key }),
  );
  async function read() {
    const outcome = await run({ caseNo, reason });
    if (outcome?.ok) setCustomer(outcome.value.customer);
  }
  if (customer) return <div role="status">{children(customer, setCustomer)}</div>;
  if (failure?.kind === 'missing' && unknown !== undefined) return <p role="status">{unknown}</p>;
  return (
    <>
      {failure ? <FailureNotice failure={failure} again={read} /> : undefined}
      <Button busy={busy} onClick={read}>
        {text}
      </Button>
    </>
  );
}

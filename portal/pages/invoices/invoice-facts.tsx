import { ask } from '../../api/client.ts';
import { longDate, money } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { timeSaid } from '../month/time-said.ts';
import type { InvoiceShown } from './invoice-shown.ts';

/** Where the file is saved from, as it was received; nothing of it is shown here. */
function SaveFile({ invoiceId }: Pick<InvoiceShown, 'invoiceId'>) {
  const { facts } = useWords().invoices;
  const { run, busy, failure } = useSend((_key: string) =>
    ask('GET /invoices/{invoiceId}/file', { path: { invoiceId } }),
  );
  async function save(): Promise<void> {
    const outcome = await run();
    // The file is sent to be saved, so the page stays where it is.
    if (outcome?.ok) location.assign(outcome.value.url);
  }
  return (
    <>
      {failure ? <FailureNotice failure={failure} again={save} /> : undefined}
      <Button busy={busy} onClick={save}>
        {facts.save}
      </Button>
    </>
  );
}

/** Where the month is that the invoice is for, to those who have it. */
function monthHref({ month, providerId }: InvoiceShown): string | undefined {
  const role = activeRole();
  if (role === 'provider' || role === 'provider-manager') return hrefOf('/manad/:month', { month });
  return role === 'head' ? hrefOf('/manad/:month/:providerId', { month, providerId }) : undefined;
}

/** What stands on the invoice, held against what its statement lets be invoiced. */
export function InvoiceFacts({ of: one }: { readonly of: InvoiceShown }) {
  const { facts } = useWords().invoices;
  const {
    issueDate,
    dueDate,
    minutes,
    amountOre,
    vatOre,
    payableOre,
    toInvoiceOre,
    toInvoiceMinutes,
    credits,
    kind,
    source,
    sha256,
  } = one;
  const off = kind === 'INVOICE' && amountOre !== undefined ? amountOre - toInvoiceOre : 0;
  const signed = (ore: number) => `${ore > 0 ? '+' : ''}${money(ore)}`;
  const row = <Value,>(name: string, value: Value | undefined, say: (value: Value) => string) =>
    value === undefined ? [] : [{ name, value: say(value) }];
  const href = monthHref(one);
  return (
    <section class="card">
      <h2>{facts.title}</h2>
      <SummaryList
        rows={[
          ...row(facts.issued, issueDate, longDate),
          ...row(facts.due, dueDate, longDate),
          ...row(facts.credits, credits, (number) => number),
          ...row(facts.time, minutes, timeSaid),
          ...row(facts.amount, amountOre, money),
          ...row(facts.vat, vatOre, money),
          ...row(facts.payable, payableOre, money),
          {
            name: facts.toInvoice,
            value: off === 0 ? money(toInvoiceOre) : `${money(toInvoiceOre)} (${facts.differs(signed(off))})`,
          },
          ...(kind === 'INVOICE' ? row(facts.timeByStatement, toInvoiceMinutes, timeSaid) : []),
          { name: facts.how, value: facts.sources[source] },
          ...(sha256 ? [{ name: facts.sum, value: <code class="whole">{sha256}</code> }] : []),
        ]}
      />
      <div class="buttons">
        {sha256 ? <SaveFile invoiceId={one.invoiceId} /> : undefined}
        {href ? (
          <a class="ds-link" href={href}>
            {facts.toMonth}
          </a>
        ) : undefined}
      </div>
    </section>
  );
}

import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Remarks } from './invoice-remarks.tsx';
import type { InvoiceShown } from './invoice-shown.ts';

/** What was wrong with an invoice that its sender cannot see any more: rule and place, never what stands there. */
export function Returned({ of, again }: { readonly of: InvoiceShown; readonly again: () => void }) {
  const { invoices } = useWords();
  return (
    <>
      <PageHead title={invoices.returned(dateTime(of.received.at, true))} />
      <Notice tone="danger" title={invoices.returnedAtOnce} aloud>
        <Remarks of={of.blocking} isPlaced />
        <p>{invoices.personalOwn}</p>
        <p>{invoices.returnedOwn}</p>
      </Notice>
      <p class="buttons">
        <Button look="primary" onClick={again}>
          {invoices.handIn}
        </Button>
        <ButtonLink href="#/fakturor">{invoices.back}</ButtonLink>
      </p>
    </>
  );
}

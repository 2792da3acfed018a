import { speaking, useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import type { PageProps } from '../../app/router.ts';
import { PageHead } from '../../parts/page-head.tsx';

const List = lazily(async () => (await import('./invoice-list-page.tsx')).InvoiceListPage);
const Receive = lazily(async () => (await import('./receive-invoice-page.tsx')).ReceiveInvoicePage);
const ProForma = lazily(speaking('month', async () => (await import('./pro-forma-page.tsx')).ProFormaPage));
const Payments = lazily(async () => (await import('./payments-page.tsx')).PaymentsPage);
const One = lazily(async () => (await import('./invoice-page.tsx')).InvoicePage);

type Props = { readonly params: unknown; readonly query: PageProps['query'] };

/** Everything about invoices, each in a room of its own. */
export function InvoicesPage({ params, query }: Props) {
  const { shell } = useWords();
  // Two paths lead here, and the shorter names no invoice.
  const { invoiceId } = (params ?? {}) as { readonly invoiceId?: string };
  if (invoiceId === undefined) return <List query={query} />;
  if (invoiceId === 'ny') return <Receive query={query} />;
  if (invoiceId === 'underlag') return <ProForma query={query} />;
  if (invoiceId === 'betalningar') return <Payments />;
  if (invoiceId === '') return <PageHead title={shell.notFound} lead={shell.notFoundText} />;
  return <One key={invoiceId} invoiceId={invoiceId} />;
}

import { hours, money, monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useProviders } from '../../app/use-providers.ts';
import { DataTable } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { activeRole } from '../../sign-in/session.ts';
import type { InvoiceStates } from './invoice-shown.ts';

type State = InvoiceStates[number];

const tones = {
  'not-allowed': 'neutral',
  'nothing-due': 'neutral',
  invoiceable: 'warning',
  invoiced: 'success',
} as const;

const priced = (ore: number | undefined) => (ore === undefined ? '–' : money(ore));

/** Which months may be invoiced and how much of each is left, with the way to hand an invoice in. */
export function StatementStates({ of, isOwn }: { readonly of: InvoiceStates; readonly isOwn: boolean }) {
  const { invoices } = useWords();
  const nameOf = useProviders();
  const mayReceive = isOwn || activeRole() === 'administrator';
  const way = ({ month, providerId, state }: State) =>
    mayReceive && state === 'invoiceable' ? (
      <a
        class="ds-link"
        href={hrefOf('/fakturor/:invoiceId', { invoiceId: 'ny' }, { manad: month, utforare: providerId })}
      >
        {isOwn ? invoices.handIn : invoices.keyIn}
        <span class="ds-sr-only">
          {' '}
          {monthName(month)}, {nameOf(providerId)}
        </span>
      </a>
    ) : undefined;
  return (
    <DataTable
      caption={invoices.monthsCaption}
      rows={of}
      keyOf={({ month, providerId }) => `${month} ${providerId}`}
      empty={invoices.noneYet}
      columns={[
        { id: 'month', name: invoices.month, cell: ({ month }) => monthName(month), sort: ({ month }) => month },
        ...(isOwn
          ? []
          : [{ id: 'provider', name: invoices.provider, cell: ({ providerId }: State) => nameOf(providerId) }]),
        {
          id: 'state',
          name: invoices.state,
          cell: ({ state }) => <Tag tone={tones[state]}>{invoices.statementStates[state]}</Tag>,
        },
        {
          id: 'time',
          name: invoices.timeToInvoice,
          figure: true,
          cell: ({ minutes, toInvoiceOre }) => (minutes === undefined || toInvoiceOre === 0 ? '–' : hours(minutes)),
        },
        { id: 'ore', name: invoices.toInvoice, figure: true, cell: ({ toInvoiceOre }) => priced(toInvoiceOre) },
        { id: 'left', name: invoices.left, figure: true, cell: ({ leftOre }) => priced(leftOre) },
        {
          id: 'reference',
          name: invoices.reference,
          cell: ({ reference }) => (reference === undefined ? '–' : <code>{reference}</code>),
        },
        ...(mayReceive ? [{ id: 'way', name: invoices.kinds.INVOICE, cell: way }] : []),
      ]}
    />
  );
}

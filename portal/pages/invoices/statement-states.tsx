import { hours, money, monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { hrefOf } from '../../app/router.ts';
import { useProviders } from '../../app/use-providers.ts';
import { DataTable } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { activeRole } from '../../sign-in/session.ts';
import type { InvoiceStates } from './invoice-shown.ts';

/** A head's alone, and fetched with it. */
const BookInside = lazily(async () => (await import('./book-inside.tsx')).BookInside);

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
  const role = activeRole();
  const whose = ({ month, providerId }: Pick<State, 'month' | 'providerId'>) => (
    <span class="ds-sr-only">
      {' '}
      {monthName(month)}, {nameOf(providerId)}
    </span>
  );
  const basis = (one: State) =>
    one.state === 'invoiceable' || one.state === 'invoiced' ? (
      <p>
        <a
          class="ds-link"
          href={hrefOf(
            '/fakturor/:invoiceId',
            { invoiceId: 'underlag' },
            {
              ...{ manad: one.month, utforare: one.providerId },
              ...(one.kind === 'settlement' ? { referens: one.reference } : {}),
            },
          )}
        >
          {invoices.basis}
          {whose(one)}
        </a>
      </p>
    ) : undefined;
  const way = ({ month, providerId, state }: State) =>
    mayReceive && state === 'invoiceable' ? (
      <p>
        {' '}
        <a
          class="ds-link"
          href={hrefOf('/fakturor/:invoiceId', { invoiceId: 'ny' }, { manad: month, utforare: providerId })}
        >
          {isOwn ? invoices.handIn : invoices.keyIn}
          {whose({ month, providerId })}
        </a>
      </p>
    ) : undefined;
  return (
    <DataTable
      caption={invoices.monthsCaption}
      rows={of}
      keyOf={({ month, providerId, reference = '' }) => `${month} ${providerId} ${reference}`}
      empty={invoices.noneYet}
      columns={[
        {
          id: 'month',
          name: invoices.month,
          cell: ({ month, kind }) =>
            kind === 'settlement' ? invoices.settlementOf(monthName(month)) : monthName(month),
          sort: ({ month }) => month,
        },
        ...(isOwn
          ? []
          : [{ id: 'provider', name: invoices.provider, cell: ({ providerId }: State) => nameOf(providerId) }]),
        {
          id: 'state',
          name: invoices.state,
          cell: (one) => (
            <>
              <Tag tone={tones[one.state]}>{invoices.statementStates[one.state]}</Tag>
              {way(one)}
            </>
          ),
        },
        {
          id: 'ore',
          name: invoices.toInvoice,
          figure: true,
          // The time beneath the money: a column of its own would lie beside the screen.
          cell: ({ minutes, toInvoiceOre }) => (
            <>
              {priced(toInvoiceOre)}
              {minutes === undefined || toInvoiceOre === 0 ? undefined : (
                <>
                  <br />
                  {hours(minutes)}
                </>
              )}
            </>
          ),
        },
        { id: 'left', name: invoices.left, figure: true, cell: ({ leftOre }) => priced(leftOre) },
        {
          id: 'reference',
          name: invoices.reference,
          cell: (one) =>
            one.reference === undefined ? (
              '–'
            ) : (
              <>
                <code>{one.reference}</code>
                {isOwn || role === 'administrator' ? basis(one) : undefined}
                {role === 'head' && one.state === 'invoiceable' ? (
                  <BookInside of={one} whose={whose(one)} />
                ) : undefined}
              </>
            ),
        },
      ]}
    />
  );
}

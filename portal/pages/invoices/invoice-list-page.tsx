import { dateTime, money, monthName, shortDate, wallDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { goTo, hrefOf, type PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { DataTable } from '../../parts/table.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { monthBeside } from '../month/lines.ts';
import type { InvoiceShown } from './invoice-shown.ts';
import { InvoiceStateTag } from './invoice-state-tag.tsx';
import { StatementStates } from './statement-states.tsx';

const states = [
  ...(['received', 'held', 'returned', 'classified', 'coded'] as const),
  ...(['attested', 'second-attested', 'exported', 'paid'] as const),
];

type Shown = { readonly month: string; readonly state: string; readonly cursor?: string | undefined };
const show = ({ month, state, cursor }: Shown): string =>
  hrefOf('/fakturor', undefined, { manad: month, lage: state, efter: cursor });

function Filters({ shown }: { readonly shown: Shown }) {
  const { invoices } = useWords();
  const see = (part: Partial<Shown>) => goTo(show({ ...shown, cursor: undefined, ...part }), 'replace');
  return (
    <div class="filters">
      <TextField
        id="invoices-month"
        type="month"
        label={invoices.month}
        value={shown.month}
        onValue={(month) => see({ month })}
      />
      <SelectField
        id="invoices-state"
        label={invoices.state}
        value={shown.state}
        onValue={(state) => see({ state })}
        options={[
          { value: '', text: invoices.any },
          ...states.map((value) => ({ value, text: invoices.states[value] })),
        ]}
      />
    </div>
  );
}

function Invoices({ of, isOwn }: { readonly of: readonly InvoiceShown[]; readonly isOwn: boolean }) {
  const { invoices } = useWords();
  const nameOf = useProviders();
  return (
    <DataTable
      caption={invoices.caption}
      rows={of}
      keyOf={({ invoiceId }) => invoiceId}
      empty={invoices.none}
      columns={[
        {
          id: 'number',
          name: invoices.number,
          cell: ({ invoiceId, number, kind }) => (
            <a class="ds-link" href={hrefOf('/fakturor/:invoiceId', { invoiceId })}>
              {kind === 'INVOICE' ? '' : `${invoices.kinds[kind]} `}
              {number ?? invoices.noNumber}
            </a>
          ),
          sort: ({ number = '' }) => number,
        },
        { id: 'state', name: invoices.state, cell: InvoiceStateTag, sort: ({ state }) => invoices.states[state] },
        ...(isOwn
          ? []
          : [{ id: 'provider', name: invoices.provider, cell: ({ providerId }: InvoiceShown) => nameOf(providerId) }]),
        { id: 'month', name: invoices.month, cell: ({ month }) => monthName(month), sort: ({ month }) => month },
        {
          id: 'amount',
          name: invoices.amount,
          figure: true,
          cell: ({ amountOre, kind }) =>
            amountOre === undefined ? '–' : money(kind === 'CREDIT' ? -amountOre : amountOre),
        },
        { id: 'due', name: invoices.due, cell: ({ dueDate }) => (dueDate === undefined ? '–' : shortDate(dueDate)) },
        { id: 'came', name: invoices.came, cell: ({ received }) => dateTime(received.at) },
      ]}
    />
  );
}

function Lists({ shown, isOwn }: { readonly shown: Shown; readonly isOwn: boolean }) {
  const { invoices } = useWords();
  const { month, state, cursor } = shown;
  const query = {
    ...(month === '' ? {} : { month }),
    ...(state === '' ? {} : { state }),
    ...{ cursor, limit: 50 },
  };
  // What stands in the address is one of the states, or the API says that it is not.
  const asked = { query } as { readonly query: object };
  return (
    <Loaded of={useAsk('GET /invoices', asked)}>
      {({ items, statements, next }) => (
        <div class="wide-cells">
          {cursor === undefined && state === '' && (month !== '' || isOwn) ? (
            <StatementStates of={statements} isOwn={isOwn} />
          ) : undefined}
          <Invoices of={items} isOwn={isOwn} />
          <p class="buttons pages">
            {cursor === undefined ? undefined : (
              <ButtonLink href={show({ ...shown, cursor: undefined })}>{invoices.firstPage}</ButtonLink>
            )}
            {next === undefined ? undefined : (
              <ButtonLink href={show({ ...shown, cursor: next })}>{invoices.more}</ButtonLink>
            )}
          </p>
        </div>
      )}
    </Loaded>
  );
}

/** What may be invoiced and where each invoice stands; a provider sees its own. */
export function InvoiceListPage({ query }: Pick<PageProps, 'query'>) {
  const { invoices } = useWords();
  const role = activeRole();
  const isOwn = role === 'provider' || role === 'provider-manager';
  const given = query.get('manad');
  const now = useAsk('GET /tasks').value?.now;
  // The municipality sees one month: the one that is being settled, until another is asked for.
  const latest = now === undefined ? undefined : monthBeside(wallDate(now).slice(0, 7), -1);
  const month = given ?? (isOwn ? '' : latest);
  const state = query.get('lage') ?? '';
  return (
    <>
      <PageHead title={invoices.title} lead={invoices.lead}>
        {isOwn || role === 'administrator' ? (
          <ButtonLink href={hrefOf('/fakturor/:invoiceId', { invoiceId: 'ny' })}>
            {isOwn ? invoices.handIn : invoices.keyIn}
          </ButtonLink>
        ) : undefined}
        {role === 'economist' || role === 'finance' ? (
          <ButtonLink href="#/kop/sidor/bokforing">{invoices.toExport}</ButtonLink>
        ) : undefined}
        {role === 'economist' || role === 'finance' || role === 'administrator' ? (
          <ButtonLink href={hrefOf('/fakturor/:invoiceId', { invoiceId: 'betalningar' })}>
            {invoices.toPayments}
          </ButtonLink>
        ) : undefined}
      </PageHead>
      {month === undefined ? undefined : (
        <>
          <Filters shown={{ month, state }} />
          <Lists shown={{ month, state, cursor: query.get('efter') ?? undefined }} isOwn={isOwn} />
        </>
      )}
    </>
  );
}

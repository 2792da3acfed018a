import { useEffect } from 'preact/hooks';
import type { AnswerOf } from '../../api/contract.ts';
import { dueDate, hours, shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { goTo, hrefOf, type PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Segments } from '../../parts/segments.tsx';
import { type Column, DataTable } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { useNameWords } from '../customers/name-words.ts';
import { NameCell, ShowNames } from '../customers/names.tsx';
import { useNames } from '../customers/use-names.ts';
import { keepFilters, keptFilters } from './list-href.ts';
import { OrderStateTag } from './order-state-tag.tsx';
import { worksAtProvider } from './role.ts';

type Row = AnswerOf<'GET /orders'>['items'][number];
type List = 'open' | 'overdue' | 'unconfirmed' | 'ending' | 'all';
const lists: readonly List[] = ['open', 'unconfirmed', 'overdue', 'ending', 'all'];

const minutesOf = ({ services }: Row): number =>
  services.reduce((sum, { minutesPerMonth }) => sum + minutesPerMonth, 0);

function Limit({ waitsFor, late }: Row) {
  const { orders, parts } = useWords();
  if (!waitsFor) return null;
  const { title, due, rule } = waitsFor;
  return (
    <>
      {title} {parts.by(dueDate(due))} <span class="rule">{rule}</span>{' '}
      {late ? <Tag tone="danger">{orders.late}</Tag> : undefined}
    </>
  );
}

function useColumns({ isShown, names }: ReturnType<typeof useNames>): readonly Column<Row>[] {
  const words = useNameWords();
  const { orders } = useWords();
  const nameOf = useProviders();
  const provider: Column<Row> = {
    id: 'provider',
    name: orders.provider,
    cell: ({ providerId }) => nameOf(providerId),
    sort: ({ providerId }) => nameOf(providerId),
  };
  const customer: Column<Row> = {
    id: 'customer',
    name: words.customer,
    cell: ({ caseNo }) => <NameCell caseNo={caseNo} of={names[caseNo]} />,
    sort: ({ caseNo }) => names[caseNo]?.name ?? '~',
  };
  return [
    {
      id: 'case',
      name: orders.case,
      cell: ({ id, caseNo }) => (
        <a class="ds-link" href={hrefOf('/bestallningar/:orderId', { orderId: id })}>
          {caseNo}
        </a>
      ),
      sort: ({ caseNo }) => caseNo,
    },
    ...(isShown ? [customer] : []),
    {
      id: 'state',
      name: orders.state,
      cell: ({ state, urgent }) => (
        <>
          <OrderStateTag state={state} /> {urgent ? <Tag tone="warning">{orders.urgent}</Tag> : undefined}
        </>
      ),
    },
    { id: 'limit', name: orders.limit, cell: Limit, sort: ({ waitsFor }) => waitsFor?.due ?? '~' },
    ...(worksAtProvider() ? [] : [provider]),
    { id: 'services', name: orders.services, cell: ({ services }) => services.map(({ code }) => code).join(', ') },
    { id: 'time', name: orders.time, figure: true, cell: (row) => hours(minutesOf(row)), sort: minutesOf },
    { id: 'from', name: orders.from, cell: ({ from }) => shortDate(from, true), sort: ({ from }) => from },
  ];
}

type Shown = { readonly list: List; readonly providerId: string; readonly cursor?: string };

const show = ({ list, providerId, cursor }: Shown): string =>
  hrefOf('/bestallningar', undefined, { visa: list, utforare: providerId, efter: cursor });

/** At which provider; the head, who has no orders of their own, looks at one at a time. */
function ProviderFilter({ shown }: { readonly shown: Shown }) {
  const { orders } = useWords();
  const providers = useAsk('GET /settings').value?.providers ?? [];
  const choose = (providerId: string) => goTo(show({ list: shown.list, providerId }), 'replace');
  const isHead = activeRole() === 'head';
  const first = isHead ? providers[0]?.id : undefined;
  useEffect(() => {
    if (shown.providerId === '' && first !== undefined) choose(first);
  }, [first]);
  return (
    <SelectField
      label={orders.provider}
      value={shown.providerId}
      onValue={choose}
      options={[
        ...(isHead ? [] : [{ value: '', text: orders.allProviders }]),
        ...providers.map(({ id, name }) => ({ value: id, text: name })),
      ]}
    />
  );
}

function Orders({ shown }: { readonly shown: Shown }) {
  const { orders } = useWords();
  const { list, providerId, cursor } = shown;
  const query = { list, cursor, limit: 50, ...(providerId === '' ? {} : { providerId }) };
  const asking = useAsk('GET /orders', { query });
  const names = useNames(asking.value?.items.map(({ caseNo }) => caseNo) ?? [], useNameWords().orders);
  const columns = useColumns(names);
  return (
    <Loaded of={asking}>
      {({ items, next }) => (
        <>
          {items.length > 0 ? <ShowNames of={names} /> : undefined}
          <DataTable
            caption={`${orders.title}: ${orders.lists[list]}`}
            captionHidden
            columns={columns}
            rows={items}
            keyOf={({ id }) => id}
            empty={orders.noneInList}
          />
          <p class="buttons pages">
            {cursor === undefined ? undefined : (
              <ButtonLink href={show({ list, providerId })}>{orders.firstPage}</ButtonLink>
            )}
            {next === undefined ? undefined : (
              <ButtonLink href={show({ list, providerId, cursor: next })}>{orders.nextPage}</ButtonLink>
            )}
          </p>
        </>
      )}
    </Loaded>
  );
}

/** One's orders by what they ask for, a page at a time, with what each waits for. Names stand there when an officer asks. */
export function ListPage({ query: given }: PageProps) {
  const { orders } = useWords();
  const role = activeRole();
  const query = [...given].length > 0 ? given : new URLSearchParams(keptFilters());
  const shown: Shown = {
    list: lists.find((one) => one === query.get('visa')) ?? 'open',
    providerId: query.get('utforare') ?? '',
    cursor: query.get('efter') ?? undefined,
  };
  const { list, providerId } = shown;
  keepFilters(show({ list, providerId }).split('?')[1] ?? '');
  const isHead = role === 'head';
  return (
    <>
      <PageHead title={orders.title}>
        {role === 'officer' ? (
          <ButtonLink look="primary" href="#/bestallningar/ny">
            {orders.create}
          </ButtonLink>
        ) : undefined}
      </PageHead>
      <div class="filters">
        <Segments
          label={orders.listLabel}
          value={list}
          onValue={(next) => goTo(show({ list: next, providerId }), 'replace')}
          options={lists.map((value) => ({ value, text: orders.lists[value] }))}
        />
        {worksAtProvider() ? undefined : <ProviderFilter shown={shown} />}
      </div>
      {isHead && providerId === '' ? undefined : <Orders shown={shown} />}
    </>
  );
}

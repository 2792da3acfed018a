import { useEffect } from 'preact/hooks';
import { shortDate } from '../../app/format.ts';
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
import { activeRole } from '../../sign-in/session.ts';
import type { SwitchShown } from './switch-form.ts';
import { SwitchStateTag } from './switch-state-tag.tsx';

type List = 'in-flight' | 'all';
const lists: readonly List[] = ['in-flight', 'all'];

type Shown = { readonly list: List; readonly providerId: string; readonly cursor?: string };
const show = ({ list, providerId, cursor }: Shown): string =>
  hrefOf('/byten', undefined, { visa: list, utforare: providerId, efter: cursor });

function useColumns(): readonly Column<SwitchShown>[] {
  const { orders, switches } = useWords();
  const nameOf = useProviders();
  const between = ({ window }: SwitchShown) =>
    window ? switches.between(shortDate(window.earliest), shortDate(window.latest, true)) : switches.notTold;
  return [
    {
      id: 'case',
      name: orders.case,
      cell: ({ id, caseNo }) => (
        <a class="ds-link" href={hrefOf('/byten/:switchId', { switchId: id })}>
          {caseNo}
        </a>
      ),
      sort: ({ caseNo }) => caseNo,
    },
    { id: 'state', name: orders.state, cell: SwitchStateTag, sort: ({ state }) => switches.states[state] },
    {
      id: 'leaving',
      name: switches.leaving,
      cell: ({ leavingId }) => nameOf(leavingId),
      sort: ({ leavingId }) => nameOf(leavingId),
    },
    {
      id: 'joining',
      name: switches.joining,
      cell: ({ joiningId }) => nameOf(joiningId),
      sort: ({ joiningId }) => nameOf(joiningId),
    },
    { id: 'window', name: switches.window, cell: between, sort: ({ window }) => window?.latest ?? '~' },
    {
      id: 'day',
      name: switches.day,
      cell: ({ date }) => (date ? shortDate(date.on, true) : undefined),
      sort: ({ date }) => date?.on ?? '~',
    },
  ];
}

/** The head, who has no switches of their own, looks at one provider's at a time. */
function ProviderFilter({ shown }: { readonly shown: Shown }) {
  const { orders } = useWords();
  const providers = useAsk('GET /settings').value?.providers ?? [];
  const choose = (providerId: string) => goTo(show({ list: shown.list, providerId }), 'replace');
  const first = providers[0]?.id;
  useEffect(() => {
    if (shown.providerId === '' && first !== undefined) choose(first);
  }, [first]);
  return (
    <SelectField
      label={orders.provider}
      value={shown.providerId}
      onValue={choose}
      options={providers.map(({ id, name }) => ({ value: id, text: name }))}
    />
  );
}

function Switches({ shown }: { readonly shown: Shown }) {
  const { orders, switches } = useWords();
  const { list, providerId, cursor } = shown;
  const query = { state: list, cursor, limit: 50, ...(providerId === '' ? {} : { providerId }) };
  const columns = useColumns();
  return (
    <Loaded of={useAsk('GET /switches', { query })}>
      {({ items, next }) => (
        <div class="wide-cells">
          <DataTable
            caption={`${switches.title}: ${switches.lists[list]}`}
            captionHidden
            columns={columns}
            rows={items}
            keyOf={({ id }) => id}
            empty={switches.none}
          />
          <p class="buttons pages">
            {cursor === undefined ? undefined : (
              <ButtonLink href={show({ list, providerId })}>{orders.firstPage}</ButtonLink>
            )}
            {next === undefined ? undefined : (
              <ButtonLink href={show({ list, providerId, cursor: next })}>{switches.earlier}</ButtonLink>
            )}
          </p>
        </div>
      )}
    </Loaded>
  );
}

/** The changes of provider that one has part in, those in flight first. */
export function SwitchesPage({ query }: PageProps) {
  const { switches } = useWords();
  const role = activeRole();
  const shown: Shown = {
    list: lists.find((one) => one === query.get('visa')) ?? 'in-flight',
    providerId: query.get('utforare') ?? '',
    cursor: query.get('efter') ?? undefined,
  };
  return (
    <>
      <PageHead title={switches.title}>
        <div class="buttons">
          <ButtonLink href="#/turordning">{switches.turns}</ButtonLink>
          {role === 'officer' ? (
            <ButtonLink look="primary" href="#/byten/nytt">
              {switches.create}
            </ButtonLink>
          ) : undefined}
        </div>
      </PageHead>
      <div class="filters">
        <Segments
          label={switches.listLabel}
          value={shown.list}
          onValue={(list) => goTo(show({ list, providerId: shown.providerId }), 'replace')}
          options={lists.map((value) => ({ value, text: switches.lists[value] }))}
        />
        {role === 'head' ? <ProviderFilter shown={shown} /> : undefined}
      </div>
      {role === 'head' && shown.providerId === '' ? undefined : <Switches shown={shown} />}
    </>
  );
}

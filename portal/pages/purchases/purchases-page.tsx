import { useWords } from '../../app/language.ts';
import { goTo, hrefOf, type PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Segments } from '../../parts/segments.tsx';
import { type Column, DataTable } from '../../parts/table.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { extentInWords, periodInWords } from './extent-words.ts';
import type { PurchaseShown } from './purchase-form.ts';
import { PurchaseStateTag } from './purchase-state-tag.tsx';

type Side = NonNullable<PurchaseShown['side']>;
const sides: readonly Side[] = ['ORDERING', 'RECEIVING'];
const orderers: readonly string[] = ['ordering-manager', 'ordering-administrator', 'ordering-officer'];
/** Those who may ask another unit for hours. */
const askers: readonly string[] = ['ordering-manager', 'ordering-officer'];
const providers: readonly string[] = ['provider', 'provider-manager'];
const atUnits: readonly string[] = [
  ...orderers,
  ...['receiving-manager', 'receiving-coordinator', 'contact-person', 'employee'],
];

type Shown = { readonly side: Side; readonly state: string; readonly unitId: string; readonly cursor?: string };
const show = ({ side, state, unitId, cursor }: Shown): string =>
  hrefOf('/kop', undefined, { sida: side, lage: state, enhet: unitId, efter: cursor });

function useColumns(): readonly Column<PurchaseShown>[] {
  const { purchases } = useWords();
  return [
    {
      id: 'case',
      name: purchases.case,
      cell: ({ id, caseNo }) => (
        <a class="ds-link" href={hrefOf('/kop/:purchaseId', { purchaseId: id })}>
          {caseNo ?? purchases.hidden}
          {caseNo === undefined ? <span class="ds-sr-only"> {id}</span> : undefined}
        </a>
      ),
      sort: ({ caseNo, id }) => caseNo ?? id,
    },
    {
      id: 'state',
      name: purchases.state,
      cell: PurchaseStateTag,
      sort: ({ state }) => purchases.states[state],
    },
    { id: 'mode', name: purchases.mode, cell: ({ mode }) => purchases.modes[mode] },
    {
      id: 'buyer',
      name: purchases.buyer,
      cell: ({ ordering }) => ordering.name,
      sort: ({ ordering }) => ordering.name,
    },
    {
      id: 'performer',
      name: purchases.performer,
      cell: ({ receiver }) => receiver.name,
      sort: ({ receiver }) => receiver.name,
    },
    { id: 'extent', name: purchases.extent, cell: ({ extent }) => extentInWords(extent, purchases) },
    {
      id: 'period',
      name: purchases.period,
      cell: (one) => periodInWords(one, purchases),
      sort: ({ from }) => from,
    },
  ];
}

function UnitFilter({ shown }: { readonly shown: Shown }) {
  const { purchases } = useWords();
  const units = useAsk('GET /units').value?.items ?? [];
  return (
    <SelectField
      label={purchases.unitLabel}
      value={shown.unitId}
      onValue={(unitId) => goTo(show({ ...shown, unitId, cursor: undefined }), 'replace')}
      options={[{ value: '', text: purchases.anyUnit }, ...units.map(({ id, name }) => ({ value: id, text: name }))]}
    />
  );
}

function List({ shown, isSided }: { readonly shown: Shown; readonly isSided: boolean }) {
  const { purchases } = useWords();
  const { side, state, unitId, cursor } = shown;
  const columns = useColumns();
  const query = {
    ...(isSided ? { side } : {}),
    ...(state === '' ? {} : { state }),
    ...(unitId === '' ? {} : { unitId }),
    ...{ cursor, limit: 50 },
  };
  // What stands in the address is one of the states, or the API says that it is not.
  const asked = { query } as { readonly query: object };
  return (
    <Loaded of={useAsk('GET /purchases', asked)}>
      {({ items, next }) => (
        <div class="wide-cells">
          <DataTable
            caption={purchases.title}
            captionHidden
            columns={columns}
            rows={items}
            keyOf={({ id }) => id}
            empty={purchases.none}
          />
          <p class="buttons pages">
            {cursor === undefined ? undefined : (
              <ButtonLink href={show({ ...shown, cursor: undefined })}>{purchases.firstPage}</ButtonLink>
            )}
            {next === undefined ? undefined : (
              <ButtonLink href={show({ ...shown, cursor: next })}>{purchases.earlier}</ButtonLink>
            )}
          </p>
        </div>
      )}
    </Loaded>
  );
}

/** The purchases that one has part in, or follows: what the unit buys and what it performs, by state. */
export function PurchasesPage({ query }: PageProps) {
  const { purchases } = useWords();
  const role = activeRole() ?? '';
  const isSided = atUnits.includes(role);
  const shown: Shown = {
    side: sides.find((one) => one === query.get('sida')) ?? (orderers.includes(role) ? 'ORDERING' : 'RECEIVING'),
    state: query.get('lage') ?? '',
    unitId: query.get('enhet') ?? '',
    cursor: query.get('efter') ?? undefined,
  };
  const go = (part: Partial<Shown>) => goTo(show({ ...shown, cursor: undefined, ...part }), 'replace');
  return (
    <>
      <PageHead title={purchases.title}>
        {askers.includes(role) ? (
          <ButtonLink look="primary" href="#/kop/ny">
            {purchases.create}
          </ButtonLink>
        ) : undefined}
      </PageHead>
      <div class="filters">
        {isSided ? (
          <Segments
            label={purchases.listLabel}
            value={shown.side}
            onValue={(side) => go({ side })}
            options={sides.map((value) => ({ value, text: purchases.sides[value] }))}
          />
        ) : undefined}
        <SelectField
          label={purchases.stateLabel}
          value={shown.state}
          onValue={(state) => go({ state })}
          options={[
            { value: '', text: purchases.anyState },
            ...Object.entries(purchases.states).map(([value, text]) => ({ value, text })),
          ]}
        />
        {isSided || providers.includes(role) ? undefined : <UnitFilter shown={shown} />}
      </div>
      <List shown={shown} isSided={isSided} />
    </>
  );
}

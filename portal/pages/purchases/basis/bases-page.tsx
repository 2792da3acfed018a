import { useState } from 'preact/hooks';
import { hours, money, monthName, tight } from '../../../app/format.ts';
import { lazily } from '../../../app/lazily.tsx';
import { goTo, hrefOf, type PageProps } from '../../../app/router.ts';
import { type Asking, useAsk } from '../../../app/use-ask.ts';
import { ButtonLink } from '../../../parts/button.tsx';
import { TextField } from '../../../parts/field.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { DataTable } from '../../../parts/table.tsx';
import { Tag } from '../../../parts/tag.tsx';
import { activeRole } from '../../../sign-in/session.ts';
import { BasisActs, type BasisDone } from './basis-acts.tsx';
import type { Bases, BasisShown } from './basis-shown.ts';
import { useBasisWords } from './use-basis-words.ts';

const HandInBasis = lazily(async () => (await import('./hand-in-basis.tsx')).HandInBasis);
const CostSplit = lazily(async () => (await import('./cost-split.tsx')).CostSplit);

type Line = BasisShown['lines'][number];

const tones = {
  'handed-in': 'warning',
  returned: 'danger',
  accepted: 'info',
  invoiced: 'info',
  allocated: 'success',
} as const;
const performers: readonly string[] = ['receiving-coordinator', 'receiving-manager', 'provider-manager', 'provider'];
const bookers: readonly string[] = ['economist', 'finance'];

/** Why minutes are not accepted, each with how many. */
function Rejected({ of }: { readonly of: Line['rejected'] }) {
  const { faults } = useBasisWords();
  const names: Readonly<Record<string, string>> = faults;
  const some = Object.entries(of).filter(([, minutes]) => minutes > 0);
  return some.length === 0 ? (
    '–'
  ) : (
    <ul class="plain">
      {some.map(([code, minutes]) => (
        <li key={code}>
          {hours(minutes)}, {names[code] ?? code}
        </li>
      ))}
    </ul>
  );
}

/** Each purchase's part of the month, against what was agreed. */
function Lines({ basis }: { readonly basis: BasisShown }) {
  const words = useBasisWords();
  const { lines, minutes, amountOre } = basis;
  const priced = (ore: number | undefined) => (ore === undefined ? '–' : money(ore));
  return (
    <div class="wide-cells">
      <DataTable
        caption={words.between(basis.ordering.name, basis.performer.name)}
        captionHidden
        rows={lines}
        keyOf={({ purchaseId }) => purchaseId}
        columns={[
          {
            id: 'case',
            name: words.case,
            cell: ({ purchaseId, caseNo }) => (
              <a class="ds-link" href={hrefOf('/kop/:purchaseId', { purchaseId })}>
                {caseNo}
              </a>
            ),
            foot: words.sum,
          },
          { id: 'agreed', name: words.agreed, figure: true, cell: ({ agreed }) => tight(agreed) },
          { id: 'performed', name: words.performed, figure: true, cell: ({ performed }) => tight(performed) },
          {
            id: 'accepted',
            name: words.accepted,
            figure: true,
            cell: ({ accepted }) => tight(accepted),
            foot: tight(minutes),
          },
          { id: 'rejected', name: words.rejected, cell: ({ rejected }) => <Rejected of={rejected} /> },
          { id: 'price', name: words.price, figure: true, cell: ({ orePerHour }) => priced(orePerHour) },
          {
            id: 'amount',
            name: words.amount,
            figure: true,
            cell: (line) => priced(line.amountOre),
            foot: priced(amountOre),
          },
        ]}
      />
    </div>
  );
}

/** One performer's month for one buying unit: its lines, how far it has come, what may be done. */
function Basis({ basis, asking }: { readonly basis: BasisShown; readonly asking: Asking<Bases> }) {
  const words = useBasisWords();
  const [did, setDid] = useState<BasisDone>();
  const { ordering, performer, state, held, returned, corrects, invoiced, allocation } = basis;
  function onDone(what: BasisDone) {
    setDid(what);
    asking.again();
  }
  return (
    <section class="card acts">
      <h2>
        {words.between(ordering.name, performer.name)} <Tag tone={tones[state]}>{words.states[state]}</Tag>
      </h2>
      {did ? <Notice tone="success" title={words.did[did]} aloud /> : undefined}
      {state === 'returned' && returned ? (
        <Notice tone="danger" title={words.returnedFor(returned.reason)} />
      ) : undefined}
      {corrects ? <p>{words.corrects(basis.time)}</p> : undefined}
      {held.length > 0 ? <Notice tone="warning" title={words.held(held.length)} /> : undefined}
      <Lines basis={basis} />
      {invoiced ? <p>{words.invoicedAs(money(invoiced.amountOre))}</p> : undefined}
      {allocation ? <CostSplit basis={basis} /> : undefined}
      <BasisActs basis={basis} onDone={onDone} again={asking.again} />
    </section>
  );
}

function Month({ month }: { readonly month: string }) {
  const words = useBasisWords();
  const asking = useAsk('GET /purchases/months/{month}/basis', { path: { month }, query: { limit: 50 } });
  const role = activeRole() ?? '';
  return (
    <>
      {performers.includes(role) ? <HandInBasis month={month} onHandedIn={asking.again} /> : undefined}
      <Loaded of={asking}>
        {({ items }) => (
          <>
            {items.length === 0 ? <p class="card nothing">{words.none}</p> : undefined}
            {items.map((basis) => (
              <Basis key={basis.id} basis={basis} asking={asking} />
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}

const before = (month: string): string => {
  const [year = 0, nr = 1] = month.split('-').map(Number);
  return nr === 1 ? `${year - 1}-12` : `${year}-${String(nr - 1).padStart(2, '0')}`;
};

/** The bases of bought hours of a month, for who hands them in, who answers them and who settles their cost. */
export function BasesPage({ query }: PageProps) {
  const words = useBasisWords();
  const now = useAsk('GET /tasks').value?.now;
  const month = query.get('manad') ?? (now === undefined ? undefined : before(now.slice(0, 7)));
  const role = activeRole() ?? '';
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/kop">
          {words.back}
        </a>
      </p>
      <PageHead title={words.title} lead={month && words.lead(monthName(month))}>
        {bookers.includes(role) ? <ButtonLink href="#/kop/sidor/bokforing">{words.bookings}</ButtonLink> : undefined}
      </PageHead>
      {month === undefined ? undefined : (
        <>
          <div class="filters">
            <TextField
              type="month"
              width="medium"
              label={words.month}
              value={month}
              onValue={(next) =>
                /^\d{4}-\d{2}$/.test(next) &&
                goTo(hrefOf('/kop/sidor/:room', { room: 'underlag' }, { manad: next }), 'replace')
              }
            />
          </div>
          <Month key={month} month={month} />
        </>
      )}
    </>
  );
}

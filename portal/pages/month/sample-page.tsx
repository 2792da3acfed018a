import type { AnswerOf } from '../../api/contract.ts';
import { dateTime, monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useStore } from '../../app/store.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { DataTable } from '../../parts/table.tsx';
import { session } from '../../sign-in/session.ts';
import { Crumb } from './crumb.tsx';
import { SampledCard } from './sampled-card.tsx';

type Sample = AnswerOf<'GET /months/{month}/sample'>;

/** For those who do not look into the cases themselves: which they are, and what was found. */
function SampledTable({ items, isProvider }: { readonly items: Sample['items']; readonly isProvider: boolean }) {
  const { sample } = useWords();
  const nameOf = useProviders();
  const { columns } = sample;
  return (
    <DataTable
      caption={sample.caption}
      rows={items}
      keyOf={({ providerId, caseNo }) => `${providerId} ${caseNo}`}
      columns={[
        { id: 'caseNo', name: columns.caseNo, cell: ({ caseNo }) => caseNo },
        { id: 'provider', name: columns.provider, cell: ({ providerId }) => nameOf(providerId) },
        ...(isProvider
          ? []
          : ([
              {
                id: 'customer',
                name: columns.customer,
                cell: ({ note }: Sample['items'][number]) => (note ? sample.customer[note.customer] : sample.notYet),
              },
              {
                id: 'visitNotes',
                name: columns.visitNotes,
                cell: ({ note }: Sample['items'][number]) => (note ? sample.visitNotes[note.visitNotes] : '–'),
              },
              {
                id: 'comment',
                name: sample.comment,
                cell: ({ note }: Sample['items'][number]) => note?.comment ?? '–',
              },
            ] as const)),
      ]}
    />
  );
}

/** What the sample is bound to, for whoever wants to see that nobody has chosen. */
function Proof({ sample: { commitment, committedAt, seed } }: { readonly sample: Sample }) {
  const { sample } = useWords();
  return (
    <section class="card receipt">
      <h2>{sample.proof}</h2>
      <SummaryList
        rows={[
          { name: sample.boundAt, value: dateTime(committedAt) },
          { name: sample.bound, value: <code class="whole">{commitment}</code> },
          ...(seed === undefined ? [] : [{ name: sample.seed, value: <code class="whole">{seed}</code> }]),
        ]}
      />
      <p class="soft">{sample.verify}</p>
    </section>
  );
}

/** The month's random sample: bound before anybody hands in, and shown when the first working day is over. */
export function SamplePage({ params: { month } }: PageProps<'/manad/:month/stickprov'>) {
  const { sample } = useWords();
  const role = useStore(session).me?.role;
  const isProvider = role === 'provider' || role === 'provider-manager';
  const asking = useAsk('GET /months/{month}/sample', { path: { month } });
  const share = asking.value?.share;
  return (
    <>
      {isProvider ? (
        <p class="crumb">
          <a class="ds-link" href={hrefOf('/manad/:month', { month })}>
            {monthName(month)}
          </a>
        </p>
      ) : (
        <Crumb month={month} />
      )}
      <PageHead title={sample.title} lead={share === undefined ? undefined : sample.lead(monthName(month), share)} />
      {asking.failure?.kind === 'missing' ? (
        <Notice title={sample.none}>
          <p>{sample.noneText}</p>
        </Notice>
      ) : (
        <Loaded of={asking}>
          {(value) => {
            const left = value.items.filter(({ note }) => note === undefined).length;
            return (
              <>
                {value.seed === undefined ? (
                  <Notice title={sample.waiting(dateTime(value.shownFrom))}>
                    <p>{isProvider ? sample.afterHandIn : sample.waitingText}</p>
                  </Notice>
                ) : value.items.length === 0 ? (
                  <p class="card nothing">{sample.nobody}</p>
                ) : (
                  <>
                    {isProvider ? undefined : <p>{sample.left(left, value.items.length)}</p>}
                    {role === 'officer' ? (
                      value.items.map((one) => (
                        <SampledCard
                          key={`${one.providerId} ${one.caseNo}`}
                          month={month}
                          of={one}
                          onSaved={asking.again}
                        />
                      ))
                    ) : (
                      <SampledTable items={value.items} isProvider={isProvider} />
                    )}
                  </>
                )}
                <Proof sample={value} />
              </>
            );
          }}
        </Loaded>
      )}
    </>
  );
}

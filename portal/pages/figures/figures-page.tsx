import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { monthName, number, tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { saveTable } from '../../app/save-file.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { DataTable } from '../../parts/table.tsx';
import { monthBeside, sumOf } from '../month/lines.ts';
import { FigureBars } from './figure-bars.tsx';

// Fetched with this page: a chunk of its own would be named in the part that every page has.
export { UnexecutedPage } from './unexecuted-page.tsx';

type Figures = AnswerOf<'GET /months/{month}/figures'>['items'][number];

const share = (perMille: number | null): string =>
  perMille === null ? '–' : `${number(Math.round(perMille / 10))}\u00a0%`;
const shareOf = (part: number, whole: number): string => share(whole === 0 ? null : (part / whole) * 1000);
const timeOf = (rows: readonly Figures[], of: 'granted' | 'performed' | 'charged'): number =>
  sumOf(rows, (row) => row[of]);

/** The same month and the five before it; asked for one by one, since each is a whole month's lines. */
function useMonths(month: string) {
  const back = (by: number) => monthBeside(month, -by);
  return [
    useAsk('GET /months/{month}/figures', { path: { month: back(5) } }),
    useAsk('GET /months/{month}/figures', { path: { month: back(4) } }),
    useAsk('GET /months/{month}/figures', { path: { month: back(3) } }),
    useAsk('GET /months/{month}/figures', { path: { month: back(2) } }),
    useAsk('GET /months/{month}/figures', { path: { month: back(1) } }),
    useAsk('GET /months/{month}/figures', { path: { month } }),
  ] as const;
}

function SaveFigures({ month }: { readonly month: string }) {
  const { figures } = useWords().fees;
  const { run, busy, failure } = useSend(() => ask('GET /months/{month}/figures/file', { path: { month } }));
  async function save() {
    const outcome = await run();
    if (outcome?.ok) saveTable(`figures-${month}.csv`, outcome.value);
  }
  return (
    <>
      {failure ? <FailureNotice failure={failure} again={save} /> : undefined}
      <Button busy={busy} onClick={save}>
        {figures.save(monthName(month))}
      </Button>
    </>
  );
}

type Counted = { readonly name: string; readonly value: number };

/** What there is of something, by its kinds, the most first. */
function Kinds({
  title,
  rows,
  written,
}: {
  readonly title: string;
  readonly rows: readonly Counted[];
  readonly written: (value: number) => string;
}) {
  const { figures } = useWords().fees;
  return (
    <DataTable
      caption={title}
      rows={rows.toSorted((one, other) => other.value - one.value)}
      keyOf={({ name }) => name}
      empty={figures.nothing}
      columns={[
        { id: 'kind', name: figures.kind, cell: ({ name }) => name },
        { id: 'value', name: figures.amount, figure: true, cell: ({ value }) => written(value) },
      ]}
    />
  );
}

/** Sums by their names over several providers. */
function summed(all: readonly (Readonly<Record<string, number | undefined>> | undefined)[]): readonly Counted[] {
  const sums = new Map<string, number>();
  for (const one of all)
    for (const [name, value] of Object.entries(one ?? {})) sums.set(name, (sums.get(name) ?? 0) + (value ?? 0));
  return [...sums].map(([name, value]) => ({ name, value }));
}

function Providers({ rows }: { readonly rows: readonly Figures[] }) {
  const { figures } = useWords().fees;
  const nameOf = useProviders();
  const { columns } = figures;
  return (
    <DataTable
      caption={figures.byProvider}
      rows={rows}
      keyOf={({ providerId }) => providerId}
      empty={figures.none}
      columns={[
        {
          id: 'provider',
          name: columns.provider,
          cell: ({ providerId, state }) => (
            <>
              {nameOf(providerId)}
              <br />
              <span class="soft">{figures.states[state]}</span>
            </>
          ),
        },
        { id: 'granted', name: columns.granted, figure: true, cell: ({ granted }) => tight(granted) },
        { id: 'ordered', name: columns.ordered, figure: true, cell: ({ ordered }) => tight(ordered) },
        { id: 'performed', name: columns.performed, figure: true, cell: ({ performed }) => tight(performed) },
        { id: 'charged', name: columns.charged, figure: true, cell: ({ charged }) => tight(charged) },
        { id: 'share', name: columns.share, figure: true, cell: ({ executedPerMille }) => share(executedPerMille) },
        { id: 'byHand', name: columns.byHand, figure: true, cell: ({ byHandPerMille }) => share(byHandPerMille) },
        {
          id: 'late',
          name: columns.late,
          figure: true,
          cell: ({ confirmations: { asked, late } }) => (asked === 0 ? '–' : figures.lateOf(late, asked)),
        },
      ]}
    />
  );
}

/** How the months have gone, in figures without a case (L-76): to a provider its own. */
export function FiguresPage({ params: { month } }: PageProps<'/manad/:month/nyckeltal'>) {
  const { fees, month: words } = useWords();
  const { figures } = fees;
  const nameOf = useProviders();
  const [only, setOnly] = useState('');
  const months = useMonths(month);
  const latest = months[5];
  const to = (other: string) => hrefOf('/manad/:month/nyckeltal', { month: other });
  const all = months.flatMap(({ value }) => value?.items ?? []);
  const providers = [...new Set(all.map(({ providerId }) => providerId))];
  const shown = (items: readonly Figures[] = []) =>
    items.filter(({ providerId }) => only === '' || providerId === only);
  const byMonth = months.map(({ value }, index) => ({ of: monthBeside(month, index - 5), rows: shown(value?.items) }));
  return (
    <>
      <PageHead title={figures.title(monthName(month))} lead={figures.lead}>
        <nav class="month-picker" aria-label={words.months}>
          <a href={to(monthBeside(month, -1))}>{`‹ ${monthName(monthBeside(month, -1))}`}</a>
          <a href={to(monthBeside(month, 1))}>{`${monthName(monthBeside(month, 1))} ›`}</a>
        </nav>
      </PageHead>
      {providers.length > 1 ? (
        <SelectField
          id="figures-provider"
          label={figures.columns.provider}
          value={only}
          onValue={setOnly}
          options={[{ value: '', text: figures.everyone }, ...providers.map((id) => ({ value: id, text: nameOf(id) }))]}
        />
      ) : undefined}
      <Loaded of={latest}>
        {({ items }) => {
          const rows = shown(items);
          return (
            <>
              <section class="card">
                <h2>{figures.months}</h2>
                <p class="soft">{figures.bars}</p>
                <FigureBars
                  label={figures.months}
                  bars={byMonth.map(({ of, rows: some }) => ({
                    name: monthName(of).slice(0, 3),
                    whole: timeOf(some, 'granted'),
                    part: timeOf(some, 'performed'),
                  }))}
                />
                <DataTable
                  caption={figures.months}
                  captionHidden
                  rows={byMonth}
                  keyOf={({ of }) => of}
                  columns={[
                    { id: 'month', name: figures.columns.month, cell: ({ of }) => monthName(of) },
                    ...(['granted', 'performed', 'charged'] as const).map((id) => ({
                      id,
                      name: figures.columns[id],
                      figure: true,
                      cell: ({ rows: some }: (typeof byMonth)[number]) => tight(timeOf(some, id)),
                    })),
                    {
                      id: 'share',
                      name: figures.columns.share,
                      figure: true,
                      cell: ({ rows: some }) => shareOf(timeOf(some, 'performed'), timeOf(some, 'granted')),
                    },
                  ]}
                />
              </section>
              <Providers rows={rows} />
              <Kinds
                title={figures.unpaid}
                written={tight}
                rows={summed(rows.map(({ unpaid }) => unpaid)).map(({ name, value }) => ({
                  name: words.reasons[name] ?? name,
                  value,
                }))}
              />
              <Kinds
                title={figures.deviations}
                written={number}
                rows={summed(rows.map(({ deviations }) => deviations)).map(({ name, value }) => ({
                  name: figures.kinds[name] ?? name,
                  value,
                }))}
              />
            </>
          );
        }}
      </Loaded>
      <SaveFigures month={month} />
    </>
  );
}

import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf, Asked } from '../../api/contract.ts';
import { number, shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { saveTable } from '../../app/save-file.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { DataTable } from '../../parts/table.tsx';

type Answer = AnswerOf<'GET /follow-ups/not-executed'>;
type To = NonNullable<NonNullable<Asked<'GET /follow-ups/not-executed/file'>['query']>['to']>;

const day = (date: string | undefined): string => (date === undefined ? '–' : shortDate(date, true));

/** The quarter before one: of the year before, after the first. A routine with fewer says so. */
function quarterBefore(name: string): string {
  const [year, quarter] = name.split('-Q').map(Number);
  return quarter === 1 ? `${(year ?? 0) - 1}-Q4` : `${year}-Q${(quarter ?? 0) - 1}`;
}

function SaveAs({ quarter, to }: { readonly quarter: string; readonly to: To }) {
  const { unexecuted } = useWords().fees.figures;
  const { run, busy, failure } = useSend(() => ask('GET /follow-ups/not-executed/file', { query: { quarter, to } }));
  async function save() {
    const outcome = await run();
    if (outcome?.ok) saveTable(`${unexecuted.fileNames[to]}-${quarter}.csv`, outcome.value);
  }
  return (
    <>
      {failure ? <FailureNotice failure={failure} again={save} /> : undefined}
      <Button busy={busy} onClick={save}>
        {unexecuted.save[to]}
      </Button>
    </>
  );
}

function Rows({ items }: { readonly items: Answer['items'] }) {
  const { unexecuted } = useWords().fees.figures;
  const nameOf = useProviders();
  const { columns } = unexecuted;
  return (
    <DataTable
      caption={unexecuted.rows}
      rows={items}
      keyOf={({ caseNo, service, kind, since }) => [caseNo, service, kind, since].join(' ')}
      empty={unexecuted.none}
      columns={[
        {
          id: 'caseNo',
          name: columns.caseNo,
          cell: ({ caseNo }) => (
            <a class="ds-link" href={hrefOf('/arenden/:caseNo', { caseNo })}>
              {caseNo}
            </a>
          ),
        },
        { id: 'service', name: columns.service, cell: ({ service }) => service },
        { id: 'provider', name: columns.provider, cell: ({ providerId }) => nameOf(providerId) },
        { id: 'kind', name: columns.kind, cell: ({ kind }) => unexecuted.kinds[kind] },
        { id: 'decidedOn', name: columns.decidedOn, cell: ({ decidedOn }) => day(decidedOn) },
        {
          id: 'reason',
          name: columns.reason,
          cell: ({ reason, reasonText, postponedByCustomer }) => (
            <>
              {unexecuted.reasons[reason]}
              {reasonText ? `: ${reasonText}` : undefined}
              {postponedByCustomer ? ` (${day(postponedByCustomer)})` : undefined}
            </>
          ),
        },
        { id: 'offeredOn', name: columns.offeredOn, cell: ({ offeredOn }) => day(offeredOn) },
        {
          id: 'executedOn',
          name: columns.executedOn,
          cell: ({ executedOn, endedOn }) => (endedOn ? unexecuted.ended(day(endedOn)) : day(executedOn)),
        },
        { id: 'days', name: columns.days, figure: true, cell: ({ daysWaited }) => number(daysWaited) },
      ]}
    />
  );
}

function Council({ rows }: { readonly rows: Answer['council'] }) {
  const { unexecuted } = useWords().fees.figures;
  const { columns } = unexecuted;
  return (
    <DataTable
      caption={unexecuted.council}
      rows={rows}
      keyOf={({ kind, service }) => `${kind} ${service}`}
      empty={unexecuted.none}
      columns={[
        { id: 'service', name: columns.service, cell: ({ service }) => service },
        { id: 'kind', name: columns.kind, cell: ({ kind }) => unexecuted.kinds[kind] },
        ...(['count', 'executed', 'postponedByCustomer', 'daysLeast', 'daysMedian', 'daysMost'] as const).map((id) => ({
          id,
          name: unexecuted.figures[id],
          figure: true,
          cell: (row: Answer['council'][number]) => number(row[id]),
        })),
      ]}
    />
  );
}

/** Decisions that were not carried out, or resumed, in time: row by row for those who supervise, in numbers for the council. */
export function UnexecutedPage() {
  const { unexecuted } = useWords().fees.figures;
  const [asked, setAsked] = useState<readonly string[]>([]);
  const quarter = asked.at(-1);
  const asking = useAsk('GET /follow-ups/not-executed', { query: quarter ? { quarter } : {} });
  return (
    <>
      <PageHead title={unexecuted.title} lead={unexecuted.lead} />
      <Loaded of={asking}>
        {(answer) => (
          <>
            <section class="card">
              <h2>{unexecuted.quarter(answer.quarter, day(answer.from), day(answer.to))}</h2>
              <p>{unexecuted.by(answer.paragraph, answer.months)}</p>
              <p class="buttons">
                <Button onClick={() => setAsked([...asked, quarterBefore(answer.quarter)])}>
                  {unexecuted.earlier}
                </Button>
                {asked.length > 0 ? (
                  <Button onClick={() => setAsked(asked.slice(0, -1))}>{unexecuted.later}</Button>
                ) : undefined}
              </p>
            </section>
            <Rows items={answer.items} />
            <SaveAs quarter={answer.quarter} to="rows" />
            <Council rows={answer.council} />
            <p class="soft">{unexecuted.councilText}</p>
            <SaveAs quarter={answer.quarter} to="council" />
          </>
        )}
      </Loaded>
    </>
  );
}

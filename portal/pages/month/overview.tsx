import type { AnswerOf } from '../../api/contract.ts';
import { dateTime, dueDate, monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { hrefOf } from '../../app/router.ts';
import { useStore } from '../../app/store.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { DataTable } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { session } from '../../sign-in/session.ts';

/** Where a settlement claims something back. */
const Claim = lazily(async () => (await import('./claim.tsx')).Claim);

type View = AnswerOf<'GET /months/{month}'>;
type Row = View['items'][number];
type Step = 'D10' | 'D12' | 'D13' | 'D42';

const steps: readonly string[] = ['D10', 'D12', 'D13', 'D42'] satisfies readonly Step[];
/** The month's own steps have a word of theirs; of every other date the API says what is to be done. */
const isStep = (code: string): code is Step => steps.includes(code);

const missed = ({ deadlines }: Row, code?: string) =>
  deadlines.filter((one) => one.state === 'overdue' && one.doneAt === undefined && (code ?? one.code) === one.code);

/** That a step is late, in words, or that it is waited for. */
function Waiting({ row, code }: { readonly row: Row; readonly code: Step }) {
  const { overview, parts } = useWords();
  const [late] = missed(row, code);
  const due = row.deadlines.find((one) => one.code === code);
  if (late) return <Tag tone="danger">{parts.lateSince(dueDate(late.due))}</Tag>;
  return <span class="soft">{due ? parts.by(dueDate(due.due)) : overview.waiting}</span>;
}

function HandedIn({ row }: { readonly row: Row }) {
  const { overview } = useWords();
  if (row.closedAt) return <Tag tone="danger">{overview.closed(dateTime(row.closedAt))}</Tag>;
  if (!row.receivedAt) return <Waiting row={row} code="D10" />;
  const when = dateTime(row.receivedAt);
  return (
    <span class="verdict">
      <Tag tone={row.late ? 'warning' : 'success'}>{row.late ? overview.inLate(when) : overview.inTime(when)}</Tag>
      {row.state === 'incomplete' ? <small class="soft">{overview.withErrors}</small> : undefined}
    </span>
  );
}

function Reconciled({ row, officers }: { readonly row: Row; readonly officers: View['officers'] }) {
  const { overview } = useWords();
  if (!row.receivedAt && !row.closedAt) return <span class="soft">{overview.waiting}</span>;
  return (
    <span class="verdict">
      {missed(row, 'D12').length > 0 ? <Waiting row={row} code="D12" /> : undefined}
      {row.parts.map(({ officerId, lines, undecided, report }) => {
        const name = officers[officerId] ?? officerId;
        return (
          <span key={officerId} class={report ? undefined : 'soft'}>
            {report ? overview.officerSigned(name) : overview.officer(name, lines - undecided, lines)}
          </span>
        );
      })}
    </span>
  );
}

/** How far every provider's month has come: handed in, reconciled, stated, and what is late, in words. */
export function MonthOverview({ month }: { readonly month: string }) {
  const { month: words, overview } = useWords();
  const { columns } = words;
  const { me } = useStore(session);
  const nameOf = useProviders();
  const asking = useAsk('GET /months/{month}', { path: { month } });
  const name = monthName(month);
  const mayOpen = me?.role !== 'administrator';
  return (
    <Loaded of={asking}>
      {({ items, officers }) => {
        const late = items.flatMap((row) => missed(row).map((one) => ({ row, one })));
        if (items.length === 0)
          return (
            <Notice title={words.notOpen}>
              <p>{words.notOpenText(name)}</p>
            </Notice>
          );
        return (
          <>
            {late.length === 0 ? undefined : (
              <Notice tone="danger" title={overview.lateTitle(late.length)}>
                <ul>
                  {late.map(({ row, one: { code, due, text, officerId } }, index) => (
                    <li key={`${row.providerId} ${code} ${index}`}>
                      {overview.lateOf(
                        [nameOf(row.providerId), ...(officerId ? [officers[officerId] ?? officerId] : [])].join(', '),
                        isStep(code) ? overview.step[code] : text,
                        dueDate(due),
                        isStep(code),
                      )}
                    </li>
                  ))}
                </ul>
              </Notice>
            )}
            {me?.role === 'administrator'
              ? items
                  .filter(({ claimOre }) => claimOre !== undefined)
                  .map((row) => (
                    <Claim
                      key={row.providerId}
                      month={month}
                      row={row}
                      name={nameOf(row.providerId)}
                      onMade={asking.again}
                    />
                  ))
              : undefined}
            <DataTable
              caption={overview.caption}
              captionHidden
              rows={items}
              keyOf={({ providerId }) => providerId}
              columns={[
                {
                  id: 'provider',
                  name: columns.provider,
                  cell: ({ providerId }) =>
                    mayOpen ? (
                      <a class="ds-link" href={hrefOf('/manad/:month/:providerId', { month, providerId })}>
                        {nameOf(providerId)}
                      </a>
                    ) : (
                      <>
                        {nameOf(providerId)}{' '}
                        <a
                          class="ds-link"
                          href={hrefOf('/papper/:month/:providerId', { month, providerId })}
                          aria-label={overview.paperOf(nameOf(providerId))}
                        >
                          {overview.paper}
                        </a>
                      </>
                    ),
                },
                { id: 'submitted', name: columns.submitted, cell: (row) => <HandedIn row={row} /> },
                {
                  id: 'reconciled',
                  name: columns.reconciled,
                  cell: (row) => <Reconciled row={row} officers={officers} />,
                },
                {
                  id: 'stated',
                  name: columns.stated,
                  cell: (row) =>
                    row.statedAt ? (
                      <Tag tone="success">{overview.sent(dateTime(row.statedAt))}</Tag>
                    ) : (
                      <Waiting row={row} code="D13" />
                    ),
                },
              ]}
            />
          </>
        );
      }}
    </Loaded>
  );
}

import { dateTime, monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useStore } from '../../app/store.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { TextArea } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { Tag } from '../../parts/tag.tsx';
import { session } from '../../sign-in/session.ts';
import { Checksum, sumOfRecord } from './checksum.tsx';
import { Crumb } from './crumb.tsx';
import { isMatch, type LineShown, type MonthView } from './lines.ts';
import { MonthDueDates } from './month-dates.tsx';
import { RecordLink } from './report-box.tsx';
import { ResultTable } from './result-table.tsx';
import { statedRows } from './stated-rows.tsx';
import { StatementFiles } from './statement-files.tsx';
import { useComment } from './use-comment.ts';

/** Of a month that no other comes after alone. */
const SettlementCard = lazily(async () => (await import('./settlement-card.tsx')).SettlementCard);

type Params = PageProps<'/manad/:month/:providerId'>['params'];

/** How far each officer has come, with the signed report of who is done. */
function Parts({ params, value }: { readonly params: Params; readonly value: MonthView }) {
  const { overview } = useWords();
  return (
    <section class="card sign-block">
      <h2>{overview.parts}</h2>
      <SummaryList
        rows={value.parts.map(({ officerId, lines, undecided, report }) => ({
          name: value.officers[officerId] ?? officerId,
          value: report ? (
            <>
              <Tag tone="success">{dateTime(report.at, true)}</Tag>{' '}
              <RecordLink {...params} recordId={report.recordId} />
            </>
          ) : (
            `${overview.officer('', lines - undecided, lines).replace(/^: /, '')}, ${overview.notSigned}`
          ),
        }))}
      />
    </section>
  );
}

/** Whether somebody has decided a line or signed a report here, and so does not send the statement (A72). */
const hadAHand = ({ parts }: MonthView, userId: string | undefined): boolean =>
  parts.some(
    ({ decidedBy = [], report, withdrawn = [] }) =>
      userId !== undefined && [...decidedBy, report?.by, ...withdrawn.map(({ by }) => by)].includes(userId),
  );

/** Its lines are there: handed in, or closed without (A81). */
const isLaid = ({ month: { submission, closed } }: MonthView): boolean => (submission ?? closed) !== undefined;

function Statement({ params, value }: { readonly params: Params; readonly value: MonthView }) {
  const { month, handIn, overview } = useWords();
  const { comment, write } = useComment('statement', params);
  const { statement } = value.month;
  const { me } = useStore(session);
  if (statement)
    return (
      <Notice tone="success" title={overview.sentTitle(dateTime(statement.at, true))}>
        <p>{overview.sentText}</p>
        <SummaryList
          rows={[
            ...statedRows(statement, handIn),
            { name: month.checksum, value: <Checksum of={sumOfRecord(value, statement.recordId)} /> },
          ]}
        />
        <RecordLink {...params} recordId={statement.recordId} />
        <StatementFiles of={{ month: params.month, providerId: params.providerId }} />
        {me?.role === 'head' ? (
          <ButtonLink href={hrefOf('/manad/:month/:providerId/justeringar', params)}>{month.adjustments}</ButtonLink>
        ) : undefined}
      </Notice>
    );
  if (me?.role !== 'head' || !isLaid(value)) return null;
  if (hadAHand(value, me.userId))
    return (
      <Notice title={overview.fourEyesTitle}>
        <p>{overview.fourEyes}</p>
      </Notice>
    );
  const isReady = value.parts.length > 0 && value.parts.every(({ report }) => report);
  return (
    <section class="card report-box" aria-label={overview.check}>
      {isReady ? (
        <>
          <p>
            <b>{overview.ready}</b>
          </p>
          <TextArea id="statement-comment" label={month.toProvider} optional rows={2} value={comment} onValue={write} />
          <ButtonLink look="primary" href={hrefOf('/manad/:month/:providerId/underlag', params)}>
            {overview.check}
          </ButtonLink>
        </>
      ) : (
        <p>{overview.missing}</p>
      )}
    </section>
  );
}

const isOther = (line: LineShown): boolean =>
  !isMatch(line) || (line.decision !== undefined && line.decision.kind !== 'APPROVED');

/** What did not match, then every case: each figure has its rows and rules one press away for whoever may read them. */
function Lines({
  params: { month, providerId },
  value: { lines },
  mayAsk,
}: {
  readonly params: Params;
  readonly value: MonthView;
  readonly mayAsk: boolean;
}) {
  const { overview, signing } = useWords();
  const of = mayAsk ? { month, providerId } : undefined;
  if (lines.length === 0) return null;
  const others = lines.filter(isOther);
  return (
    <>
      {others.length > 0 ? (
        <ResultTable caption={overview.deviations} lines={others} isDecided of={of} />
      ) : (
        <p class="card nothing">{overview.noDeviations}</p>
      )}
      {others.length < lines.length ? (
        <details class="every-line" id="every-line">
          <summary>
            {signing.everyLine} ({lines.length})
          </summary>
          <ResultTable caption={signing.everyLine} lines={lines} isDecided of={of} />
        </details>
      ) : undefined}
    </>
  );
}

/** One provider's month as the head sees it: the reports, what did not match, and the statement. */
export function StatementPage({ params }: PageProps<'/manad/:month/:providerId'>) {
  const { month: words, overview } = useWords();
  const nameOf = useProviders();
  const { month, providerId } = params;
  const me = useStore(session).me;
  const asking = useAsk('GET /months/{month}/providers/{providerId}', { path: { month, providerId } });
  const name = monthName(month);
  return (
    <>
      <Crumb month={month} />
      <PageHead title={nameOf(providerId)} lead={me?.role === 'head' ? name : `${name}. ${overview.readOnly}`}>
        <MonthDueDates deadlines={asking.value?.deadlines ?? []} closedAt={asking.value?.month.closed?.at} />
      </PageHead>
      {asking.failure?.kind === 'missing' ? (
        <Notice title={words.notOpen}>
          <p>{words.notOpenText(name)}</p>
        </Notice>
      ) : (
        <Loaded of={asking}>
          {(value) => (
            <>
              {isLaid(value) ? undefined : (
                <Notice title={words.notIn}>
                  <p>{words.notInText}</p>
                </Notice>
              )}
              {value.settles || value.month.settlements ? <SettlementCard of={params} value={value} /> : undefined}
              <Statement params={params} value={value} />
              {value.parts.length > 0 ? <Parts params={params} value={value} /> : undefined}
              <Lines params={params} value={value} mayAsk={me?.role === 'head'} />
            </>
          )}
        </Loaded>
      )}
    </>
  );
}

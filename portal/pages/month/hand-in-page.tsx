import { dateTime, monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useStore } from '../../app/store.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { session } from '../../sign-in/session.ts';
import { Checksum, sumOfRecord } from './checksum.tsx';
import { CorrectionCard } from './correction-card.tsx';
import { FileErrorTable } from './dry-run.tsx';
import type { MonthView } from './lines.ts';
import { MonthDueDates } from './month-dates.tsx';
import { MonthPicker } from './month-picker.tsx';
import { Questions } from './questions.tsx';
import { RecordLink } from './report-box.tsx';

/** Of a month that has been handed in alone. */
const ResultTable = lazily(async () => (await import('./result-table.tsx')).ResultTable);
const HandInForm = lazily(async () => (await import('./hand-in-form.tsx')).HandInForm);
const MonthForms = lazily(async () => (await import('./month-forms.tsx')).MonthForms);
const AfterClose = lazily(async () => (await import('./after-close.tsx')).AfterClose);
const ClosedNotice = lazily(async () => (await import('./closed-notice.tsx')).ClosedNotice);
const StatedCard = lazily(async () => (await import('./stated-card.tsx')).StatedCard);
const Afterwards = lazily(async () => (await import('./afterwards.tsx')).Afterwards);
const DraftCard = lazily(async () => (await import('./draft-card.tsx')).DraftCard);

type Of = { readonly month: string; readonly providerId: string };

/** What has been handed in, and what may still be done about it. */
function Receipt({
  of,
  value,
  onChange,
}: {
  readonly of: Of;
  readonly value: MonthView;
  readonly onChange: () => void;
}) {
  const { month, handIn, signing } = useWords();
  const { submission, state } = value.month;
  if (!submission) return null;
  return (
    <>
      <section class="card receipt">
        <h2>{handIn.received(dateTime(submission.receivedAt, true))}</h2>
        <SummaryList
          rows={[
            ...(submission.late ? [{ name: month.dates.D10, value: handIn.late }] : []),
            { name: handIn.version(submission.version), value: <RecordLink {...of} recordId={submission.recordId} /> },
            { name: month.checksum, value: <Checksum of={sumOfRecord(value, submission.recordId)} /> },
            { name: signing.errors, value: submission.errorCount || signing.noErrors },
          ]}
        />
        {state === 'stated' ? undefined : (
          <p class="soft">{state === 'incomplete' ? handIn.mendable : handIn.replaceable}</p>
        )}
      </section>
      <CorrectionCard month={of.month} value={value} onSaid={onChange} />
      {submission.cannotCorrect ? (
        <Notice title={handIn.cannotSaid}>
          <p>{handIn.cannotNow}</p>
        </Notice>
      ) : undefined}
      {value.file && value.file.errors.length > 0 && state !== 'stated' ? (
        <FileErrorTable caption={handIn.broken(submission.errorCount)} errors={value.file.errors} />
      ) : undefined}
    </>
  );
}

/** What has been handed in may be handed in again until the statement is sent (A30). */
const mayReplace = ({ month: { state } }: MonthView): boolean => state === 'incomplete' || state === 'received';

/** A provider's month: its dates, the files, the questions, and in the end what may be invoiced. */
export function HandInPage({ params }: PageProps<'/manad/:month'>) {
  const { month: words, handIn } = useWords();
  const nameOf = useProviders();
  const { month } = params;
  const { me } = useStore(session);
  const providerId = me?.roles.find(({ role }) => role === me.role)?.providerId ?? '';
  const of = { month, providerId };
  const asking = useAsk('GET /months/{month}/providers/{providerId}', { path: of });
  const drafts = useAsk('GET /months/{month}/draft', { path: { month } });
  const name = monthName(month);
  const waiting = drafts.value?.waiting;
  const chosen = <HandInForm month={month} onDrafted={drafts.again} />;
  const form = waiting ? (
    <details class="replace">
      <summary>{handIn.otherFiles}</summary>
      {chosen}
    </details>
  ) : (
    chosen
  );
  return (
    <>
      <PageHead title={handIn.title(name)} lead={nameOf(providerId)}>
        <MonthDueDates deadlines={asking.value?.deadlines ?? []} closedAt={asking.value?.month.closed?.at} />
      </PageHead>
      <MonthPicker month={month} />
      {waiting ? <DraftCard month={month} waiting={waiting} onChange={drafts.again} /> : undefined}
      {asking.failure?.kind === 'missing' ? (
        <>
          <Notice title={words.notOpen}>
            <p>{words.notOpenText(name)}</p>
          </Notice>
          <MonthForms of={of} />
          {form}
        </>
      ) : (
        <Loaded of={asking}>
          {(value) => (
            <>
              {value.month.closed ? <ClosedNotice value={value} toProvider /> : undefined}
              {value.month.filed || value.month.settlements ? <AfterClose of={of} value={value} /> : undefined}
              {value.month.statement ? <StatedCard of={of} value={value} /> : undefined}
              <Receipt of={of} value={value} onChange={asking.again} />
              <Questions of={of} lines={value.lines} onAnswered={asking.again} />
              {value.month.state === 'open' || value.month.state === 'closed' ? (
                <>
                  <MonthForms of={of} />
                  {waiting ? undefined : <h2>{handIn.files}</h2>}
                  {form}
                </>
              ) : undefined}
              {mayReplace(value) ? (
                <details class="replace" open={value.correctUntil !== undefined}>
                  <summary>{value.correctUntil === undefined ? handIn.replace : handIn.corrected}</summary>
                  <MonthForms of={of} />
                  {form}
                </details>
              ) : undefined}
              {value.month.state === 'stated' ? (
                <Afterwards of={of} isAgain={value.month.filed !== undefined}>
                  {form}
                </Afterwards>
              ) : undefined}
              {value.lines.length > 0 ? (
                <ResultTable
                  caption={handIn.lines}
                  lines={value.lines}
                  isDecided={value.month.state === 'stated'}
                  of={of}
                />
              ) : undefined}
              <p>
                <a class="ds-link" href={hrefOf('/manad/:month/stickprov', { month })}>
                  {words.sample}
                </a>
              </p>
              <p>
                <a class="ds-link" href={hrefOf('/manad/:month/nyckeltal', { month })}>
                  {words.figures}
                </a>
              </p>
            </>
          )}
        </Loaded>
      )}
    </>
  );
}

import { useEffect, useMemo, useState } from 'preact/hooks';
import { announce } from '../../app/announce.ts';
import { dateTime, monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { goTo, hrefOf, type PageProps } from '../../app/router.ts';
import { useStore } from '../../app/store.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useProviders } from '../../app/use-providers.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { session } from '../../sign-in/session.ts';
import { useNameWords } from '../customers/name-words.ts';
import { ShowNames } from '../customers/names.tsx';
import { useNames } from '../customers/use-names.ts';
import type { Batch as BatchDialog } from './batch.tsx';
import { sumOfRecord } from './checksum.tsx';
import { Crumb } from './crumb.tsx';
import type { LineShown, MonthView } from './lines.ts';
import { MonthDueDates } from './month-dates.tsx';
import { ReconcileTable } from './reconcile-table.tsx';
import { ReconcileTools } from './reconcile-tools.tsx';
import { ReportBox, SignedReportBox } from './report-box.tsx';
import { type Filter, isFilter, selectionOf } from './selection.ts';
import { useLines } from './use-lines.ts';

/** One case at a time is opened, and the list stands there before. */
const LinePanel = lazily(async () => (await import('./line-panel.tsx')).LinePanel);

/** Of some files alone. */
const ReconcileNotices = lazily(async () => (await import('./reconcile-notices.tsx')).ReconcileNotices);

const CloseMonth = lazily(async () => (await import('./close-month.tsx')).CloseMonth);

type Props = PageProps<'/manad/:month/:providerId'>;
/** Focus where one is led, once it is drawn. */
const focusOn = (id: string) => setTimeout(() => document.getElementById(id)?.focus(), 0);

type WorkProps = Props & { readonly work: ReturnType<typeof useLines>; readonly value: MonthView };

function Work({ params, query, work, value }: WorkProps) {
  const { reconcile, states, month: words } = useWords();
  const { month, providerId } = params;
  const { lines, busy, failure, approve, undo, put, again } = work;
  const part = value.parts.find(({ officerId }) => officerId === (lines[0]?.officerId ?? session.get().me?.userId));
  const staffOf = useStaff();
  const providerOf = useProviders();
  /** Whoever answered for the provider and has no name is called by the unit. */
  const nameOf = (id: string) => {
    const name = value.officers[id] ?? staffOf(id);
    return name === id ? providerOf(providerId) : name;
  };
  const isOpen = part !== undefined && part.report === undefined;
  const given = query.get('show');
  const filter = isFilter(given) ? given : isOpen ? 'left' : 'all';
  const search = query.get('case') ?? '';
  const [{ chosen }, choose] = useDraft(`reconcile/${month}/${providerId}`, { chosen: '' });
  // What is decided stays where it is until the list is chosen anew, so that it can be seen and undone.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const customers = useNames(
    lines.map(({ caseNo }) => caseNo),
    useNameWords().month,
  );
  // Few come to it, and nobody before they press.
  const [Batch, setBatch] = useState<typeof BatchDialog>();
  const [isListing, setListing] = useState(false);
  async function list(): Promise<void> {
    try {
      const { Batch: Dialog } = await import('./batch.tsx');
      setBatch(() => Dialog);
      setListing(true);
    } catch {
      announce(states.offline);
    }
  }
  const keep = (...caseNos: readonly string[]) => setKept((before) => new Set([...before, ...caseNos]));

  const wanted = { filter, search, kept, chosen, isOpen };
  const { shown, line, matching, left, before, after } = selectionOf(lines, wanted);

  const see = (show: Filter, text: string) =>
    goTo(hrefOf('/manad/:month/:providerId', params, { show, case: text }), 'replace');
  const goToLine = (caseNo: string) => {
    choose({ chosen: caseNo });
    focusOn('panel-title');
  };
  const asked = query.get('line');
  useEffect(() => {
    if (asked !== null) goToLine(asked);
  }, [asked]);

  function saved(next: LineShown): void {
    keep(next.caseNo);
    put(next);
    focusOn(after ? 'next-line' : 'panel-title');
  }
  const untakenCases = useMemo(() => new Set((value.untaken ?? []).map(({ caseNo }) => caseNo)), [value]);
  const back = part?.report ? undefined : part?.withdrawn?.at(-1);
  const empty =
    search !== '' ? reconcile.noHit : filter === 'questions' ? reconcile.noQuestions : reconcile.nothingLeft;

  return (
    <>
      {part?.report ? (
        <SignedReportBox
          params={params}
          report={part.report}
          sum={sumOfRecord(value, part.report.recordId)}
          officers={value.officers}
          isStated={value.month.state === 'stated'}
        />
      ) : undefined}
      {value.month.state === 'stated' ? (
        <p>
          <a class="ds-link" href={hrefOf('/manad/:month/:providerId/justeringar', params)}>
            {words.adjustments}
          </a>
        </p>
      ) : undefined}
      {back ? (
        <Notice tone="warning" title={reconcile.sentBack(dateTime(back.withdrawnAt))}>
          <p>{back.comment}</p>
        </Notice>
      ) : undefined}
      <ReconcileNotices of={params} value={value} lines={lines} isOpen={isOpen} />
      {failure ? <FailureNotice failure={failure} again={again} /> : undefined}
      <ReconcileTools
        lines={lines}
        shown={shown.length}
        matching={isOpen ? matching.length : 0}
        filter={filter}
        search={search}
        onFilter={(next) => {
          setKept(new Set());
          see(next, search);
        }}
        onSearch={(text) => see(filter, text)}
        onBatch={list}
      />
      {isListing && Batch ? (
        <Batch
          path={params}
          lines={matching}
          untaken={value.untaken ?? []}
          onApproved={(caseNos) => {
            keep(...caseNos);
            again();
          }}
          onClose={() => setListing(false)}
        />
      ) : undefined}
      <ShowNames of={customers} />
      <div class="beside">
        <ReconcileTable
          lines={shown}
          all={lines}
          untaken={untakenCases}
          chosen={line?.caseNo}
          busy={busy}
          isOpen={isOpen}
          empty={empty}
          customers={customers}
          choose={(caseNo, { byPointer }) => {
            choose({ chosen: caseNo });
            // Beside the list on a wide screen; under it on a narrow one, where a press means to go there.
            if (byPointer && matchMedia('(max-width: 63.9rem)').matches) focusOn('panel-title');
          }}
          approve={(one) => {
            keep(one.caseNo);
            approve(one);
          }}
          undo={undo}
        />
        {line ? (
          <LinePanel
            key={line.caseNo}
            path={{ month, providerId, caseNo: line.caseNo }}
            line={line}
            file={value.file}
            waitsUntil={value.correctUntil}
            untaken={value.untaken}
            isOpen={isOpen}
            nameOf={nameOf}
            onLine={put}
            onSaved={saved}
            onUndo={(one) => {
              undo(one);
              focusOn('panel-title');
            }}
            again={again}
            previous={before && (() => goToLine(before.caseNo))}
            next={after && (() => goToLine(after.caseNo))}
            toList={() => document.querySelector<HTMLInputElement>('.pick input:checked')?.focus()}
          />
        ) : undefined}
      </div>
      {isOpen ? <ReportBox params={params} left={left} query={query} /> : undefined}
      <p class="paper">{reconcile.paper}</p>
    </>
  );
}

/** The monthly reconciliation: granted, performed, paid and unpaid side by side, the reason beside the decision. */
export function ReconcilePage(props: Props) {
  const { month: words, reconcile } = useWords();
  const { month, providerId } = props.params;
  const nameOf = useProviders();
  const me = useStore(session).me;
  const work = useLines({ month, providerId });
  const { asking, lines } = work;
  const { value, failure } = asking;
  const decided = lines.filter(({ decision }) => decision).length;
  const officerId = lines[0]?.officerId ?? me?.userId;
  const name = monthName(month);
  return (
    <>
      <Crumb month={month} />
      <PageHead
        title={reconcile.title(name)}
        lead={lines.length > 0 ? reconcile.lead(nameOf(providerId), decided, lines.length) : nameOf(providerId)}
      >
        <MonthDueDates deadlines={value?.deadlines ?? []} officerId={officerId} closedAt={value?.month.closed?.at} />
      </PageHead>
      {failure?.kind === 'missing' ? (
        <Notice title={words.notOpen}>
          <p>{words.notOpenText(name)}</p>
        </Notice>
      ) : (
        <Loaded of={asking}>
          {(loaded) =>
            loaded.month.submission === undefined && loaded.month.closed === undefined ? (
              <Notice title={words.notIn}>
                <p>{words.notInText}</p>
                {loaded.closing ? (
                  <CloseMonth path={props.params} closing={loaded.closing} onClosed={asking.again} />
                ) : undefined}
              </Notice>
            ) : lines.length === 0 ? (
              <p class="card nothing">{reconcile.none}</p>
            ) : (
              <Work {...props} work={work} value={loaded} />
            )
          }
        </Loaded>
      )}
    </>
  );
}

import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useStore } from '../../app/store.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { TextArea } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { session } from '../../sign-in/session.ts';
import { Checksum } from './checksum.tsx';
import type { LineShown, MonthView } from './lines.ts';
import { useComment } from './use-comment.ts';

type Params = { readonly month: string; readonly providerId: string };

const shownLinks = 20;

/** The way to the signature; until every case is decided, which ones are not. */
export function ReportBox({
  params,
  left,
  query,
}: {
  readonly params: Params;
  readonly left: readonly LineShown[];
  readonly query: URLSearchParams;
}) {
  const { month, reconcile } = useWords();
  const { comment, write } = useComment('report', params);
  const to = (caseNo: string) =>
    hrefOf('/manad/:month/:providerId', params, { show: query.get('show') ?? undefined, line: caseNo });
  return (
    <section class="card report-box" aria-label={reconcile.check}>
      {left.length > 0 ? (
        <>
          <p>
            <b>{reconcile.leftTitle(left.length)}</b>{' '}
            {left.slice(0, shownLinks).map(({ caseNo }, index) => (
              <span key={caseNo}>
                {index > 0 ? ', ' : ''}
                <a class="ds-link" href={to(caseNo)}>
                  {caseNo}
                </a>
              </span>
            ))}
            {left.length > shownLinks ? ` ${reconcile.andMore(left.length - shownLinks)}` : ''}
          </p>
          <p class="soft">{reconcile.leftText}</p>
        </>
      ) : (
        <>
          <p>
            <b>{reconcile.ready}</b>
          </p>
          <TextArea id="report-comment" label={month.toHead} optional rows={2} value={comment} onValue={write} />
          <ButtonLink look="primary" href={hrefOf('/manad/:month/:providerId/rapport', params)}>
            {reconcile.check}
          </ButtonLink>
        </>
      )}
    </section>
  );
}

type Report = NonNullable<MonthView['parts'][number]['report']>;

/** The report once it is signed: nothing here changes any more. */
export function SignedReportBox({
  params,
  report,
  sum,
  officers,
  isStated,
}: {
  readonly params: Params;
  readonly report: Report;
  /** The statement is sent, and no report is taken back any more. */
  readonly isStated: boolean;
  readonly sum: string | undefined;
  readonly officers: MonthView['officers'];
}) {
  const { month, reconcile } = useWords();
  return (
    <Notice tone="success" title={reconcile.signed(dateTime(report.at, true), officers[report.by] ?? report.by)}>
      <p>{isStated ? reconcile.statedText : reconcile.signedText}</p>
      <p>
        {month.checksum} <Checksum of={sum} /> · <RecordLink {...params} recordId={report.recordId} />
      </p>
    </Notice>
  );
}

/** Where a signed record is read and verified, for those to whom it opens: it names cases, which not all roles see. */
export function RecordLink(params: Params & { readonly recordId: string }) {
  const { month } = useWords();
  const role = useStore(session).me?.role;
  return role === 'fee-officer' || role === 'administrator' ? null : (
    <a class="ds-link" href={hrefOf('/handlingar/:month/:providerId/:recordId', params)}>
      {month.record}
    </a>
  );
}

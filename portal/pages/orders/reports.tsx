import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { dateTime, hours, shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Tag } from '../../parts/tag.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { ActForm } from './act-form.tsx';

export type ReportShown = AnswerOf<'GET /orders/{orderId}/reports'>['items'][number];

/** What the routine asks the officer to take note of (L-45, L-50, L-57, L-58, L-59); a wish to end has its own step. */
const toBeRead: readonly ReportShown['kind'][] = ['INCREASED', 'CHANGED', 'DECLINES', 'HOSPITAL', 'DEATH'];
export const isUnread = ({ kind, acknowledged }: ReportShown): boolean => !acknowledged && toBeRead.includes(kind);

/** The days it is about, how much, and where the words are. */
function About({ report }: { readonly report: ReportShown }) {
  const { acts } = useWords();
  const { on, to, minutesPerMonth, count, threadId, late } = report;
  const days = to === undefined ? shortDate(on, true) : `${shortDate(on, true)} – ${shortDate(to, true)}`;
  const parts = [
    acts.about(days),
    count === undefined ? '' : acts.times(count),
    minutesPerMonth === undefined ? '' : acts.thinks(hours(minutesPerMonth)),
    threadId === undefined ? '' : acts.inThread,
  ];
  return (
    <p>
      {parts.filter(Boolean).join(' · ')} {late ? <Tag tone="warning">{acts.toldLate}</Tag> : undefined}
    </p>
  );
}

type UnreadProps = {
  readonly reports: readonly ReportShown[];
  readonly onRead: () => void;
  readonly again: () => void;
};

/** What the officer has not taken note of yet, each with its press (D25). */
export function UnreadReports({ reports, onRead, again }: UnreadProps) {
  const { acts } = useWords();
  return (
    <>
      {reports.map((report) => {
        const { id: reportId, orderId, kind, at } = report;
        return (
          <section key={reportId} class="unread" aria-label={acts.kinds[kind]}>
            <h3>{acts.kinds[kind]}</h3>
            <p class="soft">{acts.toldAt(dateTime(at))}</p>
            <About report={report} />
            <ActForm
              id={`read-${reportId}`}
              body={{}}
              act={(key, body) =>
                ask(
                  'POST /orders/{orderId}/reports/{reportId}/acknowledgement',
                  { path: { orderId, reportId }, body },
                  { key },
                )
              }
              onDone={onRead}
              onConflict={again}
              again={again}
              submit={acts.read}
            />
          </section>
        );
      })}
    </>
  );
}

/** Everything that has been told of the order, the latest first, and who has taken note of it. */
export function Reports({ reports }: { readonly reports: readonly ReportShown[] }) {
  const { acts } = useWords();
  const whoIs = useStaff();
  return (
    <Timeline
      happenings={reports.toReversed().map((report) => ({
        at: report.at,
        title: acts.kinds[report.kind],
        by: whoIs(report.by),
        more: (
          <>
            <About report={report} />
            {report.acknowledged ? (
              <p class="soft">{acts.readBy(whoIs(report.acknowledged.by), dateTime(report.acknowledged.at))}</p>
            ) : undefined}
          </>
        ),
      }))}
    />
  );
}

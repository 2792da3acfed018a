import { dueDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { Notice } from '../../parts/notice.tsx';
import type { LineShown, MonthView } from './lines.ts';

/** So many are named; the filter has them all. */
const most = 10;

/** To an officer: which of the lines wait for a correction, until when, and what may be done then. */
export function CorrectionNotice({
  value,
  lines,
}: {
  readonly value: MonthView;
  readonly lines: readonly LineShown[];
}) {
  const { reconcile } = useWords();
  const { correctUntil, month } = value;
  const faulty = lines.filter(({ proposal }) => proposal.status === 'FAULTY');
  const names = faulty.slice(0, most).map(({ caseNo }) => caseNo);
  const more = faulty.length - names.length;
  const cannot = month.submission?.cannotCorrect;
  return (
    <Notice tone="warning" title={reconcile.incomplete(month.submission?.errorCount ?? 0)}>
      {correctUntil !== undefined && faulty.length > 0 ? (
        <p>
          {reconcile.waiting(dueDate(correctUntil))} {names.join(', ')}
          {more > 0 ? ` ${reconcile.andMore(more)}` : ''}. {reconcile.waitingText}
        </p>
      ) : undefined}
      {cannot ? (
        <p>
          {reconcile.cannot} {cannot.comment ?? ''}
        </p>
      ) : undefined}
      <p>{reconcile.incompleteText}</p>
    </Notice>
  );
}

import { ClosedNotice } from './closed-notice.tsx';
import { CorrectionNotice } from './correction-notice.tsx';
import type { LineShown, MonthView } from './lines.ts';
import { RowRemarks } from './row-remarks.tsx';
import { UntakenNotice } from './untaken-notice.tsx';

type Props = {
  readonly of: { readonly month: string; readonly providerId: string };
  readonly value: MonthView;
  readonly lines: readonly LineShown[];
  /** The officer may still decide. */
  readonly isOpen: boolean;
};

/** What is said of the files of a month before its lines: errors that are being corrected, what was seen in the rows. */
export function ReconcileNotices({ of, value, lines, isOpen }: Props) {
  const { state, submission } = value.month;
  return (
    <>
      <ClosedNotice value={value} />
      {value.untaken && isOpen ? <UntakenNotice untaken={value.untaken} /> : undefined}
      {state === 'incomplete' && isOpen ? <CorrectionNotice value={value} lines={lines} /> : undefined}
      {submission ? <RowRemarks of={of} isStated={state === 'stated'} /> : undefined}
    </>
  );
}

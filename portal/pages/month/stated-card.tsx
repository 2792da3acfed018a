import { useWords } from '../../app/language.ts';
import { Notice } from '../../parts/notice.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import type { MonthView } from './lines.ts';
import { RecordLink } from './report-box.tsx';
import { statedRows } from './stated-rows.tsx';
import { StatementFiles } from './statement-files.tsx';

type Props = { readonly of: { readonly month: string; readonly providerId: string }; readonly value: MonthView };

/** To a provider: what its month came to, also one that was closed with nothing handed in (A81), and what to invoice. */
export function StatedCard({ of, value: { month } }: Props) {
  const { handIn } = useWords();
  const { statement } = month;
  if (!statement) return null;
  return (
    <Notice tone="success" title={handIn.result}>
      <p>{handIn.resultText}</p>
      <SummaryList rows={[...statedRows(statement, handIn)]} />
      <RecordLink {...of} recordId={statement.recordId} />
      <StatementFiles of={of} />
    </Notice>
  );
}

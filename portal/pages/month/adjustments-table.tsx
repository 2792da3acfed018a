import type { AnswerOf } from '../../api/contract.ts';
import { hours, money } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { signedHours } from '../../app/signed-hours.ts';
import { DataTable } from '../../parts/table.tsx';
import { en, sv } from './adjustment-words.ts';

type Answer = AnswerOf<'GET /months/{month}/providers/{providerId}/adjustments'>;
type Row = Answer['adjustments'][number];

/** What has been decided of a stated month, and how far it has come. */
export function AdjustmentsTable({ adjustments, officers }: Pick<Answer, 'adjustments' | 'officers'>) {
  const { month } = useWords();
  const adjusting = useOwnWords(sv, en);
  return (
    <DataTable
      caption={adjusting.decided}
      rows={adjustments}
      keyOf={({ number }: Row) => number}
      columns={[
        { id: 'caseNo', name: month.columns.caseNo, cell: ({ caseNo }) => caseNo },
        { id: 'was', name: adjusting.was, figure: true, cell: ({ was }) => hours(was) },
        { id: 'now', name: adjusting.now, figure: true, cell: ({ now }) => hours(now) },
        { id: 'minutes', name: adjusting.difference, figure: true, cell: ({ minutes }) => signedHours(minutes) },
        {
          id: 'amount',
          name: adjusting.amount,
          figure: true,
          cell: ({ amountOre }) => (amountOre === undefined ? '' : money(amountOre)),
        },
        {
          id: 'why',
          name: adjusting.why,
          cell: (row) => row.because.map((fact) => adjusting.facts[fact] ?? fact).join(', '),
        },
        {
          id: 'comment',
          name: adjusting.comment,
          cell: ({ comment, decidedBy }) => `${comment} (${officers[decidedBy] ?? decidedBy})`,
        },
        { id: 'state', name: month.columns.decision, cell: ({ state }) => adjusting.states[state] },
      ]}
    />
  );
}

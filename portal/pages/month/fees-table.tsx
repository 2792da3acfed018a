import type { AnswerOf } from '../../api/contract.ts';
import { number, tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useProviders } from '../../app/use-providers.ts';
import { DataTable } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { sumOf } from './lines.ts';

export type FeeRows = AnswerOf<'GET /months/{month}/fees'>['items'];
type Row = FeeRows[number];
type Figure = 'granted' | 'performed' | 'charged' | 'paidAbsence' | 'unpaidAbsence' | 'absenceDays';

const figures = ['granted', 'performed', 'charged', 'paidAbsence', 'unpaidAbsence', 'absenceDays'] as const;
const written = (id: Figure, value: number): string =>
  id === 'absenceDays' && value > 0 ? number(value) : tight(value);

/** What each customer's fee is decided on; the sums are of every row, also of those further down than is shown. */
export function FeesTable({
  month,
  rows,
  most,
}: {
  readonly month: string;
  readonly rows: FeeRows;
  readonly most: number;
}) {
  const { columns, states, caption, sum } = useWords().fees;
  const nameOf = useProviders();
  return (
    <DataTable
      caption={caption}
      rows={rows.slice(0, most)}
      keyOf={({ caseNo, providerId }) => `${caseNo} ${providerId}`}
      columns={[
        { id: 'caseNo', name: columns.caseNo, cell: ({ caseNo }) => caseNo, foot: sum(rows.length) },
        {
          id: 'provider',
          name: columns.provider,
          cell: ({ providerId }) => (
            <a class="ds-link" href={hrefOf('/manad/:month/:providerId', { month, providerId })}>
              {nameOf(providerId)}
            </a>
          ),
        },
        ...figures.map((id) => ({
          id,
          name: columns[id],
          figure: true,
          cell: (row: Row) => written(id, row[id]),
          foot: written(
            id,
            sumOf(rows, (row) => row[id]),
          ),
        })),
        {
          id: 'state',
          name: columns.state,
          cell: ({ state }) => <Tag tone={state === 'PRELIMINÄR' ? 'info' : 'success'}>{states[state]}</Tag>,
        },
      ]}
    />
  );
}

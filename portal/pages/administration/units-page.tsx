import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { type Column, DataTable } from '../../parts/table.tsx';
import { Back } from './crumb.tsx';

type OwnUnit = AnswerOf<'GET /units'>['items'][number];

/** The units that buy hours of each other: where each belongs, what pays, and by which routine it buys. */
export function UnitsPage() {
  const { units } = useWords().administration;
  const columns: readonly Column<OwnUnit>[] = [
    { id: 'name', name: units.name, cell: ({ name }) => name, sort: ({ name }) => name },
    { id: 'board', name: units.board, cell: ({ board }) => board, sort: ({ board }) => board },
    { id: 'area', name: units.area, cell: ({ area }) => area, sort: ({ area }) => area },
    { id: 'costCentre', name: units.costCentre, cell: ({ costCentre }) => costCentre },
    { id: 'routine', name: units.routine, cell: ({ routine }) => routine ?? units.noRoutine },
  ];
  return (
    <>
      <Back />
      <PageHead title={units.title} lead={units.lead} />
      <Loaded of={useAsk('GET /units')}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="card nothing">{units.none}</p>
          ) : (
            <div class="wide-cells">
              <DataTable caption={units.caption} columns={columns} rows={items} keyOf={({ id }) => id} />
            </div>
          )
        }
      </Loaded>
    </>
  );
}

import { money, tight } from '../../../app/format.ts';
import { useUnits } from '../../../app/use-units.ts';
import { DataTable } from '../../../parts/table.tsx';
import type { BasisShown } from './basis-shown.ts';
import { useBasisWords } from './use-basis-words.ts';

/** Where a month's cost has been put: out of one unit and into the other, which comes to nothing (B-30, A78). */
export function CostSplit({ basis }: { readonly basis: BasisShown }) {
  const words = useBasisWords();
  const nameOf = useUnits();
  const { allocation, minutes } = basis;
  if (!allocation) return null;
  return (
    <>
      <h3>{words.costTitle}</h3>
      <div class="wide-cells">
        <DataTable
          caption={words.costTitle}
          captionHidden
          rows={allocation.rows}
          keyOf={({ unitId, costCentre, account, amountOre }) => `${unitId} ${costCentre} ${account} ${amountOre}`}
          columns={[
            { id: 'unit', name: words.unit, cell: ({ unitId }) => nameOf(unitId), foot: words.sum },
            { id: 'costCentre', name: words.costCentre, cell: ({ costCentre }) => costCentre },
            { id: 'account', name: words.account, cell: ({ account }) => account },
            { id: 'hours', name: words.hours, figure: true, cell: () => tight(minutes) },
            {
              id: 'amount',
              name: words.amount,
              figure: true,
              cell: ({ amountOre }) => money(amountOre),
              foot: money(allocation.sumOre),
            },
          ]}
        />
      </div>
      <p role="status">{words.sumZero(money(allocation.sumOre))}</p>
    </>
  );
}

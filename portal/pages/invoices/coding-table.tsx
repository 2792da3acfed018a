import { money } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { DataTable } from '../../parts/table.tsx';
import { en, sv } from './act-words.ts';
import type { InvoiceShown } from './invoice-shown.ts';

/** How an invoice is booked, a row each, and what the rows come to. */
export function CodingTable({ rows }: { readonly rows: NonNullable<InvoiceShown['coding']>['rows'] }) {
  const { invoices } = useWords();
  const act = useOwnWords(sv, en);
  const dims = [...new Set(rows.flatMap((row) => Object.keys(row.dims)))].toSorted();
  return (
    <DataTable
      caption={invoices.codingCaption}
      rows={rows.map((row, at) => ({ ...row, at }))}
      keyOf={({ at }) => String(at)}
      columns={[
        { id: 'account', name: act.account, cell: ({ account }) => account, foot: invoices.sum },
        ...dims.map((dim) => ({
          id: dim,
          name: act.dims[dim] ?? act.dim(dim),
          cell: (row: { readonly dims: Readonly<Record<string, string>> }) => row.dims[dim] ?? '–',
        })),
        {
          id: 'ore',
          name: invoices.amount,
          figure: true,
          cell: ({ amountOre }) => money(amountOre),
          foot: money(rows.reduce((sum, { amountOre }) => sum + amountOre, 0)),
        },
      ]}
    />
  );
}

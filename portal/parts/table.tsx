import type { ComponentChildren, HTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../app/language.ts';

export type Column<Row> = {
  readonly id: string;
  readonly name: string;
  /** Figures stand to the right, so that they line up. */
  readonly figure?: boolean;
  readonly cell: (row: Row) => ComponentChildren;
  /** What the column is sorted by; without it, it is not. */
  readonly sort?: (row: Row) => string | number;
  /** The sum of the column, in the last row. */
  readonly foot?: ComponentChildren;
};

type Sorting = { readonly id: string; readonly down: boolean };

function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | undefined,
): readonly Row[] {
  const by = columns.find(({ id }) => id === sorting?.id)?.sort;
  if (!by) return rows;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const inOrder = rows.toSorted((a, b) => {
    const [one, other] = [by(a), by(b)];
    return typeof one === 'number' && typeof other === 'number' ? one - other : collator.compare(`${one}`, `${other}`);
  });
  return sorting?.down ? inOrder.toReversed() : inOrder;
}

type Props<Row> = {
  /** Names the table; shown above it unless `captionHidden`. */
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** What more a row is: `aria-current`, a handler, a class. */
  readonly rowProps?: (row: Row) => HTMLAttributes<HTMLTableRowElement>;
  readonly empty?: ComponentChildren;
};

/** A table whose first column names the row. It scrolls by itself on a narrow screen, and by the keyboard too. */
export function Table<Row>({ caption, captionHidden, columns, rows, keyOf, rowProps, empty }: Props<Row>) {
  const { parts, states } = useWords();
  const [sorting, setSorting] = useState<Sorting>();
  const side = ({ figure }: Column<Row>) => (figure ? 'figure' : undefined);
  const turn = (id: string) => setSorting((now) => ({ id, down: now?.id === id && !now.down }));
  const hasFoot = columns.some(({ foot }) => foot !== undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (2.1.1).
    <section class="table-region" aria-label={caption} tabIndex={0}>
      <table class="table">
        <caption class={captionHidden ? 'ds-sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                class={side(column)}
                aria-sort={
                  column.sort === undefined || sorting?.id !== column.id
                    ? undefined
                    : sorting.down
                      ? 'descending'
                      : 'ascending'
                }
              >
                {column.sort === undefined ? (
                  column.name
                ) : (
                  <button
                    type="button"
                    class="sorter"
                    title={parts.sortBy(column.name)}
                    onClick={() => turn(column.id)}
                  >
                    {column.name}
                    <span aria-hidden="true">{sorting?.id === column.id ? (sorting.down ? ' ↓' : ' ↑') : ' ↕'}</span>
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 ? (
            <tr>
              <td colSpan={columns.length} class="nothing">
                {empty ?? states.nothing}
              </td>
            </tr>
          ) : (
            sorted(rows, columns, sorting).map((row) => (
              <tr key={keyOf(row)} {...rowProps?.(row)}>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.id} scope="row" class={side(column)}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.id} class={side(column)}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))
          )}
        </tbody>
        {hasFoot ? (
          <tfoot>
            <tr>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row">
                    {column.foot}
                  </th>
                ) : (
                  <td key={column.id} class={side(column)}>
                    {column.foot}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        ) : undefined}
      </table>
    </section>
  );
}

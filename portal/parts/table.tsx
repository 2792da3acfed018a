import { Component, type ComponentChildren, type HTMLAttributes } from 'preact';
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
  /** Whether a row is drawn as it was, so that a change in one does not redraw two hundred. Needs columns that stay. */
  readonly same?: (before: Row, now: Row) => boolean;
  /** The last rows, by column, where the columns must stay the same while the sums change. */
  readonly feet?: readonly Readonly<Record<string, ComponentChildren>>[];
  readonly empty?: ComponentChildren;
};

const side = <Row,>({ figure }: Column<Row>) => (figure ? 'figure' : undefined);

class TableRow<Row> extends Component<Pick<Props<Row>, 'columns' | 'rowProps' | 'same'> & { readonly row: Row }> {
  override shouldComponentUpdate(next: Readonly<typeof this.props>): boolean {
    return next.columns !== this.props.columns || !next.same?.(this.props.row, next.row);
  }
  override render() {
    const { row, columns, rowProps } = this.props;
    return (
      <tr {...rowProps?.(row)}>
        {columns.map((column, index) =>
          index === 0 ? (
            <th key={column.id} scope="row" class={side(column)}>
              {column.cell(row)}
            </th>
          ) : (
            <td key={column.id} class={side(column)} data-name={column.name}>
              {column.cell(row)}
            </td>
          ),
        )}
      </tr>
    );
  }
}

const feetOf = <Row,>(columns: readonly Column<Row>[]): NonNullable<Props<Row>['feet']> =>
  columns.some(({ foot }) => foot !== undefined) ? [Object.fromEntries(columns.map(({ id, foot }) => [id, foot]))] : [];

/**
 * A table whose first column names the row. On a narrow screen each row is a card that names its cells; between narrow and
 * wide the table scrolls by itself, and by the keyboard too.
 */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  keyOf,
  rowProps,
  same,
  feet = feetOf(columns),
  empty,
}: Props<Row>) {
  const { parts, states } = useWords();
  const [sorting, setSorting] = useState<Sorting>();
  const turn = (id: string) => setSorting((now) => ({ id, down: now?.id === id && !now.down }));
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
                    <span aria-hidden="true">
                      {sorting?.id === column.id ? (sorting.down ? '\u00a0↓' : '\u00a0↑') : '\u00a0↕'}
                    </span>
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
              <TableRow key={keyOf(row)} row={row} columns={columns} rowProps={rowProps} same={same} />
            ))
          )}
        </tbody>
        {feet.length > 0 ? (
          <tfoot>
            {feet.map((foot, at) => (
              <tr key={at}>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.id} scope="row">
                      {foot[column.id]}
                    </th>
                  ) : (
                    <td key={column.id} class={side(column)} data-name={column.name}>
                      {foot[column.id]}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tfoot>
        ) : undefined}
      </table>
    </section>
  );
}

import type { RowSeen } from './rows-seen.ts';

/** Rows that meet, and what they have in common. */
export type Meeting<Kind extends string> = { readonly kind: Kind; readonly rows: readonly number[] };

const inOrder = (lines: Iterable<number>): number[] => [...lines].sort((one, other) => one - other);

/** Rows that are still under way are held against each new one; of more than these the latest to end are enough. */
const mostUnderWay = 200;

/**
 * Groups of rows that meet as instants, by the kind that `kindOf` gives two that do; it gives none for two that may.
 * A row that ends when another starts does not meet it.
 */
export function meetings<Kind extends string>(
  rows: readonly RowSeen[],
  kindOf: (one: RowSeen, other: RowSeen) => Kind | undefined,
): Meeting<Kind>[] {
  const found: Meeting<Kind>[] = [];
  let underWay: RowSeen[] = [];
  let group = new Map<Kind, Set<number>>();
  const close = () => {
    for (const [kind, lines] of group) found.push({ kind, rows: inOrder(lines) });
    group = new Map();
  };
  for (const one of rows.toSorted((a, b) => a.from - b.from || a.row - b.row)) {
    underWay = underWay.filter(({ till }) => till > one.from);
    if (underWay.length === 0) close();
    for (const other of underWay) {
      const kind = kindOf(other, one);
      if (kind === undefined) continue;
      const lines = group.get(kind) ?? new Set();
      group.set(kind, lines.add(other.row).add(one.row));
    }
    if (one.till > one.from) underWay.push(one);
    if (underWay.length > mostUnderWay) underWay = underWay.toSorted((a, b) => b.till - a.till).slice(0, mostUnderWay);
  }
  close();
  return found;
}

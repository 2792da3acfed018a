/**
 * Which columns a row or a header lacks, by name, and which it has that nobody knows, counted from 1: what is written in
 * them may be anything, and is never repeated (N14).
 */
export type ColumnsWrong = {
  readonly missing: readonly string[];
  readonly unknown: readonly number[];
  /** How many unknown ones there are beyond those that are named. */
  readonly more?: number;
};

/** So many are named of each. */
export const mostColumns = 10;

export const columnsWrong = (missing: readonly string[], unknown: readonly number[]): ColumnsWrong => ({
  missing,
  unknown: unknown.slice(0, mostColumns),
  ...(unknown.length > mostColumns ? { more: unknown.length - mostColumns } : {}),
});

/** A few names as people say them, and how many more there are. */
function listed(names: readonly (string | number)[], beyond: number): string {
  const [shown, rest] = [names.slice(0, mostColumns), Math.max(0, names.length - mostColumns) + beyond];
  if (rest > 0) return `${shown.join(', ')} och ${rest} till`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} och ${shown.at(-1)}` : `${shown[0] ?? ''}`;
}

/** All that is wrong with the columns, in one or two sentences; none where they only stand in another order. */
export const columnsInWords = ({ missing, unknown, more = 0 }: ColumnsWrong): string =>
  [
    missing.length > 0 ? `Det här saknas: ${listed(missing, 0)}.` : '',
    unknown.length > 0 ? `Det här känns inte igen: kolumn nummer ${listed(unknown, more)}.` : '',
  ]
    .filter((one) => one !== '')
    .join(' ');

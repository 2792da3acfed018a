import type { ColumnsWrong } from '../../../shared/domain/columns-wrong.ts';
import { type LetterFields, mostRows, RowFault } from '../../../shared/domain/letters/letter-record.ts';

type Found = {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
  readonly code: string;
  readonly columns?: ColumnsWrong;
};

/** What is missing altogether has no row, and is as much to mend as one. */
const rowsOf = (errors: readonly Found[]): number =>
  new Set(errors.map(({ file, row }, n) => (row === undefined ? n : `${file} ${row}`))).size;

/**
 * What is wrong in a provider's files as a letter may tell it: the first of it by place and code, and how many rows more
 * (N14). `beyond`: rows that were counted and are not among the errors.
 */
export function faultsInLetter(errors: readonly Found[], beyond = 0): Pick<LetterFields, 'faults' | 'more'> {
  const faults = errors.slice(0, mostRows).flatMap(({ file, row, column, code, columns }) => {
    const whole = RowFault.safeParse({ file, row, column, code, columns });
    // A place that is no column of the files is left out: the row says enough.
    const bare = whole.success ? whole : RowFault.safeParse({ file, row, code, columns });
    return bare.success ? [bare.data] : [];
  });
  const isNamed = ({ file, row }: Found) =>
    row !== undefined && faults.some((one) => one.file === file && one.row === row);
  const more = rowsOf(errors.slice(mostRows).filter((one) => !isNamed(one))) + beyond;
  return { ...(faults.length > 0 ? { faults } : {}), ...(more > 0 ? { more } : {}) };
}

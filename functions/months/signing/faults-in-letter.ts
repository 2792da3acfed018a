import { type LetterFields, mostRows, RowFault } from '../../../shared/domain/letters/letter-record.ts';

type Found = { readonly file: string; readonly row?: number; readonly column?: string; readonly code: string };

/** What is wrong in a month's files as a letter may tell it: the first of it by place and code, and how much more (N14). */
export function faultsInLetter(errors: readonly Found[]): Pick<LetterFields, 'faults' | 'more'> {
  const faults = errors.slice(0, mostRows).flatMap(({ file, row, column, code }) => {
    const whole = RowFault.safeParse({ file, row, column, code });
    // A place that is no column of the files is left out: the row says enough.
    const bare = whole.success ? whole : RowFault.safeParse({ file, row, code });
    return bare.success ? [bare.data] : [];
  });
  const more = errors.length - faults.length;
  return { ...(faults.length > 0 ? { faults } : {}), ...(more > 0 ? { more } : {}) };
}

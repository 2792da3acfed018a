import type { DeviationForm } from './deviation-form.ts';
import { type FileError, hiddenIn, inFileOrder } from './file-errors.ts';
import type { Ledger } from './ledger.ts';

/** What is wrong with the two files, and what is to be known of them. */
export type VerdictOnFiles = {
  readonly status: 'COMPLETE' | 'INCOMPLETE';
  readonly errors: readonly FileError[];
  readonly warnings: readonly FileError[];
  /** How many there are beyond those, where a file has more than are kept: errors by file, and warnings. */
  readonly more?: { readonly report: number; readonly deviations: number; readonly warnings: number };
};

/** The verdict on the files, in the order of their rows. */
export function fileVerdict(ledger: Ledger, form: DeviationForm): VerdictOnFiles {
  const errors = inFileOrder([...ledger.errors.kept, ...form.errors.kept]);
  const warnings = inFileOrder([
    ...(ledger.fileHides ? [hiddenIn('report')] : []),
    ...ledger.warnings.kept,
    ...(form.hides ? [hiddenIn('deviations')] : []),
  ]);
  const more = { report: ledger.errors.more, deviations: form.errors.more, warnings: ledger.warnings.more };
  const isMore = Object.values(more).some((count) => count > 0);
  return { status: errors.length > 0 ? 'INCOMPLETE' : 'COMPLETE', errors, warnings, ...(isMore ? { more } : {}) };
}

/** How many errors are only counted. */
export const onlyCounted = ({ more }: Pick<VerdictOnFiles, 'more'>): number =>
  more ? more.report + more.deviations : 0;

/** All errors, those that are only counted too. */
export const errorCount = (verdict: Pick<VerdictOnFiles, 'errors' | 'more'>): number =>
  verdict.errors.length + onlyCounted(verdict);

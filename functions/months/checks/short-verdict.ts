import type * as z from 'zod';
import type { DryRun } from '../dry-run/dry-run.ts';
import type { FileVerdict } from './dry-run-view.ts';

/** So many of each are shown on a page and kept with the month; the dry run that is kept has them all. */
const shown = 500;

export const shortened = ({ status, errors, warnings }: DryRun['file']): z.infer<typeof FileVerdict> => ({
  status,
  errors: errors.slice(0, shown),
  warnings: warnings.slice(0, shown),
});

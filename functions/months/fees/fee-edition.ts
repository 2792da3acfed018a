import * as z from 'zod';
import { Instant, Month } from '../../../shared/domain/local-time.ts';
import type { FeeRow } from './fee-row.ts';

/** What whoever reads the fees holds against what they have read: which one it is, how many rows, and what they come to. */
export const feeSums = {
  serial: z
    .int()
    .min(0)
    .meta({ description: 'Which edition of the month’s rows this is, from 1 without gaps; 0: no rows' }),
  rowCount: z.int(),
  controlSum: z.int().meta({ description: 'Minutes paid, of all rows together' }),
  sha256: z.string().meta({ description: 'Of the file with these rows' }),
};

/** The rows of a month as they were given out: numbered, and the same whenever they are asked for by their number. */
export const FeeEdition = z.object({ month: Month, ...feeSums, at: Instant, documentId: z.string() });
export type FeeEdition = z.infer<typeof FeeEdition>;
export type FeeSums = Pick<FeeEdition, keyof typeof feeSums>;

export const controlSumOf = (rows: readonly Pick<FeeRow, 'charged'>[]): number =>
  rows.reduce((sum, { charged }) => sum + charged, 0);

import * as z from 'zod';

/** One thing wrong with a file: where, which stable code, and a sentence. Rows are lines of the file, the header being 1. */
export const FileError = z
  .object({
    file: z.enum(['report', 'deviations']),
    row: z.int().optional(),
    column: z.string().optional(),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'FileError' });

export const TrailEntry = z
  .object({
    row: z.int().optional(),
    rows: z.int().optional(),
    minutes: z.int(),
    outcome: z.string(),
    rule: z.string(),
    text: z.string(),
  })
  .meta({ id: 'TrailEntry' });

export const FileVerdict = z.object({
  status: z.enum(['COMPLETE', 'INCOMPLETE']),
  errors: z.array(FileError),
  warnings: z.array(FileError),
});

const Sums = z.object({ ordered: z.int(), performed: z.int() });

/** The dry run: what the municipality would decide on these files today; whole minutes throughout, amounts in öre. */
export const DryRunView = z
  .object({
    provider: z.string(),
    file: FileVerdict,
    cases: z.array(
      z.object({
        caseNo: z.string(),
        granted: z.int(),
        ordered: z.int(),
        performed: z.int(),
        absence: z.int(),
        submitted: z.int(),
        charged: z.int(),
        topUp: z.int(),
        status: z.enum(['MATCH', 'MISMATCH', 'FAULTY']),
        unpaid: z.record(z.string(), z.int()),
        faults: z.array(z.string()),
        warnings: z.array(z.string()),
        trail: z.array(TrailEntry),
      }),
    ),
    total: z.object({ minutes: z.int(), amountOre: z.int() }),
    sums: z
      .object({
        stated: Sums.optional(),
        counted: Sums,
        cases: z.array(z.object({ caseNo: z.string(), stated: Sums, counted: Sums })),
      })
      .optional()
      .meta({ description: 'The file’s own sums beside those of its rows, and the cases in which they differ (L-24)' }),
  })
  .meta({ id: 'DryRun' });

import * as z from 'zod';
import { Month } from '../../../shared/domain/local-date.ts';
import type { DryRun } from '../dry-run/dry-run.ts';
import { told } from '../dry-run/file-errors.ts';
import { onlyCounted } from '../dry-run/file-verdict.ts';
import { type KeptTrail, mostOfCase } from '../dry-run/kept-trail.ts';
import type { TrailEntry } from '../dry-run/trail.ts';

/** One thing wrong with a file: where, which stable code, and a sentence. Rows are lines of the file, the header being 1. */
const FileError = z
  .object({
    file: z.enum(['report', 'deviations']),
    row: z.int().optional(),
    column: z.string().optional(),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'FileError' });

export const TrailEntryView = z
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
  errors: z.array(FileError).meta({ description: 'The first of them, in the order of the file' }),
  warnings: z.array(FileError),
  more: z
    .object({ errors: z.int(), warnings: z.int() })
    .optional()
    .meta({ description: 'How many there are beyond those that are told; `utfort check` tells the first 20,000' }),
});

/** Nobody mends more in one go; a file in which every row is wrong is wrong in one way. */
const mostTold = 500;

/** What is wrong with a file, as it is answered. */
export function fileView({ status, errors, warnings, more: beyond }: DryRun['file']): z.infer<typeof FileVerdict> {
  const untold = (all: readonly unknown[]) => Math.max(0, all.length - mostTold);
  const more = {
    errors: untold(errors) + onlyCounted({ more: beyond }),
    warnings: untold(warnings) + (beyond?.warnings ?? 0),
  };
  return {
    status,
    errors: errors.slice(0, mostTold).map(told),
    warnings: warnings.slice(0, mostTold).map(told),
    ...(more.errors + more.warnings > 0 ? { more } : {}),
  };
}

/** The reason for each minute, as it is answered; `utfort check` lists every row. A trail of before it was bounded is cut here. */
export function trailView({ trail, moreRows: beyond = 0 }: KeptTrail): { trail: TrailEntry[]; moreRows?: number } {
  const moreRows = Math.max(0, trail.length - mostOfCase) + beyond;
  return { trail: trail.slice(0, mostOfCase), ...(moreRows > 0 ? { moreRows } : {}) };
}

export const MoreRows = z.int().optional().meta({ description: 'How many entries the trail has beyond those told' });

const Sums = z.object({ ordered: z.int(), performed: z.int() });

/** The dry run: what the municipality would decide on these files today; whole minutes throughout, amounts in öre. */
export const DryRunView = z
  .object({
    provider: z.string(),
    otherMonth: Month.optional().meta({
      description: 'Every row of the time report is of this month, and none of the one asked about',
    }),
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
        trail: z.array(TrailEntryView),
        moreRows: MoreRows,
      }),
    ),
    next: z.string().optional().meta({ description: 'Where there are more cases' }),
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

/** The dry run as it is answered, with these of its cases. The sums that differ are beside their own cases. */
export function dryRunView(run: DryRun, cases = run.cases, next?: string): z.infer<typeof DryRunView> {
  const shown = new Set(cases.map(({ caseNo }) => caseNo));
  return DryRunView.parse({
    ...run,
    file: fileView(run.file),
    cases: cases.map((one) => ({ ...one, ...trailView(one) })),
    sums: { ...run.sums, cases: run.sums.cases.filter(({ caseNo }) => shown.has(caseNo)) },
    next,
  });
}

import * as z from 'zod';
import type { Pack } from '../../../shared/packs/pack.ts';
import { FileVerdict } from '../checks/dry-run-view.ts';
import type { DryRun } from '../dry-run/dry-run.ts';
import { isFormNeeded } from '../dry-run/no-form.ts';
import { isWhole, MonthDraft, missingFile } from './draft.ts';

/** What waits for the manager's signature, as the provider's own people see it; whole minutes, and öre. */
export const DraftView = z
  .object({
    draft: MonthDraft.omit({ dryRunId: true }),
    file: FileVerdict,
    missing: z.enum(['report', 'deviations']).optional().meta({ description: 'The one of the two that has not come' }),
    noFormNeeded: z.literal(true).optional().meta({
      description: 'The form that has not come is not asked for where there were no deviations (A60)',
    }),
    figures: z
      .object({ cases: z.int(), submitted: z.int(), performed: z.int(), minutes: z.int(), amountOre: z.int() })
      .optional()
      .meta({ description: 'What `check` gives for the two files; left out until both are there' }),
  })
  .meta({ id: 'MonthDraftView' });

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The figures of a dry run, in all. */
export const draftFigures = ({ cases, total }: DryRun) => ({
  cases: cases.length,
  submitted: sum(cases.map(({ submitted }) => submitted)),
  performed: sum(cases.map(({ performed }) => performed)),
  ...total,
});

export function draftView(
  { dryRunId: _, ...draft }: MonthDraft,
  file: z.infer<typeof FileVerdict>,
  run: DryRun,
  pack: Pick<Pack, 'params'>,
): z.infer<typeof DraftView> {
  const missing = missingFile(draft);
  return {
    draft,
    file,
    ...(missing === undefined ? {} : { missing }),
    ...(missing === 'deviations' && !isFormNeeded(pack) ? { noFormNeeded: true } : {}),
    ...(isWhole(draft) ? { figures: draftFigures(run) } : {}),
  };
}

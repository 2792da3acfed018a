import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import { WhyStep } from '../../../shared/domain/why.ts';
import { amountOre } from '../money.ts';
import { Adjustment } from './adjustment.ts';
import { numberOfAdjustment } from './adjustment-numbers.ts';
import type { ToAdjust } from './to-adjust.ts';

/** A case of a stated month that a fact has reached: nothing is proposed where a person had decided otherwise. */
export const ProposedAdjustment = z
  .object({
    caseNo: z.string(),
    officerId: z.string(),
    was: z.int(),
    now: z.int().optional(),
    minutes: z.int().optional(),
    amountOre: z.int().optional().meta({ description: 'If it were the only one' }),
    because: z.array(z.string()),
    why: z.array(WhyStep),
  })
  .meta({ id: 'ProposedAdjustment' });

export const AdjustmentView = Adjustment.omit({
  known: true,
  contacts: true,
  isOtherwise: true,
  differs: true,
  figures: true,
})
  .extend({
    number: z.string().meta({
      description: 'As it is stated; before that as it would be, if all that is decided were stated now',
    }),
    minutes: z.int(),
  })
  .meta({ id: 'AdjustmentView' });

export const AdjustingView = z.object({
  month: Month,
  providerId: z.string(),
  statedMinutes: z.int(),
  orePerHour: z.int(),
  proposed: z.array(ProposedAdjustment),
  rulesChanged: z.array(z.string()).meta({
    description: 'Cases whose stated facts come to other minutes today (`RULES_CHANGED`): nothing is proposed of them',
  }),
  adjustments: z.array(AdjustmentView),
  officers: z.record(z.string(), z.string()),
});

export const adjustmentView = (
  { known: _, contacts: __, isOtherwise: ___, differs: ____, figures: _____, ...one }: Adjustment,
  number = one.n,
): z.infer<typeof AdjustmentView> => ({
  ...one,
  number: numberOfAdjustment(one, number),
  minutes: one.now - one.was,
});

/** What a proposal comes to, on top of what the month comes to with all that is decided already. */
export function proposedView(
  { caseNo, officerId, was, proposed, because, why }: ToAdjust,
  { before, orePerHour }: { readonly before: number; readonly orePerHour: number },
): z.infer<typeof ProposedAdjustment> {
  const about = { caseNo, officerId, was, because: [...because], why: [...why] };
  if (proposed === undefined) return about;
  const minutes = proposed - was;
  const ore = amountOre(before + minutes, orePerHour) - amountOre(before, orePerHour);
  return { ...about, now: proposed, minutes, amountOre: ore };
}

/** A month's minutes with all that has been decided of it since. */
export const minutesBy = (stated: number, adjustments: readonly Adjustment[]): number =>
  adjustments.reduce((sum, { now, was }) => sum + now - was, stated);

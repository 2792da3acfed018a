import * as z from 'zod';
import { Instant, Month } from '../../../shared/domain/local-time.ts';
import { FeeFigures } from '../fees/fee-figures.ts';
import { Contact } from '../lines/line.ts';
import { type Priced, pricedRows } from './adjustment-rows.ts';

/**
 * A change of what was charged for a case in a month that is stated: decided by the responsible officer, reported with
 * the next month that is not yet signed, stated with that month. Whole minutes.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> decided
 *   decided --> decided: decided anew
 *   decided --> dropped: what was told is as it was again
 *   dropped --> decided: told again
 *   decided --> reported: the officer signs the report of a later month
 *   reported --> decided: that report is taken back
 *   reported --> stated: the head sends that month's statement
 * ```
 */
export const Adjustment = z
  .object({
    /** The month that was stated, whose minutes change. */
    month: Month,
    providerId: z.string(),
    /** In the order of the decisions, from 1 within the month and provider: what it is kept under. */
    n: z.int().min(1),
    /** The number that it is stated under (`adjustmentNumbers`); before that it has none. */
    number: z.int().min(1).optional(),
    caseNo: z.string(),
    officerId: z.string(),
    /** As it stood, earlier adjustments counted in, and as it is now. */
    was: z.int().min(0),
    now: z.int().min(0),
    because: z.array(z.string()),
    /** The facts by which the case differed from what was stated; older ones have none. */
    differs: z.array(z.string()).optional(),
    isOtherwise: z.literal(true).optional().meta({
      description: 'A person decided other minutes than were proposed, or nothing was: nor is anything after it',
    }),
    /** What its fee is decided on as the case was known then, and which submission it rests on; older ones have none. */
    figures: FeeFigures.extend({ version: z.int() }).optional(),
    comment: z.string(),
    contacts: z.array(Contact),
    decidedBy: z.string(),
    decidedAt: Instant,
    /** SHA-256 of what was known of the case when it was decided: when it is known otherwise, it is asked about again. */
    known: z.string(),
    state: z.enum(['decided', 'dropped', 'reported', 'stated']),
    /** The month whose report and statement it stands in. */
    inMonth: Month.optional(),
    /** Öre, as it was stated. */
    amountOre: z.int().optional(),
  })
  .meta({ id: 'Adjustment' });
export type Adjustment = z.infer<typeof Adjustment>;

const minutesOf = ({ was, now }: Pick<Adjustment, 'was' | 'now'>): number => now - was;

/** A month that was stated: its minutes and rate as they stand in its statement, whose SHA-256 it is known by. */
export type StatedAs = { readonly minutes: number; readonly orePerHour: number; readonly sha256: string };

/**
 * The adjustments of one statement in öre, by month and case: each the difference that it makes to its own month, on top
 * of what other statements have adjusted of it already.
 */
export function pricedAdjustments(
  these: readonly Adjustment[],
  earlier: readonly Adjustment[],
  statedAs: (month: Month) => StatedAs,
): readonly Priced<Adjustment>[] {
  return [...Map.groupBy(these, ({ month }) => month)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([month, rows]) => {
      const { minutes, orePerHour } = statedAs(month);
      const before = earlier
        .filter((one) => one.month === month && one.state === 'stated')
        .reduce((sum, one) => sum + minutesOf(one), minutes);
      return pricedRows(rows, before, orePerHour);
    });
}

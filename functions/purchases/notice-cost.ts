import type { LocalDate } from '../../shared/domain/local-time.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { amountOre } from '../months/door.ts';
import { boughtIn, type Extent, until } from './extent.ts';
import type { NoticePeriod } from './notice-period.ts';

/** Whole minutes, and whole öre for them. */
type Cost = { readonly minutes: number; readonly amountOre: number };

/** What short notice costs by each of the two readings, and by the one in force (M-23, A38). */
export type NoticeCost = {
  readonly billing: { readonly ACTUAL: Cost; readonly ORDERED: Cost };
  readonly charged: Cost & { readonly policy: 'ACTUAL' | 'ORDERED' };
};

type Ordered = {
  readonly before: Extent;
  /** What is left of it; absent where it ends. */
  readonly after?: Extent | undefined;
  readonly orePerHour: number;
  /** The agreed last day, and a death: nothing is owed for days that would not have been served. */
  readonly last?: LocalDate | undefined;
};

/**
 * The days from the wished day until the one that notice allows were ordered, and nobody is there to serve: by `ACTUAL`
 * nothing is charged for them, since nothing is performed (M-05, A80); by `ORDERED` what was ordered and is no longer.
 */
export function noticeCost(
  effective: LocalDate,
  { earliest }: Pick<NoticePeriod, 'earliest'>,
  { before, after, orePerHour, last }: Ordered,
  pack: Pack,
): NoticeCost {
  const end = until(earliest);
  const days = { from: effective, to: last !== undefined && last < end ? last : end };
  const lost = boughtIn(before, days) - (after ? boughtIn(after, days) : 0);
  const minutes = Math.max(0, lost);
  const billing = {
    ACTUAL: { minutes: 0, amountOre: 0 },
    ORDERED: { minutes, amountOre: amountOre(minutes, orePerHour) },
  };
  const policy = pack.params.noticeBilling;
  return { billing, charged: { policy, ...billing[policy] } };
}

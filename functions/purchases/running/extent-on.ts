import { dateOf, firstDay, type LocalDate, lastDay, type Month } from '../../../shared/domain/local-time.ts';
import { holdsSince } from '../agreements/new-terms.ts';
import { boughtInAll, type Extent, type ExtentPart, until } from '../extent.ts';
import type { Purchase } from '../purchase.ts';
import { lastHelpDay } from '../purchase-state.ts';

/** From a day on, another extent. */
type Step = { readonly on: LocalDate; readonly at: string; readonly extent: Extent };

/** Every extent that was agreed, by the day from which it holds; of two from one day the later agreed counts. */
function stepsOf(purchase: Purchase): readonly Step[] {
  const { from, extent, changes, notices, requested } = purchase;
  const changed = changes.flatMap((change) => {
    const { extent: next, effective, decision } = change;
    const since = holdsSince(purchase, change);
    if (!next || effective === undefined || !decision?.accept || since === undefined) return [];
    // What waits for both signatures holds from the day of the second at the earliest (H-17).
    const on = since === decision.at ? effective : max(effective, dateOf(since));
    return [{ on, at: decision.at, extent: next }];
  });
  const lowered = notices.flatMap(({ after, effective, at }) => (after ? [{ on: effective, at, extent: after }] : []));
  const later = [...changed, ...lowered].toSorted((one, other) =>
    `${one.on} ${one.at}` < `${other.on} ${other.at}` ? -1 : 1,
  );
  return [{ on: from, at: requested.at, extent }, ...later];
}

/** What is bought on a day (M-22, M-24). */
export const extentOn = (purchase: Purchase, day: LocalDate): Extent =>
  stepsOf(purchase).findLast(({ on }) => on <= day)?.extent ?? purchase.extent;

/** The minutes that were agreed for a month: on the days in force, rounded once for the purchase (B-27). */
export function agreedIn(purchase: Purchase, month: Month): number {
  const steps = stepsOf(purchase);
  const last = lastHelpDay(purchase) ?? lastDay(month);
  const begun = purchase.begun ? dateOf(purchase.begun.visitAt) : purchase.from;
  const first = [firstDay(month), begun].toSorted()[1] ?? begun;
  const end = last < lastDay(month) ? last : lastDay(month);
  const parts: ExtentPart[] = steps.map(({ on, extent }, n) => {
    const next = steps[n + 1];
    const to = next && until(next.on) < end ? until(next.on) : end;
    return { extent, period: { from: on > first || n > 0 ? max(on, first) : first, to } };
  });
  return boughtInAll(parts);
}

const max = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

import { type LocalDate, weekday } from '../../../shared/domain/local-time.ts';
import type { Purchase } from '../purchase.ts';
import { extentOn } from '../running/extent-on.ts';
import { isOnItsDays, isOrdered } from './basis-line.ts';
import type { PerformedRow } from './performed-rows.ts';

/** How well a purchase fits a visit: its service, its days, then the weekdays that were bought; the best first. */
function fit(purchase: Purchase, { code, on }: { readonly code: string; readonly on: LocalDate }): number {
  const isThen = isOnItsDays(purchase, on);
  const weekdays = extentOn(purchase, on).weekdays ?? [];
  const isOfDay = weekdays.length === 0 || weekdays.includes(weekday(on));
  return (isThen ? 4 : 0) + (isOrdered(purchase, code) ? 2 : 0) + (isOfDay ? 1 : 0);
}

/** The purchase of a case that a visit belongs to; of two that fit alike the one that was asked for first. */
const bestOf = (purchases: readonly Purchase[], row: PerformedRow): Purchase | undefined =>
  purchases
    .toSorted((one, other) => (`${one.requested.at} ${one.id}` < `${other.requested.at} ${other.id}` ? -1 : 1))
    .reduce<Purchase | undefined>(
      (best, one) => (best === undefined || fit(one, row) > fit(best, row) ? one : best),
      undefined,
    );

/** Rows by the purchase that they are of, and those whose case has none of this performer's. */
export type FittedRows = {
  readonly byPurchase: ReadonlyMap<string, readonly PerformedRow[]>;
  readonly strangers: readonly PerformedRow[];
};

/** Every row goes to one purchase, or is said to be of none: nothing is dropped in silence. */
export function fitted(rows: readonly PerformedRow[], purchases: readonly Purchase[]): FittedRows {
  const byCase = Map.groupBy(purchases, ({ caseNo }) => caseNo);
  const byPurchase = new Map<string, PerformedRow[]>();
  const strangers: PerformedRow[] = [];
  for (const row of rows) {
    const one = bestOf(byCase.get(row.caseNo) ?? [], row);
    const own = one && byPurchase.get(one.id);
    if (own) own.push(row);
    else if (one) byPurchase.set(one.id, [row]);
    else strangers.push(row);
  }
  return { byPurchase, strangers };
}

import { firstDay, type LocalDate, type Month } from '../../../shared/domain/local-date.ts';
import type { ProviderKind } from '../../../shared/packs/pack.ts';

/** The council's hourly compensation from a date on, which is the first of a month (L-36). */
export type Rate = {
  readonly validFrom: LocalDate;
  readonly orePerHour: number;
  /** Whom it holds for; all when it names no kind. */
  readonly kind?: ProviderKind | undefined;
  /** What it is paid for; everything when it names nothing. */
  readonly purpose?: RatePurpose | undefined;
};

/** What was ordered for a customer, or hours that one unit buys of another. */
export type RatePurpose = 'ORDER' | 'PURCHASE';

/**
 * The rate of the service month, whenever it is paid: the newest in force of the provider's kind, else the newest
 * without one; undefined before the first decision. One for the purpose goes before one for all.
 */
export function rateInForce<Of extends Rate>(
  rates: readonly Of[],
  month: Month,
  kind: ProviderKind,
  purpose: RatePurpose = 'ORDER',
): Of | undefined {
  const inForce = rates
    .filter(({ validFrom }) => validFrom <= firstDay(month))
    .toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1));
  for (const own of [purpose, undefined]) {
    const some = inForce.filter((rate) => rate.purpose === own);
    const found = some.find((rate) => rate.kind === kind) ?? some.find((rate) => rate.kind === undefined);
    if (found) return found;
  }
  return undefined;
}

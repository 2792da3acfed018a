import { firstDay, type LocalDate, type Month } from '../../../shared/domain/local-date.ts';
import type { ProviderKind } from '../../../shared/packs/pack.ts';

/** The council's hourly compensation from a date on, which is the first of a month (L-36). */
export type Rate = {
  readonly validFrom: LocalDate;
  readonly orePerHour: number;
  /** Whom it holds for; all when it names no kind. */
  readonly kind?: ProviderKind | undefined;
};

/**
 * The rate of the service month, whenever it is paid: the newest in force of the provider's kind, else the newest
 * without one; undefined before the first decision.
 */
export function rateInForce(rates: readonly Rate[], month: Month, kind: ProviderKind): Rate | undefined {
  const inForce = rates
    .filter(({ validFrom }) => validFrom <= firstDay(month))
    .toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1));
  return inForce.find((rate) => rate.kind === kind) ?? inForce.find((rate) => rate.kind === undefined);
}

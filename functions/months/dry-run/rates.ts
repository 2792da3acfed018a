import { firstDay, type LocalDate, type Month } from '../../../shared/domain/local-date.ts';

/** The council's hourly compensation from a date on, which is the first of a month (L-36). */
export type Rate = { readonly validFrom: LocalDate; readonly orePerHour: number };

/** The rate of the service month, whenever it is paid; undefined before the first decision. */
export const rateInForce = (rates: readonly Rate[], month: Month): Rate | undefined =>
  rates
    .filter((rate) => rate.validFrom <= firstDay(month))
    .reduce<Rate | undefined>(
      (latest, rate) => (latest && latest.validFrom > rate.validFrom ? latest : rate),
      undefined,
    );

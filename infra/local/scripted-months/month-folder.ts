import type { MonthDates } from '../../../functions/months/opening/month-dates.ts';
import type { MunicipalityFile } from '../../../functions/settings/reading-in/municipality-file.ts';
import type { Month } from '../../../shared/domain/local-time.ts';
import type { Files } from '../scripted-month/month-acts.ts';

export type CaseInFile = MunicipalityFile['cases'][number];

/** One month of the walk, as its folder says it. */
export type MonthFolder = {
  readonly month: Month;
  readonly dates: MonthDates;
  readonly file: MunicipalityFile;
  readonly files: ReadonlyMap<string, Files>;
  /** Providers that have cases in the month and never hand in (A81). */
  readonly silent: readonly string[];
};

export const sameServices = (one: Pick<CaseInFile, 'services'>, other: Pick<CaseInFile, 'services'>): boolean =>
  JSON.stringify(servicesIn(one)) === JSON.stringify(servicesIn(other));

const servicesIn = ({ services }: Pick<CaseInFile, 'services'>): readonly string[] =>
  services
    .map(({ code, minutesPerMonth, from, to }) => JSON.stringify([code, minutesPerMonth, from ?? null, to ?? null]))
    .sort();

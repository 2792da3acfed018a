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

/** Services as they stand from a day on: dates that only follow the case's own say nothing. */
const standingFrom = ({ services, to: caseTo }: CaseInFile, day: string): CaseInFile['services'] =>
  services.flatMap(({ from, to, ...service }) => {
    const until = caseTo !== null && to && to >= caseTo ? null : (to ?? null);
    if (until !== null && until < day) return [];
    return [{ ...service, ...(from && from > day ? { from } : {}), ...(until === null ? {} : { to: until }) }];
  });

/** Whether a provider that takes a case over has the services that the one before had when it did. */
export const takesOverSame = (before: CaseInFile, after: CaseInFile): boolean =>
  sameServices(before, after) ||
  sameServices({ services: standingFrom(before, after.from) }, { services: standingFrom(after, after.from) });

const servicesIn = ({ services }: Pick<CaseInFile, 'services'>): readonly string[] =>
  services
    .map(({ code, minutesPerMonth, from, to }) => JSON.stringify([code, minutesPerMonth, from ?? null, to ?? null]))
    .sort();

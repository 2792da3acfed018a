import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import type { ServiceEntry } from '../../../shared/domain/service-entry.ts';
import { sentence } from '../../../shared/messages/sentence.ts';

/** The services that may be ordered, each on its days; a municipality without a catalogue takes any code. */
export type Catalogue = readonly Pick<ServiceEntry, 'code' | 'from' | 'to'>[] | undefined;
type Asked = { readonly code: string; readonly from?: LocalDate | null | undefined };

/** Whether the catalogue has the code on some day from `first` to `last`. */
export const hasService = (catalogue: Catalogue, code: string, first: LocalDate, last: LocalDate | null): boolean =>
  catalogue === undefined ||
  catalogue.length === 0 ||
  catalogue.some(
    (one) => one.code === code && (!one.from || last === null || one.from <= last) && (!one.to || first <= one.to),
  );

/** The services that may not be ordered from their first day, by their places; where there is none nothing is asked. */
export const uncatalogued = (
  catalogue: Catalogue,
  services: readonly (Asked | undefined)[],
  first: LocalDate,
): readonly { readonly index: number; readonly code: string; readonly on: LocalDate }[] =>
  services.flatMap((asked, index) => {
    if (!asked) return [];
    const { code, from } = asked;
    const on = from && from > first ? from : first;
    return hasService(catalogue, code, on, on) ? [] : [{ index, code, on }];
  });

/** The same as faults, each at its place in the request. */
export const catalogueFaults = (
  catalogue: Catalogue,
  services: readonly (Asked | undefined)[],
  first: LocalDate,
  language: string,
): readonly Fault[] =>
  uncatalogued(catalogue, services, first).map(({ index, code, on }) => ({
    at: `body.services.${index}.code`,
    code: 'unknown-service',
    message: sentence('unknown-service', language, { code, on }),
  }));

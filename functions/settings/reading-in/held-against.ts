import { sharedServices } from '../../../shared/domain/assignment.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import type { ServiceEntry } from '../../../shared/domain/service-entry.ts';
import { hasService } from '../../orders/door.ts';
import type { MunicipalityFile } from './municipality-file.ts';

type Cases = MunicipalityFile['cases'];

const fault = (at: string, code: string, text: string): Fault => ({ at, code, message: `${at}: ${text}` });

/** A service that two providers of a case would have on the same days: nobody is served, or paid, twice (A74). */
const servedTwice = (cases: Cases): readonly Fault[] => {
  const seen = new Map<string, Cases[number][]>();
  return cases.flatMap((one, index) => {
    const before = seen.get(one.caseNo) ?? [];
    seen.set(one.caseNo, [...before, one]);
    const taken = new Set(before.flatMap((other) => sharedServices(one, other)));
    return one.services.flatMap(({ code }, n) =>
      taken.has(code)
        ? [fault(`cases[${index}].services[${n}].code`, 'service-taken', 'en annan utförare har insatsen de dagarna')]
        : [],
    );
  });
};

/** Services that the municipality's own catalogue has on none of their days. */
const uncatalogued = (cases: Cases, catalogue: readonly ServiceEntry[] | undefined): readonly Fault[] =>
  cases.flatMap(({ services, from, to }, index) =>
    services.flatMap((one, n) =>
      hasService(catalogue, one.code, one.from ?? from, one.to ?? to)
        ? []
        : [fault(`cases[${index}].services[${n}].code`, 'unknown-service', 'insatsen finns inte i kommunens katalog')],
    ),
  );

/** What cannot be made living orders of (A70), though the file can be read: it is held against itself and the catalogue. */
export const unlivable = (cases: Cases, catalogue: readonly ServiceEntry[] | undefined): readonly Fault[] => [
  ...servedTwice(cases),
  ...uncatalogued(cases, catalogue),
];

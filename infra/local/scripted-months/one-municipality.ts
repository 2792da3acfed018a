import { rateInForce } from '../../../functions/months/dry-run/rates.ts';
import type { MunicipalityFile } from '../../../functions/settings/reading-in/municipality-file.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import type { MonthFolder } from './month-folder.ts';

type Rate = MunicipalityFile['rates'][number];

const rateKey = ({ validFrom, kind, purpose }: Rate): string => [validFrom, kind ?? '', purpose ?? ''].join(' ');

/** Those of every month, the latest month's word of each. */
const together = <Item>(
  folders: readonly MonthFolder[],
  of: (file: MunicipalityFile) => readonly Item[],
  caseAtProvider: (item: Item) => string,
): Item[] => [...new Map(folders.flatMap(({ file }) => of(file).map((item) => [caseAtProvider(item), item]))).values()];

/** Where a month would be judged by something else than its own file says. */
function contradictions(folders: readonly MonthFolder[], rates: readonly Rate[]): readonly Fault[] {
  const kinds = new Map<string, string>();
  return folders.flatMap(({ month, file }) =>
    file.providers.flatMap(({ id, kind }) => {
      const fault = (code: string, text: string): Fault => ({
        at: `${month}/cases.json`,
        code,
        message: `${month}/cases.json: ${text}`,
      });
      const before = kinds.get(id) ?? kind;
      kinds.set(id, before);
      const rate = (some: readonly Rate[]) => rateInForce(some, month, kind)?.orePerHour;
      return [
        ...(before === kind ? [] : [fault('provider-kind', `utföraren ${id} är av en annan sort i en tidigare månad`)]),
        ...(rate(rates) === rate(file.rates)
          ? []
          : [fault('rate-in-stated-month', `timersättningen för ${id} är en annan i en annan månads fil`)]),
      ];
    }),
  );
}

/**
 * The municipality of all the months as one, without cases. Refused where two months contradict each other in what a
 * stated month is judged by: a rate, or what kind of provider it is.
 */
export function oneMunicipality(folders: readonly MonthFolder[]): Result<MunicipalityFile> {
  const [first] = folders;
  if (!first) throw new Error('there is no month to walk');
  const ids = ({ id }: { readonly id: string }) => id;
  const rates = together(folders, (file) => file.rates, rateKey);
  const faults = contradictions(folders, rates);
  if (faults.length > 0) return refuse('invalid', 'months-contradict', faults);
  const unitsAndPeople = {
    officers: together(folders, ({ officers }) => officers, ids),
    people: together(
      folders,
      ({ people }) => people,
      ({ id, role }) => `${id} ${role}`,
    ),
    units: together(folders, ({ units }) => units, ids),
  };
  const buyer = folders.findLast(({ file }) => file.buyer)?.file.buyer;
  const booking = folders.findLast(({ file }) => file.booking)?.file.booking;
  return accept({
    ...first.file,
    ...(buyer ? { buyer } : {}),
    ...(booking ? { booking } : {}),
    ...{ rates, providers: together(folders, ({ providers }) => providers, ids), ...unitsAndPeople, cases: [] },
  });
}

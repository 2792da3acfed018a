import * as z from 'zod';
import { Service } from '../../shared/domain/assignment.ts';
import { CaseNumber, SafeId } from '../../shared/domain/case-number.ts';
import { Identity } from '../../shared/domain/identity.ts';
import { LocalDate, Month } from '../../shared/domain/local-date.ts';
import { accept, type Fault, type Result, refuse } from '../../shared/domain/result.ts';
import { rateInForce } from '../months/rates.ts';
import { sumService, totalCase } from '../months/report-row.ts';

const Contact = z.object({ id: SafeId, name: z.string().optional(), email: z.string().optional() });

const Provider = Contact.extend({ number: z.int().min(1).optional(), kind: z.enum(['municipal', 'private']) });

/** A role that this version does not know is let pass: such a person simply cannot sign in yet. */
const Person = Contact.extend({ role: z.string(), providerId: SafeId.optional() });

/** The council's compensation in öre an hour from a day on (L-36). */
const Rate = z.object({ validFrom: LocalDate, orePerHour: z.int().min(0) });

/** A case at one provider, on the days it has it; after a switch the number stands once per provider. */
const Case = z.object({
  caseNo: CaseNumber,
  providerId: SafeId,
  officerId: SafeId,
  customer: Identity.partial().optional(),
  services: z.array(Service),
  from: LocalDate,
  to: LocalDate.nullish().transform((date) => date ?? null),
});

/** `cases.json`: a municipality, its people and its decided cases, as one month needs them. Unknown fields are ignored. */
export const MunicipalityFile = z.object({
  municipality: z.string().min(1),
  month: Month,
  rates: z.array(Rate),
  providers: z.array(Provider).min(1),
  officers: z.array(Contact),
  people: z.array(Person).default([]),
  cases: z.array(Case),
});
export type MunicipalityFile = z.output<typeof MunicipalityFile>;

/** Reads `cases.json`. Every fault is named by its path, all at once, and none repeats what stands there. */
export function readMunicipalityFile(json: unknown): Result<MunicipalityFile, 'bad-cases'> {
  const read = MunicipalityFile.safeParse(json);
  const faults = [
    ...(read.error?.issues ?? []).map(shapeFault),
    ...contradictions(read.success ? read.data : readable(json)),
  ];
  const each = [...new Map(faults.map((one) => [one.message, one])).values()];
  return read.success && each.length === 0 ? accept(read.data) : refuse('invalid', 'bad-cases', each);
}

const sentences = {
  'bad-value': 'värdet saknas eller är fel',
  'to-before-from': 'slutar före det börjar',
  'same-id-twice': 'samma id finns redan',
  'same-case-twice': 'utföraren har ärendet redan; ett ärende står en gång per utförare',
  'unknown-provider': 'utföraren finns inte bland providers',
  'unknown-officer': 'handläggaren finns inte bland officers',
  'rate-not-on-first': 'timersättningen ändras bara den första i en månad',
  'same-rate-twice': 'en timersättning från samma dag finns redan',
  'no-rate': 'ingen timersättning gäller under månaden',
  'reserved-name': 'ordet betyder något annat i tidsrapporten',
} as const;

const fault = (at: string, code: keyof typeof sentences): Fault => ({ at, code, message: `${at}: ${sentences[code]}` });

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '') || 'cases.json';

const shapeFault = ({ path, message }: z.core.$ZodIssue): Fault =>
  fault(pathOf(path), message === 'to-before-from' ? 'to-before-from' : 'bad-value');

/** The items of the file, undefined where one cannot be read. */
type Readable = { readonly month?: Month } & {
  readonly [List in 'rates' | 'providers' | 'officers' | 'people' | 'cases']: readonly (
    | MunicipalityFile[List][number]
    | undefined
  )[];
};

/** What can be read of a file that as a whole cannot, so that all of it is mended in one go. */
function readable(json: unknown): Readable {
  const parts = z.record(z.string(), z.unknown()).catch({}).parse(json);
  const items = <Schema extends z.ZodType>(list: unknown, schema: Schema) =>
    z.array(schema.optional().catch(undefined)).catch([]).parse(list);
  return {
    month: Month.optional().catch(undefined).parse(parts.month),
    rates: items(parts.rates, Rate),
    providers: items(parts.providers, Provider),
    officers: items(parts.officers, Contact),
    people: items(parts.people, Person),
    cases: items(parts.cases, Case),
  };
}

/** Where the items of the file contradict each other or themselves. */
function contradictions({ month, rates, providers, officers, people, cases }: Readable): readonly Fault[] {
  const knows = (list: readonly ({ readonly id: string } | undefined)[]) => {
    const ids = new Set(list.map((item) => item?.id));
    return (id: string): boolean => ids.has(id) || ids.has(undefined);
  };
  const [knowsProvider, knowsOfficer] = [knows(providers), knows(officers)];
  const officerIds = new Set(officers.map((officer) => officer?.id));
  const faults = [
    ...repeated(rates, 'rates', ({ validFrom }) => validFrom, 'same-rate-twice', 'validFrom'),
    ...repeated(providers, 'providers', ({ id }) => id, 'same-id-twice', 'id'),
    ...repeated(officers, 'officers', ({ id }) => id, 'same-id-twice', 'id'),
    ...repeated(people, 'people', ({ id }) => id, 'same-id-twice', 'id'),
    ...repeated(cases, 'cases', ({ caseNo, providerId }) => `${caseNo} ${providerId}`, 'same-case-twice', 'caseNo'),
  ];
  rates.forEach((rate, index) => {
    if (rate && !rate.validFrom.endsWith('-01')) faults.push(fault(`rates[${index}].validFrom`, 'rate-not-on-first'));
  });
  const known = rates.filter((rate) => rate !== undefined);
  if (month && known.length === rates.length && !rateInForce(known, month)) faults.push(fault('rates', 'no-rate'));
  people.forEach((person, index) => {
    if (!person) return;
    if (officerIds.has(person.id)) faults.push(fault(`people[${index}].id`, 'same-id-twice'));
    const { role, providerId } = person;
    const worksForOne = role === 'provider' || role === 'provider-manager';
    const right = providerId === undefined ? !worksForOne : knowsProvider(providerId);
    if (!right) faults.push(fault(`people[${index}].providerId`, 'unknown-provider'));
  });
  cases.forEach((one, index) => {
    if (!one) return;
    const at = `cases[${index}]`;
    if (one.caseNo === totalCase) faults.push(fault(`${at}.caseNo`, 'reserved-name'));
    if (!knowsProvider(one.providerId)) faults.push(fault(`${at}.providerId`, 'unknown-provider'));
    if (!knowsOfficer(one.officerId)) faults.push(fault(`${at}.officerId`, 'unknown-officer'));
    if (one.to !== null && one.to < one.from) faults.push(fault(`${at}.to`, 'to-before-from'));
    one.services.forEach(({ code }, place) => {
      if (code === sumService) faults.push(fault(`${at}.services[${place}].code`, 'reserved-name'));
    });
  });
  return faults;
}

/** A fault for each item whose key an earlier one has. */
function repeated<Item>(
  items: readonly (Item | undefined)[],
  list: string,
  keyOf: (item: Item) => string,
  code: keyof typeof sentences,
  field: string,
): Fault[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    if (item === undefined) return [];
    const key = keyOf(item);
    if (seen.has(key)) return [fault(`${list}[${index}].${field}`, code)];
    seen.add(key);
    return [];
  });
}

import * as z from 'zod';
import { Service } from '../../shared/domain/assignment.ts';
import { CaseNumber, SafeId } from '../../shared/domain/case-number.ts';
import { Identity } from '../../shared/domain/identity.ts';
import { LocalDate, Month } from '../../shared/domain/local-date.ts';
import { accept, type Fault, type Result, refuse } from '../../shared/domain/result.ts';
import { rateInForce } from '../months/rates.ts';

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
  if (!read.success)
    return refuse('invalid', 'bad-cases', [...read.error.issues.map(shapeFault), ...faultsOfReadable(json)]);
  const faults = faultsIn(read.data);
  return faults.length > 0 ? refuse('invalid', 'bad-cases', faults) : accept(read.data);
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

/** What the parts that can be read contradict, when others cannot: so that all is mended in one go. */
function faultsOfReadable(json: unknown): readonly Fault[] {
  const parts = z.record(z.string(), z.unknown()).safeParse(json);
  if (!parts.success) return [];
  const { rates, month } = {
    rates: z.array(Rate).safeParse(parts.data.rates),
    month: Month.safeParse(parts.data.month),
  };
  return rates.success && month.success ? rateFaults(rates.data, month.data) : [];
}

function faultsIn({ month, rates, providers, officers, people, cases }: MunicipalityFile): readonly Fault[] {
  const providerIds = new Set(providers.map(({ id }) => id));
  const officerIds = new Set(officers.map(({ id }) => id));
  const faults = [
    ...rateFaults(rates, month),
    ...repeated(providers, 'providers', ({ id }) => id, 'same-id-twice', 'id'),
    ...repeated(officers, 'officers', ({ id }) => id, 'same-id-twice', 'id'),
    ...repeated(people, 'people', ({ id }) => id, 'same-id-twice', 'id'),
    ...repeated(cases, 'cases', ({ caseNo, providerId }) => `${caseNo} ${providerId}`, 'same-case-twice', 'caseNo'),
  ];
  people.forEach(({ id, role, providerId }, index) => {
    if (officerIds.has(id)) faults.push(fault(`people[${index}].id`, 'same-id-twice'));
    const needed = role === 'provider' || role === 'provider-manager';
    const known = providerId === undefined ? !needed : providerIds.has(providerId);
    if (!known) faults.push(fault(`people[${index}].providerId`, 'unknown-provider'));
  });
  cases.forEach((one, index) => {
    const at = `cases[${index}]`;
    if (one.caseNo === 'TOTALT') faults.push(fault(`${at}.caseNo`, 'reserved-name'));
    if (!providerIds.has(one.providerId)) faults.push(fault(`${at}.providerId`, 'unknown-provider'));
    if (!officerIds.has(one.officerId)) faults.push(fault(`${at}.officerId`, 'unknown-officer'));
    if (one.to !== null && one.to < one.from) faults.push(fault(`${at}.to`, 'to-before-from'));
    one.services.forEach(({ code }, place) => {
      if (code === 'SUMMA') faults.push(fault(`${at}.services[${place}].code`, 'reserved-name'));
    });
  });
  return faults;
}

function rateFaults(rates: MunicipalityFile['rates'], month: Month): Fault[] {
  const faults = repeated(rates, 'rates', ({ validFrom }) => validFrom, 'same-rate-twice', 'validFrom');
  rates.forEach(({ validFrom }, index) => {
    if (!validFrom.endsWith('-01')) faults.push(fault(`rates[${index}].validFrom`, 'rate-not-on-first'));
  });
  if (!rateInForce(rates, month)) faults.push(fault('rates', 'no-rate'));
  return faults;
}

/** A fault for each item whose key an earlier one has. */
function repeated<Item>(
  items: readonly Item[],
  list: string,
  keyOf: (item: Item) => string,
  code: keyof typeof sentences,
  field: string,
): Fault[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    if (seen.has(key)) return [fault(`${list}[${index}].${field}`, code)];
    seen.add(key);
    return [];
  });
}

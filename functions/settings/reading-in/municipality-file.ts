import * as z from 'zod';
import { Service } from '../../../shared/domain/assignment.ts';
import { BookingPlan, Buyer } from '../../../shared/domain/booking-plan.ts';
import { brokenIn, oneLine } from '../../../shared/domain/broken-text.ts';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { EmailOrNone } from '../../../shared/domain/email-address.ts';
import { sumService, totalCase } from '../../../shared/domain/file-columns.ts';
import { guarded, guardedPhone } from '../../../shared/domain/free-text.ts';
import { CustomerIn, Identity } from '../../../shared/domain/identity.ts';
import { KnownFact } from '../../../shared/domain/known-fact.ts';
import { LocalDate, Month } from '../../../shared/domain/local-date.ts';
import { mostUnits, OwnUnit } from '../../../shared/domain/own-unit.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import { isProvidersRole, isUnitsRole, Role } from '../../../shared/domain/roles.ts';
import { ProviderKind } from '../../../shared/packs/pack.ts';
import { packNamed } from '../../../shared/packs/packs.ts';
import { type ByteSource, rateInForce, sameWord } from '../../months/door.ts';
import { eachCase, isUnreadable } from './case-items.ts';
import { asKept, sellerFields } from './seller-fields.ts';

/** A name as long as a signed statement carries it, on one line, since letters are made of lines; never a person's number. */
const Name = guarded(z.string().max(200).regex(oneLine));

const Contact = z.object({ id: SafeId, name: Name.optional(), email: guarded(EmailOrNone).optional() });

const Provider = Contact.extend({
  number: z.int().min(1).optional(),
  kind: ProviderKind,
  phone: guardedPhone(z.string().max(40)).optional(),
  /** Codes of the areas it goes to; everywhere when left out. */
  areas: z.array(SafeId).optional(),
  /** What it can take on, in whole hours a month (L-73); none when left out. */
  ceilingHours: z.int().min(1).max(1_000_000).optional(),
  ...sellerFields,
}).transform(asKept);

/** A role that this version does not know is let pass: such a person simply cannot sign in yet. */
const Person = Contact.extend({
  role: z.string(),
  providerId: SafeId.optional(),
  unitId: SafeId.optional(),
  /** Öre: above it a head needs somebody with a higher one (`attest.limitOre`); as before when left out. */
  attestLimitOre: z.int().min(0).optional(),
});

/** The council's compensation in öre an hour from a day on (L-36). */
const Rate = z.object({
  validFrom: LocalDate,
  orePerHour: z.int().min(0),
  /** Whose work it is for; everybody's when left out. */
  kind: ProviderKind.nullish().transform((kind) => kind ?? undefined),
  /** What it is for: what is ordered, or hours bought between departments; both when left out. */
  purpose: z
    .enum(['ORDER', 'PURCHASE'])
    .nullish()
    .transform((purpose) => purpose ?? undefined),
  /** The decision's reference (L-36). */
  decision: guarded(z.string().min(1).max(100).regex(oneLine))
    .nullish()
    .transform((decision) => decision ?? undefined),
});

/** As a person would write the customer in: what would be refused there is a fault here, with its place in the file. */
const Customer = Identity.partial().extend({
  name: CustomerIn.shape.name.optional(),
  personnummer: CustomerIn.shape.personnummer,
});

/** A case at one provider, on the days it has it; after a switch the number is there once per provider. */
const CaseShape = z.object({
  caseNo: CaseNumber.refine((caseNo) => !sameWord(caseNo, totalCase), 'reserved-name'),
  providerId: SafeId,
  officerId: SafeId,
  customer: Customer.optional(),
  services: z.array(
    Service.refine(({ code }) => !sameWord(code, sumService), { path: ['code'], error: 'reserved-name' }),
  ),
  from: LocalDate,
  to: LocalDate.nullish().transform((date) => date ?? null),
  /** When it was last followed up (A70). */
  followedUp: LocalDate.nullish().transform((date) => date ?? undefined),
  known: z.array(KnownFact).optional(),
  /** Cases with the same one live together: one visit may be for both. */
  household: SafeId.nullish().transform((household) => household ?? undefined),
});
const endsLast = ({ from, to }: { from: string; to: string | null }): boolean => to === null || from <= to;
const Case = CaseShape.refine(endsLast, { path: ['to'], error: 'to-before-from' });
const CaseWithoutCustomer = CaseShape.omit({ customer: true }).refine(endsLast, {
  path: ['to'],
  error: 'to-before-from',
});

/** `cases.json`: a municipality, its people and its decided cases, as one month needs them. Unknown fields are ignored. */
export const MunicipalityFile = z.object({
  municipality: guarded(z.string().min(1).max(200).regex(oneLine)),
  month: Month,
  rates: z.array(Rate),
  /** Who the municipality is where it is booked, and by which accounts. */
  buyer: Buyer.optional(),
  booking: BookingPlan.optional(),
  providers: z.array(Provider).min(1),
  officers: z.array(Contact),
  people: z.array(Person).default([]),
  /** The municipality's own units that buy hours of each other, each by its own routine. */
  units: z.array(OwnUnit).max(mostUnits).default([]),
  cases: z.array(Case),
});
export type MunicipalityFile = z.output<typeof MunicipalityFile>;

/** A provider's number on the turn list (L-07): its own, or its place in the file. */
export const numberOf = ({ number }: MunicipalityFile['providers'][number], index: number): number =>
  number ?? index + 1;

const Around = MunicipalityFile.extend({ cases: z.array(z.unknown()) });

/** As it may come again: what is not named stays. */
export const Again = Around.partial();

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** A case as it was read, or why it cannot be. */
type CaseRead = { readonly data?: z.output<typeof Case>; readonly issues: readonly Issue[] };

/** Text that nobody could sign or show, anywhere in the file, in fields that nobody reads too. */
export const brokenTexts = (json: unknown): readonly Issue[] =>
  [...brokenIn(json)].map(({ path, code }) => ({ path, message: code }));

const readCaseAs = (shape: typeof Case | typeof CaseWithoutCustomer, item: unknown): CaseRead => {
  const { data, error } = shape.safeParse(item);
  const issues = [...brokenTexts(item), ...(error?.issues ?? [])];
  return issues.length > 0 ? { issues } : { data, issues };
};
export const readCase = (item: unknown): CaseRead => readCaseAs(Case, item);

/** Reads `cases.json`. Every fault is named by its path, all at once, and none repeats what is written there. */
export function readMunicipalityFile(json: unknown): Result<MunicipalityFile, 'bad-cases'> {
  const { cases, ...around } = z.looseObject({ cases: z.array(z.unknown()) }).safeParse(json).data ?? {};
  return assembled(cases ? { ...around, cases: [] } : json, cases?.map(readCase) ?? []);
}

/**
 * As `readMunicipalityFile`, from a file's bytes, with the cases of one provider (all when it is not given) and none of
 * the customers, whom no rule of pay asks about. A case at a time, so that a city's file takes no more memory than what
 * is kept of it; the cases of others are judged like the rest.
 */
export async function readMunicipalitySource(source: ByteSource, of?: string): Promise<Result<MunicipalityFile>> {
  const isKept = ({ providerId }: { readonly providerId: string }) => of === undefined || of === providerId;
  const cases: CaseRead[] = [];
  const around = await eachCase(source, (item) => {
    const read = readCaseAs(CaseWithoutCustomer, item);
    cases.push(read.data && !isKept(read.data) ? { ...read, data: { ...read.data, services: [] } } : read);
  });
  const read = around === undefined ? await readWithCustomers(source) : assembled(around, cases);
  return read.ok ? accept({ ...read.value, cases: read.value.cases.filter(isKept) }) : read;
}

/** What is in a file of JSON; where it stops being JSON, that place. */
export async function jsonIn(source: ByteSource): Promise<Result<unknown, 'bad-json'>> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    let text = '';
    for await (const bytes of source.chunks()) text += decoder.decode(bytes, { stream: true });
    return accept(JSON.parse(text + decoder.decode()));
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    const place = /line (\d+) column (\d+)/.exec(error.message);
    const message = `${place ? `rad ${place[1]}, kolumn ${place[2]}: ` : ''}inte giltig JSON i UTF-8`;
    return refuse('invalid', 'bad-json', [{ at: 'cases.json', code: 'bad-json', message }]);
  }
}

/** The whole file at once, with its customers. */
async function readWithCustomers(source: ByteSource): Promise<Result<MunicipalityFile>> {
  const json = await jsonIn(source);
  return json.ok ? readMunicipalityFile(json.value) : json;
}

/** The file, its cases read apart from what surrounds them. */
function assembled(json: unknown, read: readonly CaseRead[]): Result<MunicipalityFile, 'bad-cases'> {
  const around = Around.safeParse(json);
  const cases = read.map((one) => one.data);
  const all = { ...(around.data ?? readableIn(json)), cases };
  const shapes = [
    ...[...brokenTexts(json), ...(around.error?.issues ?? [])].map(({ path, message }) => shapeFault(path, message)),
    ...read.flatMap(({ issues }, index) =>
      issues.map(({ path, message }) => shapeFault(['cases', index, ...path], message)),
    ),
  ];
  const faults = [...new Map([...shapes, ...contradictionsIn(all)].map((one) => [one.message, one])).values()];
  if (!around.success || faults.length > 0) return refuse('invalid', 'bad-cases', faults);
  return accept({ ...around.data, cases: cases.filter((one) => one !== undefined) });
}

const sentences = {
  'bad-email': 'ingen e-postadress som mejl kan skickas till: en enda, utan mellanslag, med å, ä och ö bara efter @',
  'bad-value': 'värdet saknas eller är fel',
  'person-id-in-text': 'texten innehåller något som ser ut som ett personnummer',
  'bad-personnummer': 'det är inget personnummer eller samordningsnummer',
  'malformed-text': 'ett tecken i texten är trasigt',
  'control-character': 'texten innehåller ett styrtecken som inte kan visas',
  'to-before-from': 'slutar före det börjar',
  'same-id-twice': 'samma id finns redan',
  'same-case-twice': 'utföraren har ärendet redan; ett ärende står en gång per utförare',
  'unknown-provider': 'utföraren finns inte bland filens utförare',
  'unknown-unit': 'enheten finns inte bland filens enheter',
  'missing-unit': 'rollen hör till en enhet, och ingen är nämnd',
  'unknown-pack': 'rutinen finns inte',
  'unknown-officer': 'handläggaren finns inte bland filens handläggare',
  'rate-not-on-first': 'timersättningen ändras bara den första i en månad',
  'same-rate-twice': 'en timersättning från samma dag finns redan',
  'no-rate': 'ingen timersättning gäller under månaden',
  'date-ahead': 'dagen har inte varit än',
  'reserved-name': 'ordet betyder något annat i tidsrapporten',
} as const;

const fault = (at: string, code: keyof typeof sentences): Fault => ({ at, code, message: `${at}: ${sentences[code]}` });

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '') || 'cases.json';

const isOwn = (message: string): message is keyof typeof sentences => Object.hasOwn(sentences, message);

export const shapeFault = (path: readonly PropertyKey[], message: string): Fault =>
  fault(pathOf(path), isOwn(message) ? message : 'bad-value');

/** The items of the file, undefined where one cannot be read. */
export type Readable = { readonly month?: Month } & {
  readonly [List in 'rates' | 'providers' | 'officers' | 'people' | 'units' | 'cases']: readonly (
    | MunicipalityFile[List][number]
    | undefined
  )[];
};

/** What can be read around the cases when not all can, so that all of it is mended in one go. */
export function readableIn(json: unknown): Omit<Readable, 'cases'> {
  const parts = z.record(z.string(), z.unknown()).catch({}).parse(json);
  const items = <Schema extends z.ZodType>(list: unknown, schema: Schema) =>
    z.array(schema.optional().catch(undefined)).catch([]).parse(list);
  return {
    month: Month.optional().catch(undefined).parse(parts.month),
    rates: items(parts.rates, Rate),
    providers: items(parts.providers, Provider),
    officers: items(parts.officers, Contact),
    people: items(parts.people, Person),
    units: items(parts.units, OwnUnit),
  };
}

/** Where the items of the file contradict each other or themselves. */
export function contradictionsIn({
  month,
  rates,
  providers,
  officers,
  people,
  units,
  cases,
}: Readable): readonly Fault[] {
  const knows = (list: readonly ({ readonly id: string } | undefined)[]) => {
    const ids = new Set(list.map((item) => item?.id));
    return (id: string): boolean => ids.has(id) || ids.has(undefined);
  };
  const [knowsProvider, knowsOfficer, knowsUnit] = [knows(providers), knows(officers), knows(units)];
  const officerIds = new Set(officers.map((officer) => officer?.id));
  const faults = [
    ...repeated(
      rates,
      'rates',
      ({ validFrom, kind, purpose }) => `${validFrom} ${kind} ${purpose}`,
      'same-rate-twice',
      'validFrom',
    ),
    ...repeated(providers, 'providers', ({ id }) => id, 'same-id-twice', 'id'),
    ...repeated(officers, 'officers', ({ id }) => id, 'same-id-twice', 'id'),
    ...repeated(people, 'people', ({ id }) => id, 'same-id-twice', 'id'),
    ...repeated(units, 'units', ({ id }) => id, 'same-id-twice', 'id'),
    ...repeated(cases, 'cases', ({ caseNo, providerId }) => `${caseNo} ${providerId}`, 'same-case-twice', 'caseNo'),
  ];
  rates.forEach((rate, index) => {
    if (rate && !rate.validFrom.endsWith('-01')) faults.push(fault(`rates[${index}].validFrom`, 'rate-not-on-first'));
  });
  faults.push(...withoutRate(rates, providers, month));
  people.forEach((person, index) => {
    if (!person) return;
    if (officerIds.has(person.id)) faults.push(fault(`people[${index}].id`, 'same-id-twice'));
    const { role, providerId, unitId } = person;
    const known = Role.safeParse(role);
    const worksForOne = known.success && isProvidersRole(known.data);
    const right = providerId === undefined ? !worksForOne : knowsProvider(providerId);
    if (!right) faults.push(fault(`people[${index}].providerId`, 'unknown-provider'));
    if (unitId !== undefined && !knowsUnit(unitId)) faults.push(fault(`people[${index}].unitId`, 'unknown-unit'));
    if (unitId === undefined && known.success && isUnitsRole(known.data))
      faults.push(fault(`people[${index}].unitId`, 'missing-unit'));
  });
  units.forEach((unit, index) => {
    if (unit && !packNamed(unit.pack)) faults.push(fault(`units[${index}].pack`, 'unknown-pack'));
  });
  cases.forEach((one, index) => {
    if (!one) return;
    const at = `cases[${index}]`;
    if (!knowsProvider(one.providerId)) faults.push(fault(`${at}.providerId`, 'unknown-provider'));
    if (!knowsOfficer(one.officerId)) faults.push(fault(`${at}.officerId`, 'unknown-officer'));
  });
  return faults;
}

/** A follow-up that has not been yet. What is known is taken as it is told, like a form's rows. */
export const aheadOf = (today: LocalDate, { cases }: Pick<Readable, 'cases'>): readonly Fault[] =>
  cases.flatMap((one, index) =>
    one?.followedUp && one.followedUp > today ? [fault(`cases[${index}].followedUp`, 'date-ahead')] : [],
  );

/** Every provider has a rate in the month: of its kind, or one for all. Said of the rates when there is none at all. */
function withoutRate(rates: Readable['rates'], providers: Readable['providers'], month?: Month): readonly Fault[] {
  const known = rates.filter((rate) => rate !== undefined);
  if (!month || known.length < rates.length) return [];
  const lacks = (provider: Readable['providers'][number]) =>
    provider && !(['ORDER', 'PURCHASE'] as const).some((purpose) => rateInForce(known, month, provider.kind, purpose));
  if (providers.length > 0 && providers.every(lacks)) return [fault('rates', 'no-rate')];
  return providers.flatMap((provider, index) =>
    lacks(provider) ? [fault(`providers[${index}].kind`, 'no-rate')] : [],
  );
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

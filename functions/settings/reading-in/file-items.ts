import * as z from 'zod';
import { BookingPlan, Buyer } from '../../../shared/domain/booking-plan.ts';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import type { LocalDate } from '../../../shared/domain/local-date.ts';
import { accept, type Fault, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../../months/door.ts';
import {
  Again,
  aheadOf,
  brokenTexts,
  contradictionsIn,
  jsonIn,
  type MunicipalityFile,
  type Readable,
  readableIn,
  readCase,
  shapeFault,
} from './municipality-file.ts';

const lists = ['rates', 'providers', 'units', 'officers', 'people', 'cases'] as const;
type List = (typeof lists)[number];

/** A list of the file: what can be read and is not at fault, each with its place, and whom all of it names. */
type Items<Name extends List> = {
  readonly items: readonly { readonly one: MunicipalityFile[Name][number]; readonly index: number }[];
  /** Whom the list names, also where the rest of the item cannot be read. */
  readonly names: ReadonlySet<string>;
  /** Some item cannot say whom it is about, so that nobody can be said to be left out. */
  readonly unsure: boolean;
  /** Whether the file has the list at all: what is not named stays. */
  readonly isNamed: boolean;
};

export type FileItems = { readonly [Name in List]: Items<Name> } & {
  readonly municipality?: string | undefined;
  readonly buyer?: Buyer | undefined;
  readonly booking?: BookingPlan | undefined;
  /** Every provider has been held against the rates of the file's own month. */
  readonly ratesJudged: boolean;
  readonly faults: readonly Fault[];
};

const keyShapes = {
  ...{ providers: SafeId, units: SafeId, officers: SafeId, people: SafeId },
  cases: CaseNumber,
} as const;

/** Whom an item is about, when it says so. */
function keyIn(list: List, item: unknown): string | undefined {
  if (list === 'rates') return undefined;
  const named = z.looseObject({ id: z.unknown(), caseNo: z.unknown() }).partial().safeParse(item).data;
  return keyShapes[list].safeParse(list === 'cases' ? named?.caseNo : named?.id).data;
}

/** The items of a list that stand: neither they nor another about the same is at fault. */
function itemsOf<Name extends List>(
  list: Name,
  raw: unknown,
  read: readonly (MunicipalityFile[Name][number] | undefined)[],
  faults: readonly Fault[],
): Items<Name> {
  const all = z.array(z.unknown()).safeParse(raw).data;
  const keys = (all ?? []).map((item) => keyIn(list, item));
  const places = faults.flatMap(({ at }) => new RegExp(`^${list}\\[(\\d+)\\]`).exec(at)?.[1] ?? []).map(Number);
  const faulty = new Set(places);
  const broken = new Set(places.flatMap((index) => keys[index] ?? []));
  return {
    items: read.flatMap((one, index) =>
      one === undefined || faulty.has(index) || broken.has(keys[index] ?? '') ? [] : [{ one, index }],
    ),
    names: new Set(keys.filter((key) => key !== undefined)),
    unsure:
      (raw !== undefined && all === undefined) ||
      (list === 'rates' ? faulty.size > 0 || read.includes(undefined) : keys.includes(undefined)),
    isNamed: raw !== undefined,
  };
}

/**
 * `cases.json` as it is read in, item by item: one that is at fault is told of by itself, and what is around it stands.
 * A list that is not there is not named, and says nothing.
 */
export async function readItems(source: ByteSource, today: LocalDate): Promise<Result<FileItems>> {
  const read = await jsonIn(source);
  if (!read.ok) return read;
  const json = read.value;
  const raw = z.record(z.string(), z.unknown()).catch({}).parse(json);
  const said = z.array(z.unknown()).catch([]).parse(raw.cases);
  const around = Again.safeParse(Array.isArray(raw.cases) ? { ...raw, cases: [] } : json);
  const cases = said.map(readCase);
  const parts: Readable = { ...readableIn(raw), cases: cases.map(({ data }) => data) };
  // Of a list that is not named everybody may be in it.
  const unnamed = Object.fromEntries(lists.flatMap((list) => (raw[list] === undefined ? [[list, [undefined]]] : [])));
  const { cases: _, ...rest } = raw;
  const shapes = [
    ...[...brokenTexts(Array.isArray(raw.cases) ? rest : json), ...(around.error?.issues ?? [])].map(
      ({ path, message }) => shapeFault(path, message),
    ),
    ...cases.flatMap(({ issues }, index) =>
      issues.map(({ path, message }) => shapeFault(['cases', index, ...path], message)),
    ),
  ];
  const found = [...shapes, ...contradictionsIn({ ...parts, ...unnamed }), ...aheadOf(today, parts)];
  const faults = [...new Map(found.map((one) => [one.message, one])).values()];
  return accept({
    municipality: faults.some(({ at }) => at === 'municipality')
      ? undefined
      : z.string().safeParse(raw.municipality).data,
    buyer: Buyer.safeParse(raw.buyer).data,
    booking: BookingPlan.safeParse(raw.booking).data,
    rates: itemsOf('rates', raw.rates, parts.rates, faults),
    providers: itemsOf('providers', raw.providers, parts.providers, faults),
    units: itemsOf('units', raw.units, parts.units, faults),
    officers: itemsOf('officers', raw.officers, parts.officers, faults),
    people: itemsOf('people', raw.people, parts.people, faults),
    cases: itemsOf('cases', raw.cases, parts.cases, faults),
    ratesJudged: raw.rates !== undefined && parts.month !== undefined,
    faults,
  });
}

import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import { personIdOf } from '../../../shared/domain/person-id.ts';
import { Role } from '../../../shared/domain/roles.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import { type Membership, membershipStore } from '../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { unitStore } from '../../../shared/stores/unit-store.ts';
import { readInCase } from '../../orders/door.ts';
import { type MunicipalityFile, numberOf } from './municipality-file.ts';

/** Changes that are committed together. */
type Group = readonly Change[];
type FileCase = MunicipalityFile['cases'][number];
/** By which routine, when and by whom a municipality is read in. */
export type ReadingIn = { readonly pack: Pack; readonly at: Instant; readonly by: string };

const providerChanges = (file: MunicipalityFile, { table }: Deps): Promise<readonly Group[]> =>
  Promise.all(
    file.providers.map(async (provider, index) => {
      const { ceilingHours: _, ...details } = provider;
      const found = await providerStore(table).find(provider.id);
      const next = {
        // Its approval and its pause are kept, whatever is read in.
        ...found?.entity,
        ...details,
        number: numberOf(provider, index),
        name: provider.name || provider.id,
        email: provider.email ?? '',
      };
      return [providerStore(table).save(next, found)];
    }),
  );

const unitChanges = (file: MunicipalityFile, { table }: Deps): Promise<readonly Group[]> =>
  Promise.all(file.units.map(async (unit) => [unitStore(table).save(unit, await unitStore(table).find(unit.id))]));

const withPerson = (
  userId: string,
  role: Role,
  of: { name?: string; email?: string; providerId?: string; unitId?: string; attestLimitOre?: number },
): Membership => ({
  userId,
  role,
  ...(of.name ? { name: of.name } : {}),
  ...(of.email ? { email: of.email } : {}),
  ...(of.providerId ? { providerId: of.providerId } : {}),
  ...(of.unitId ? { unitId: of.unitId } : {}),
  ...(of.attestLimitOre === undefined ? {} : { attestLimitOre: of.attestLimitOre }),
});

export const membershipsIn = (file: MunicipalityFile): readonly Membership[] => [
  ...file.officers.map((officer) => withPerson(officer.id, 'officer', officer)),
  ...file.people.flatMap((person) => {
    const role = Role.safeParse(person.role);
    return role.success ? [withPerson(person.id, role.data, person)] : [];
  }),
];

const peopleChanges = (file: MunicipalityFile, { table }: Deps): Promise<readonly Group[]> =>
  Promise.all(
    membershipsIn(file).map(async (next) => {
      const over = await membershipStore(table).find(next.userId, next.role);
      // Deputies are no matter of the file, and no limit is lifted because the file does not know of it.
      const { reliefs, attestLimitOre } = over?.entity ?? {};
      const kept = { ...(attestLimitOre === undefined ? {} : { attestLimitOre }), ...(reliefs ? { reliefs } : {}) };
      return [membershipStore(table).save({ ...kept, ...next }, over)];
    }),
  );

/**
 * The file's cases in rounds, the places of a case together: in no round two cases of one person, since the second joins
 * the first when that one stands (A73).
 */
function roundsOf({ cases }: MunicipalityFile, today: LocalDate): readonly (readonly (readonly FileCase[])[])[] {
  const rounds: (readonly FileCase[])[][] = [];
  const seen = new Map<string, number>();
  for (const places of Map.groupBy(cases, (one) => one.caseNo).values()) {
    const number = personIdOf(places[0]?.customer?.personnummer ?? '', today);
    const round = number === undefined ? 0 : (seen.get(number) ?? 0);
    if (number !== undefined) seen.set(number, round + 1);
    rounds[round] = [...(rounds[round] ?? []), places];
  }
  return rounds;
}

/** What is committed at once: far from a commit's end, for the ceilings that are counted with it. */
const changesAtOnce = 40;
const sizeOf = ({ saves = [], deadlines = [], rows = [] }: Effects) => saves.length + deadlines.length + rows.length;

/** Effects that are committed together, and what they are made of. */
type Batch = { readonly together: Effects; readonly parts: readonly Effects[] };

/** Two cases of one person both write that person: the second is made when the first stands. */
const meets = (one: Effects, other: Effects): boolean => {
  const keysOf = ({ saves = [] }: Effects) =>
    saves.map((change) => (change.kind === 'put' ? change.item : change.key)).map(({ pk, sk }) => `${pk} ${sk}`);
  const keys = new Set(keysOf(one));
  return keysOf(other).some((key) => keys.has(key));
};

/** Small effects joined, in their order, as many as are committed at once. */
export function batched(parts: readonly Effects[]): readonly Batch[] {
  const batches: Batch[] = [];
  for (const part of parts) {
    const last = batches.at(-1);
    if (last && sizeOf(last.together) + sizeOf(part) <= changesAtOnce && !meets(last.together, part))
      batches[batches.length - 1] = { together: together(last.together, part), parts: [...last.parts, part] };
    else batches.push({ together: part, parts: [part] });
  }
  return batches;
}

/** The case's own officer is the one of its newest part. */
const newestOf = <One extends { readonly from: string }>(places: readonly [One, ...One[]]): One =>
  places.reduce((newest, one) => (one.from > newest.from ? one : newest));

/** A case that is new: whose it is, its living orders (A70) and its customer. */
async function newCase(
  caseNo: string,
  places: readonly [FileCase, ...FileCase[]],
  { pack, at, by }: ReadingIn,
  deps: Deps,
): Promise<Effects> {
  const { officerId } = newestOf(places);
  const [{ customer }] = places;
  const followedUp = places
    .flatMap((one) => one.followedUp ?? [])
    .toSorted()
    .at(-1);
  const care = places
    .filter(({ services }) => services.length > 0)
    .map(({ customer: _, followedUp: __, ...given }) => given);
  const name = customer?.name;
  return together(
    { saves: [caseStore(deps.table).save({ caseNo, officerId }, undefined)] },
    readInCase({ caseNo, officerId, care, followedUp }, { pack, at, by }, deps),
    { saves: name ? await identityStore(deps.table, deps.identityKeys).seal(caseNo, { ...customer, name }, at) : [] },
  );
}

/** The cases that are new; what is stored already is left as it is. */
async function caseParts(
  round: readonly (readonly FileCase[])[],
  by: ReadingIn,
  deps: Deps,
): Promise<readonly Effects[]> {
  const parts: Effects[] = [];
  for (const [first, ...rest] of round)
    if (first && !(await caseStore(deps.table).find(first.caseNo)))
      parts.push(await newCase(first.caseNo, [first, ...rest], by, deps));
  return parts;
}

/**
 * What a municipality has more of than one commit has room for: providers, units, people and cases, each by itself, in rounds of
 * which each is made when the one before stands. Laid twice it does no harm: what is stored is written over with the
 * same, a case that is stored is left, so that reading in the same file again goes on where it stopped.
 */
export async function* municipalityParts(
  file: MunicipalityFile,
  by: ReadingIn,
  deps: Deps,
): AsyncGenerator<readonly Effects[], { providers: number; units: number; people: number; cases: number }, void> {
  const providers = await providerChanges(file, deps);
  const units = await unitChanges(file, deps);
  const people = await peopleChanges(file, deps);
  const asParts = (parts: readonly Effects[]) => batched(parts).map((batch) => batch.together);
  yield asParts([...providers, ...units, ...people].map((saves) => ({ saves })));
  /** Of the cases those that are new. */
  let cases = 0;
  for (const round of roundsOf(file, dateOf(by.at))) {
    const parts = await caseParts(round, by, deps);
    cases += parts.length;
    yield asParts(parts);
  }
  return { providers: providers.length, units: units.length, people: people.length, cases };
}

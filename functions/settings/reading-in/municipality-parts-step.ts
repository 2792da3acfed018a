import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import { personIdOf } from '../../../shared/domain/person-id.ts';
import { Role } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import { type Membership, membershipStore } from '../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { type MunicipalityFile, numberOf } from './municipality-file.ts';

/** Changes that are committed together. */
type Group = readonly Change[];

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

const withPerson = (
  userId: string,
  role: Role,
  of: { name?: string; email?: string; providerId?: string },
): Membership => ({
  userId,
  role,
  ...(of.name ? { name: of.name } : {}),
  ...(of.email ? { email: of.email } : {}),
  ...(of.providerId ? { providerId: of.providerId } : {}),
});

const membershipsIn = (file: MunicipalityFile): readonly Membership[] => [
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
      // Deputies are no matter of the file.
      const reliefs = over?.entity.reliefs;
      return [membershipStore(table).save({ ...next, ...(reliefs ? { reliefs } : {}) }, over)];
    }),
  );

type CaseIn = MunicipalityFile['cases'][number];

/**
 * The file's cases in rounds, the places of a case together: in no round two cases of one person, since the second joins
 * the first when that one stands (A73).
 */
function roundsOf({ cases }: MunicipalityFile, today: LocalDate): readonly (readonly (readonly CaseIn[])[])[] {
  const rounds: (readonly CaseIn[])[][] = [];
  const seen = new Map<string, number>();
  for (const places of Map.groupBy(cases, (one) => one.caseNo).values()) {
    const number = personIdOf(places[0]?.customer?.personnummer ?? '', today);
    const round = number === undefined ? 0 : (seen.get(number) ?? 0);
    if (number !== undefined) seen.set(number, round + 1);
    rounds[round] = [...(rounds[round] ?? []), places];
  }
  return rounds;
}

/** The cases that are new, each with its assignment and its customer; what is stored already is left as it is. */
async function caseChanges(round: readonly (readonly CaseIn[])[], at: Instant, deps: Deps): Promise<readonly Group[]> {
  const cases = caseStore(deps.table);
  const assignments = assignmentStore(deps.table);
  const groups: Change[][] = [];
  for (const places of round) {
    const [first] = places;
    if (!first || (await cases.find(first.caseNo))) continue;
    const { caseNo } = first;
    const customer = first.customer?.name ? { ...first.customer, name: first.customer.name } : undefined;
    groups.push([
      cases.save({ caseNo, officerId: first.officerId }, undefined),
      ...places
        .filter(({ services }) => services.length > 0)
        .map(({ customer: _, followedUp: __, ...assignment }) => assignments.add(assignment)),
      ...(customer ? await identityStore(deps.table, deps.identityKeys).seal(caseNo, customer, at) : []),
    ]);
  }
  return groups;
}

/**
 * What a municipality has more of than one commit has room for: providers, people and cases, each by itself, in rounds of
 * which each is made when the one before stands. Laid twice it does no harm: what is stored is written over with the
 * same, a case that is stored is left, so that reading in the same file again goes on where it stopped.
 */
export async function* municipalityParts(
  file: MunicipalityFile,
  at: Instant,
  deps: Deps,
): AsyncGenerator<readonly Effects[], { providers: number; people: number; cases: number }, void> {
  const asParts = (groups: readonly Group[]) => groups.map((saves): Effects => ({ saves }));
  const providers = await providerChanges(file, deps);
  const people = await peopleChanges(file, deps);
  yield asParts([...providers, ...people]);
  /** Of the cases those that are new. */
  let cases = 0;
  for (const round of roundsOf(file, dateOf(at))) {
    const groups = await caseChanges(round, at, deps);
    cases += groups.length;
    yield asParts(groups);
  }
  return { providers: providers.length, people: people.length, cases };
}

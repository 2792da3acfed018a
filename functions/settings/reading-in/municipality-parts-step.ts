import type { Instant } from '../../../shared/domain/local-time.ts';
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

/** The cases that are new, each with its assignment and its customer; what is stored already is left as it is. */
async function caseChanges(file: MunicipalityFile, at: Instant, deps: Deps): Promise<readonly Group[]> {
  const cases = caseStore(deps.table);
  const assignments = assignmentStore(deps.table);
  const groups: Change[][] = [];
  for (const [caseNo, places] of Map.groupBy(file.cases, (one) => one.caseNo)) {
    const [first] = places;
    if (!first || (await cases.find(caseNo))) continue;
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
 * What a municipality has more of than one commit has room for: providers, people and cases, each by itself, with how
 * many there are. Laid twice it does no harm: what is stored is written over with the same, a case that is stored is
 * left, so that reading in the same file again goes on where it stopped.
 */
export async function municipalityParts(file: MunicipalityFile, at: Instant, deps: Deps) {
  const providers = await providerChanges(file, deps);
  const people = await peopleChanges(file, deps);
  const cases = await caseChanges(file, at, deps);
  const parts: readonly Effects[] = [...providers, ...people, ...cases].map((saves) => ({ saves }));
  /** Of the cases those that are new. */
  const counts = { providers: providers.length, people: people.length, cases: cases.length };
  return { parts, counts };
}

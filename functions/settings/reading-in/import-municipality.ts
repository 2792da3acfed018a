import * as z from 'zod';
import { EmailAddress } from '../../../shared/domain/email-address.ts';
import { guarded, guardedPhone } from '../../../shared/domain/guarded-text.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { Role } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { packNamed } from '../../../shared/packs/packs.ts';
import { inUse, withSettings } from '../../../shared/packs/settings.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { countCapacity } from '../../../shared/stores/capacity-count.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import { journalRow, journalStore } from '../../../shared/stores/journal-store.ts';
import { type Membership, membershipStore } from '../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { Brand, Help, settingsStore } from '../../../shared/stores/settings-store.ts';
import { openingReview } from '../review/load-review.ts';
import { ceilingChanges, listChanges } from './load-import.ts';
import { type MunicipalityFile, readMunicipalityFile } from './municipality-file.ts';

/** Help as it is written in: it stands on every page, for anybody to read. */
const HelpIn = Help.extend({
  phone: guardedPhone(z.string().trim().min(1).max(40)).optional(),
  email: guarded(EmailAddress).optional(),
});

const Body = z.strictObject({
  pack: z.string().default('leksand'),
  set: z.array(z.string()).default([]).meta({ description: 'key=value, as on the command line' }),
  invoiceAddress: guarded(z.string().min(1).max(200)).default('Fakturaenheten'),
  brand: Brand.optional().meta({ description: 'The colour that the portal wears, #rrggbb; as before when left out' }),
  help: HelpIn.optional().meta({ description: 'Whom to turn to about the portal; as before when left out' }),
  /** Read once more as a whole, so that every fault is named, not only those of the shape. */
  file: z.unknown().meta({ description: 'cases.json; its cases are taken as they stand, without orders' }),
});

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

/** The cases that are new, each with its assignment and its customer; what stands already is left as it is. */
async function caseChanges(file: MunicipalityFile, at: Instant, deps: Deps): Promise<readonly (readonly Change[])[]> {
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

/** Commits in pieces that fit; reading in the same file again goes on where it stopped. */
async function commitAll(groups: readonly (readonly Change[])[], deps: Deps, at: string): Promise<boolean> {
  for (const group of groups) {
    const counted = await countCapacity(group, deps, at);
    if ((await deps.table.commit([...group, ...counted])) === 'stale') return false;
  }
  return true;
}

/** An administrator reads in a municipality: its routine, rates, providers and people, and the cases it already has. */
export const importMunicipality = endpoint({
  summary: 'Read in a municipality, its people and its cases',
  body: Body,
  answer: z.object({ providers: z.int(), people: z.int(), cases: z.int() }),
  async run({ body, caller, at }, deps) {
    const { table } = deps;
    const read = readMunicipalityFile(body.file);
    if (!read.ok) return read;
    const pack = packNamed(body.pack);
    if (!pack) return refuse('invalid', 'bad-request', [{ at: 'body.pack', code: 'unknown-pack' }]);
    const set = withSettings(pack, body.set);
    if (!set.ok) return set;
    const usable = inUse(set.value);
    if (!usable.ok) return usable;

    const file = read.value;
    const providers = await Promise.all(
      file.providers.map(async (provider, index) => {
        const { ceilingHours: _, ...details } = provider;
        const found = await providerStore(table).find(provider.id);
        const next = {
          // Its approval and its pause stand, whatever is read in.
          ...found?.entity,
          ...details,
          number: provider.number ?? index + 1,
          name: provider.name || provider.id,
          email: provider.email ?? '',
        };
        return { id: next.id, number: next.number, changes: [providerStore(table).save(next, found)] };
      }),
    );
    const listed = await listChanges(providers, set.value, { at, by: caller.userId }, deps);
    const memberships = membershipsIn(file);
    const people = await Promise.all(
      memberships.map(async (next) => {
        const over = await membershipStore(table).find(next.userId, next.role);
        // Who stands in for somebody is no matter of the file.
        const reliefs = over?.entity.reliefs;
        return [membershipStore(table).save({ ...next, ...(reliefs ? { reliefs } : {}) }, over)];
      }),
    );
    const cases = await caseChanges(file, at, deps);
    const groups = [...providers.map(({ changes }) => changes), ...people, ...cases];
    if (!(await commitAll(groups, deps, at))) return refuse('conflict', 'changed-meanwhile');

    const over = await settingsStore(table).find();
    const { municipality, rates } = file;
    const chosen = { pack: body.pack, overrides: body.set, invoiceAddress: body.invoiceAddress };
    // What has happened in a municipality is not in its file: a file that is read in again leaves it as it is.
    const reviewedOn = over?.entity.pack === body.pack ? over.entity.reviewedOn : undefined;
    const { brand = over?.entity.brand, help = over?.entity.help } = body;
    const kept = { ...(brand ? { brand } : {}), ...(help ? { help } : {}), ...(reviewedOn ? { reviewedOn } : {}) };
    const settings = { municipality, rates, ...chosen, ...kept };
    const counts = { providers: file.providers.length, people: people.length, cases: cases.length };
    const row = { event: 'municipality-imported', refs: { pack: body.pack, ...counts } };
    return done(counts, {
      changes: [
        settingsStore(table).save(settings, over),
        ...listed,
        ...(await ceilingChanges(file, dateOf(at), deps)),
        ...(await openingReview(set.value, reviewedOn, at, deps)),
        journalStore(table).append(journalRow(deps.newId('J'), at, caller, row)),
      ],
    });
  },
});

import * as z from 'zod';
import { oneLine } from '../../../shared/domain/broken-text.ts';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { EmailOrNone } from '../../../shared/domain/email-address.ts';
import { guarded } from '../../../shared/domain/free-text.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { Role } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { type Membership, membershipStore } from '../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { unitStore } from '../../../shared/stores/unit-store.ts';
import { faultsIn, widened } from './staffing.ts';
import { mayEnd } from './staffing-step.ts';

const line = (most: number) => guarded(z.string().trim().min(1).max(most).regex(oneLine));

const GivenRole = z.strictObject({
  role: Role,
  providerId: SafeId.optional().meta({ description: 'For a provider’s role, and only for one' }),
  unit: line(100).optional(),
  unitId: SafeId.optional().meta({ description: 'The unit of the municipality’s own; needed in a unit’s role' }),
  attestLimitOre: z
    .int()
    .min(0)
    .nullish()
    .meta({ description: 'Öre up to which a head attests alone; as before when left out, null: no limit' }),
  from: LocalDate.optional().meta({ description: 'The first day; at once when it is left out' }),
  to: LocalDate.optional().meta({ description: 'The last day; until further notice when it is left out' }),
});

/** A role as it is given: how much a head may attest alone stays where nothing is said of it. */
function membershipOf(
  userId: string,
  { attestLimitOre: said, ...given }: z.infer<typeof GivenRole>,
  before?: Membership,
): Membership {
  const attestLimitOre = said === undefined ? before?.attestLimitOre : (said ?? undefined);
  return { userId, ...given, ...(attestLimitOre === undefined ? {} : { attestLimitOre }) };
}

/**
 * Somebody is taken in, or gets roles, from one day to another. A role that is named gets these days; one that is not
 * named stays as it is. Nobody gives themselves a role, or more days in one. What has been handed over to them for a time is not theirs, and no matter of this.
 */
export const saveStaff = endpoint({
  summary: 'Take somebody in, or change their roles',
  path: z.object({ userId: SafeId }),
  body: z.strictObject({
    name: line(200).optional(),
    email: guarded(EmailOrNone).optional(),
    roles: z.array(GivenRole).max(Role.options.length),
  }),
  answer: z.object({ userId: z.string(), isNew: z.boolean(), roles: z.array(GivenRole) }),
  async run({ path: { userId }, body, caller, at }, { table }) {
    const memberships = membershipStore(table);
    const [providers, units] = [await providerStore(table).ids(), await unitStore(table).ids()].map(
      (ids) => new Set(ids),
    );
    const faults = faultsIn(body.roles, {
      provider: (id) => providers?.has(id) === true,
      unit: (id) => units?.has(id) === true,
    });
    if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
    const held = await memberships.storedOf(userId);
    // Four eyes (A72): nobody gives themselves a role, in whatever role or deputyship they act.
    const own =
      userId === caller.userId
        ? widened(
            body.roles,
            held.map(({ entity }) => entity),
          )
        : [];
    if (own.length > 0)
      return refuse(
        'forbidden',
        'own-role',
        body.roles.flatMap(({ role }, n) => (own.includes(role) ? [{ at: `body.roles[${n}]`, code: 'own-role' }] : [])),
      );
    if (held.length === 0 && body.roles.length === 0)
      return refuse('invalid', 'missing-field', [{ at: 'body.roles', code: 'missing-field' }]);

    const named = new Map(body.roles.map((given) => [given.role, given]));
    const lent = held.find(({ entity }) => entity.deputyFor !== undefined && named.has(entity.role));
    if (lent) return refuse('conflict', 'already-holds-role');
    const first = held.find(({ entity }) => entity.email !== undefined || entity.name !== undefined)?.entity;
    const name = body.name ?? first?.name;
    const email = body.email ?? first?.email;
    const person = { ...(name ? { name } : {}), ...(email ? { email } : {}) };
    const changed = held.map((over) => {
      const { name: _, email: __, ...kept } = over.entity;
      const given = named.get(kept.role);
      const { reliefs } = kept;
      const next: Membership = given ? { ...membershipOf(userId, given, kept), ...(reliefs ? { reliefs } : {}) } : kept;
      return { over, next: { ...next, ...person } };
    });
    const fresh = body.roles.filter(({ role }) => !held.some(({ entity }) => entity.role === role));
    const may = await mayEnd(changed, at, table);
    if (!may.ok) return may;
    const roles = body.roles.map(
      ({ role, from = '', to = '', attestLimitOre }) =>
        `${role} ${from}–${to}${attestLimitOre === undefined ? '' : ` (${attestLimitOre ?? 'no limit'})`}`,
    );
    return done(
      { userId, isNew: held.length === 0, roles: body.roles },
      {
        status: held.length === 0 ? 201 : 200,
        saves: [
          ...changed.map(({ over, next }) => memberships.save(next, over)),
          ...fresh.map((given) => memberships.save({ ...membershipOf(userId, given), ...person }, undefined)),
          ...may.value,
        ],
        rows: [{ event: 'staff-saved', refs: { staffId: userId, roles: roles.join(', ') } }],
      },
    );
  },
});

import * as z from 'zod';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { Role } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { isInForceOn, type Membership, membershipStore } from '../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { unitStore } from '../../../shared/stores/unit-store.ts';

/** One of the caller's roles, with the provider or the unit that it is held at. */
const HeldRole = z.object({
  role: Role,
  providerId: z.string().optional(),
  providerName: z.string().optional(),
  unitId: z.string().optional(),
  unitName: z.string().optional(),
});

/** What the place of a role is called: a provider, or a unit of the municipality's own. */
async function placeOf({ providerId, unitId }: Membership, table: Table) {
  const provider = providerId === undefined ? undefined : await providerStore(table).find(providerId);
  const unit = unitId === undefined ? undefined : await unitStore(table).find(unitId);
  return {
    ...(providerId === undefined ? {} : { providerId, providerName: provider?.entity.name }),
    ...(unitId === undefined ? {} : { unitId, unitName: unit?.entity.name }),
  };
}

/** Who the caller is here, and every role held today; the portal shows what the role may do, the API decides it. */
export const getMe = endpoint({
  summary: 'Who you are here, and the roles you hold',
  answer: z
    .object({ userId: z.string(), name: z.string().optional(), role: Role, roles: z.array(HeldRole) })
    .meta({ id: 'Me' }),
  async run({ caller, at }, { table }) {
    const held = (await membershipStore(table).of(caller.userId)).filter((one) => isInForceOn(one, dateOf(at)));
    const roles = await Promise.all(held.map(async (one) => ({ role: one.role, ...(await placeOf(one, table)) })));
    const name = held.find(({ role }) => role === caller.role)?.name;
    return done({ userId: caller.userId, name, role: caller.role, roles });
  },
});

import * as z from 'zod';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { Role } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { isInForceOn, membershipStore } from '../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';

/** One of the caller's roles, with the provider it is held at. */
const HeldRole = z.object({ role: Role, providerId: z.string().optional(), providerName: z.string().optional() });

/** Who the caller is here, and every role held today; the portal shows what the role may do, the API decides it. */
export const getMe = endpoint({
  summary: 'Who you are here, and the roles you hold',
  answer: z
    .object({ userId: z.string(), name: z.string().optional(), role: Role, roles: z.array(HeldRole) })
    .meta({ id: 'Me' }),
  async run({ caller, at }, { table }) {
    const held = (await membershipStore(table).of(caller.userId)).filter((one) => isInForceOn(one, dateOf(at)));
    const roles = await Promise.all(
      held.map(async ({ role, providerId }) => {
        if (providerId === undefined) return { role };
        const provider = await providerStore(table).find(providerId);
        return { role, providerId, providerName: provider?.entity.name };
      }),
    );
    const name = held.find(({ role }) => role === caller.role)?.name;
    return done({ userId: caller.userId, name, role: caller.role, roles });
  },
});

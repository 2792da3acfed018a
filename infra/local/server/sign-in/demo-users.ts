import * as z from 'zod';
import { isProvidersRole, Role } from '../../../../shared/domain/roles.ts';
import type { Table } from '../../../../shared/ports/table.ts';
import { type Membership, membershipStore } from '../../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';

/** Someone who can sign in here, once for each role that the person holds. */
export const DemoUser = z.object({
  user: z.string(),
  name: z.string(),
  role: Role,
  unit: z.string().optional().meta({ description: "The provider's name, for those who work for one" }),
  providerId: z.string().optional(),
});
export type DemoUser = z.infer<typeof DemoUser>;

/** Everyone with a membership, by role and then by id. */
export async function demoUsers(table: Table): Promise<readonly DemoUser[]> {
  const memberships = membershipStore(table);
  const providers = (await providerStore(table).readable()).items.map(({ entity }) => entity);
  const units = new Map(providers.map(({ id, name }) => [id, name]));
  const held = await Promise.all(
    Role.options.flatMap((role): Promise<readonly Membership[]>[] =>
      isProvidersRole(role) ? providers.map(({ id }) => memberships.withRole(role, id)) : [memberships.withRole(role)],
    ),
  );
  return held.flat().map(({ userId, name, role, providerId }) => ({
    user: userId,
    name: name ?? userId,
    role,
    ...(providerId ? { unit: units.get(providerId) ?? providerId, providerId } : {}),
  }));
}

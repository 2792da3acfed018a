import * as z from 'zod';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { type Caller, isProvidersRole, Role } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { isInForceOn, type Membership, membershipStore } from '../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';

const Staff = z
  .object({
    userId: z.string(),
    name: z.string().optional(),
    role: Role,
    providerId: z.string().optional(),
    now: z.boolean().meta({ description: 'Whether the role is held today' }),
    unit: z.string().optional(),
    unitId: z.string().optional().meta({ description: 'The unit of the municipality’s own that it is held at' }),
    from: z
      .string()
      .optional()
      .meta({ description: 'To the administrator and the head, as are the last day, whose deputy and the limit' }),
    to: z.string().optional(),
    deputyFor: z.string().optional(),
    attestLimitOre: z.int().optional().meta({ description: 'Öre up to which a head attests alone' }),
    email: z.string().optional().meta({ description: 'To the administrator alone, who writes it in' }),
  })
  .meta({ id: 'Staff' });

const municipalitys: readonly Role[] = Role.options.filter((role) => !isProvidersRole(role));
const providers: readonly Role[] = Role.options.filter(isProvidersRole);

const keyOf = ({ userId, role }: z.infer<typeof Staff>): string => `${userId} ${role}`;

/** What only those who see to the house need: the days of a role, and where somebody is written to. */
const housekeeping = ({ from, to, deputyFor, attestLimitOre, email }: Membership, { role }: Caller) => ({
  ...(role === 'administrator' || role === 'head'
    ? {
        ...{ ...(from ? { from } : {}), ...(to ? { to } : {}), ...(deputyFor ? { deputyFor } : {}) },
        ...(attestLimitOre === undefined ? {} : { attestLimitOre }),
      }
    : {}),
  ...(role === 'administrator' && email ? { email } : {}),
});

const heldAt = async (providerIds: readonly string[], table: Table) =>
  (
    await Promise.all(providerIds.flatMap((id) => providers.map((role) => membershipStore(table).withRole(role, id))))
  ).flat();

/**
 * What those who work here are called, by the id that journal, orders and messages know them by; also those who no
 * longer do. The municipality's own see everybody, a provider its own and the municipality's.
 */
export const listStaff = endpoint({
  summary: 'Who works here, by id',
  query: z.strictObject(wholePage),
  answer: z.object({ items: z.array(Staff), next: z.string().optional() }),
  async run({ query, caller, at }, { table }) {
    const places = isProvidersRole(caller.role) ? [caller.providerId ?? ''] : await providerStore(table).ids();
    const own = await Promise.all(municipalitys.map((role) => membershipStore(table).withRole(role)));
    const held = [...own.flat(), ...(await heldAt(places, table))];
    const today = dateOf(at);
    const all = held.map((one) => ({
      userId: one.userId,
      name: one.name,
      role: one.role,
      providerId: one.providerId,
      now: isInForceOn(one, today),
      ...(one.unit ? { unit: one.unit } : {}),
      ...(one.unitId ? { unitId: one.unitId } : {}),
      ...housekeeping(one, caller),
    }));
    return done(
      pageOf(
        all.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
        keyOf,
        query,
      ),
    );
  },
});

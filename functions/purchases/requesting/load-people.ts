import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { isInForceOn, type Membership, membershipStore } from '../../../shared/stores/membership-store.ts';
import type { Receiver } from '../purchase-parts.ts';

const atUnit = [
  ...(['receiving-manager', 'receiving-coordinator', 'contact-person', 'employee'] as const),
] satisfies readonly Role[];
const atProvider = ['provider-manager', 'provider'] as const satisfies readonly Role[];

/** Who works where the help is performed, on a day. */
export async function peopleAt(
  { unitId, providerId }: Receiver,
  day: LocalDate,
  { table }: Pick<Deps, 'table'>,
): Promise<readonly Membership[]> {
  const memberships = membershipStore(table);
  const found =
    unitId === undefined
      ? atProvider.map((role) => memberships.withRole(role, providerId))
      : atUnit.map((role) => memberships.ofUnit(role, unitId));
  return (await Promise.all(found)).flat().filter((one) => isInForceOn(one, day));
}

import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { type Owner, ownerOf, providerOwner } from '../../../shared/domain/owner.ts';
import { isProvidersRole, Role } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { isInForceOn, type Membership, membershipStore } from '../../../shared/stores/membership-store.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import type { ReadableItems } from '../../../shared/stores/stored.ts';

/** Somebody with a list of tasks and an address: whose list it is, and whom to write to. */
export type Recipient = {
  readonly id: string;
  readonly owner: Owner;
  /** In which role, where a list is shared by several. */
  readonly role?: Role;
  readonly to: { readonly member: Membership } | { readonly provider: Provider };
};

/** They have notices to read, and no tasks of their own. */
const without: readonly Role[] = ['fee-officer', 'nurse', 'night-patrol'];
const listed = Role.options.filter((role) => !isProvidersRole(role) && !without.includes(role));

/**
 * Everyone with a list of tasks today: officers, heads, administrators, those who buy and sell hours between departments,
 * and each provider at its own address. One that cannot be read keeps nobody else from it.
 */
export async function recipientsOn({ table, log }: Deps, at: Instant): Promise<readonly Recipient[]> {
  const today = dateOf(at);
  const those = <T>({ items, unreadable }: ReadableItems<T>): readonly T[] => {
    for (const _ of unreadable)
      log.error('somebody cannot be read and is not written to', {
        entry: 'sendDigest',
        failure: new Error('unreadable'),
      });
    return items.map(({ entity }) => entity);
  };
  const staff = await Promise.all(
    listed.map(async (role) => {
      const members = those(await membershipStore(table).readableWithRole(role));
      return members
        .filter((member) => member.email && isInForceOn(member, today))
        .map(
          (member): Recipient => ({
            id: `${role}:${member.userId}`,
            owner: ownerOf({ ...member, caseload: member.userId }),
            role,
            to: { member },
          }),
        );
    }),
  );
  const providers = those(await providerStore(table).readable()).filter(({ email }) => email !== '');
  return [
    ...staff.flat(),
    ...providers.map(
      (provider): Recipient => ({
        id: providerOwner(provider.id),
        owner: providerOwner(provider.id),
        to: { provider },
      }),
    ),
  ];
}

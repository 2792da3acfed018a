import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { type Owner, officerOwner, providerOwner } from '../../../shared/domain/owner.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { isInForceOn, type Membership, membershipStore } from '../../../shared/stores/membership-store.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import type { ReadableItems } from '../../../shared/stores/stored.ts';

/** Somebody with a list of tasks and an address: whose list it is, and whom to write to. */
export type Recipient = {
  readonly id: string;
  readonly owner: Owner;
  readonly to: { readonly member: Membership } | { readonly provider: Provider };
};

const ownerIn = (role: 'officer' | 'head' | 'administrator', userId: string): Owner =>
  role === 'officer' ? officerOwner(userId) : role;

/** Everyone with a list of their own today: officers, heads, administrators, and each provider at its own address. One that cannot be read keeps nobody else from it. */
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
    (['officer', 'head', 'administrator'] as const).map(async (role) => {
      const members = those(await membershipStore(table).readableWithRole(role));
      return members
        .filter((member) => member.email && isInForceOn(member, today))
        .map(
          (member): Recipient => ({
            id: `${role}:${member.userId}`,
            owner: ownerIn(role, member.userId),
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

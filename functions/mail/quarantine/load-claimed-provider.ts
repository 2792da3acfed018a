import type { Deps } from '../../../shared/ports/deps.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { loadRegister } from '../acting/load-register.ts';
import { plainAddress } from '../judging/sender.ts';
import type { Mail } from '../mail.ts';

/**
 * Whom a mail would be from if somebody answered for it: the provider of the order that it replies about, else the one
 * that the claimed address or its domain is registered to.
 */
export async function claimedProvider({ orderId, claims }: Mail, deps: Deps): Promise<string | undefined> {
  const order = orderId === undefined ? undefined : await orderStore(deps.table).findReadable(orderId);
  if (order) return order.entity.providerId;
  // What reads as a person before the `@` is hidden, and the domain alone is left.
  const address = claims === undefined ? undefined : plainAddress(claims.replace(/^[^\s<>@]*•[^\s<>@]*(?=@)/, 'x'));
  if (address === undefined) return undefined;
  const { exact, domains } = await loadRegister(deps);
  const [first, ...others] = exact.get(address) ?? [];
  if (first !== undefined) return others.length === 0 ? first : undefined;
  return domains.get(address.slice(address.lastIndexOf('@') + 1));
}

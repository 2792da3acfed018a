import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { officerOwner, providerOwner } from '../../../shared/domain/owner.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import type { Provider } from '../../../shared/stores/provider-store.ts';
import type { Routine } from '../../../shared/stores/routine.ts';
import type { Arrangement } from '../arrangement.ts';
import { letterOf } from './notification.ts';

/** The provider that gets an order, how the routine has it carried out, and who gave it. */
export type Receiving = Routine & {
  readonly provider: Provider;
  readonly arrangement: Arrangement;
  readonly givenBy: Role;
  readonly at: Instant;
};

/**
 * Notifies those concerned of a new order. An urgent one is sent by letter and inside the system beside the phone call
 * (S-16, S-34, L-14), and to the officer when the night patrol gave it (S-17). Of others a provider is notified by its
 * routine's channel, or not until it is contacted (S-23).
 */
export async function lettersOf(order: Order, receiving: Receiving, deps: Deps): Promise<readonly Change[]> {
  const { settings, pack, provider, arrangement, givenBy, at } = receiving;
  const post = outbox(deps, settings, at);
  const fields = { to: 'orders', orderId: order.id, caseNo: order.caseNo, due: order.startBy } as const;
  const letter = letterOf(order, arrangement);
  if (!order.urgent) return letter ? post.tell(provider, pack, letter, fields) : [];
  const named = { ...fields, provider: provider.name };
  const copies =
    givenBy === 'night-patrol'
      ? [
          ...(await post.toOfficer(order.officerId, 'N09', named)),
          ...post.inside(officerOwner(order.officerId), 'N09', named),
        ]
      : [];
  return [
    ...(arrangement.isToldInside ? [] : post.toProvider(provider, 'N09', fields)),
    ...post.inside(providerOwner(provider.id), 'N09', named),
    ...copies,
  ];
}

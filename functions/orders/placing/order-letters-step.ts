import type { Order } from '../../../shared/domain/order.ts';
import { officerOwner, providerOwner } from '../../../shared/domain/owner.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import type { Provider } from '../../../shared/stores/provider-store.ts';
import type { Routine } from '../../../shared/stores/routine.ts';
import type { Arrangement } from '../arrangement.ts';
import { letterOf } from './notification.ts';

type News = Routine & {
  readonly provider: Provider;
  readonly arrangement: Arrangement;
  readonly caller: Caller;
  readonly at: string;
};

/**
 * Who is told of a new order. An urgent one is told by letter and inside the system beside the phone call (S-16, S-34,
 * L-14), and to the officer when the night patrol gave it (S-17). Of others a provider is told by its routine's channel,
 * or not until it is contacted (S-23).
 */
export async function lettersOf(order: Order, news: News, deps: Deps): Promise<readonly Change[]> {
  const { settings, pack, provider, arrangement, caller, at } = news;
  const post = outbox(deps, settings, at);
  const fields = { to: 'orders', orderId: order.id, caseNo: order.caseNo, due: order.startBy } as const;
  const letter = letterOf(order, arrangement);
  if (!order.urgent) return letter ? post.tell(provider, pack, letter, fields) : [];
  const named = { ...fields, provider: provider.name };
  const copies =
    caller.role === 'night-patrol'
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

/** The home care nurses' shared list is told of the provider that an enrolled customer has got (S-10). */
export async function nurseLetters(order: Order, news: News, deps: Deps): Promise<readonly Change[]> {
  if (!news.pack.healthCare || !order.healthCareEnrolled) return [];
  const post = outbox(deps, news.settings, news.at);
  const fields = { to: 'messages', caseNo: order.caseNo, provider: news.provider.name } as const;
  return [...(await post.toNurses('N07', fields)), ...post.inside('nurse', 'N07', fields)];
}

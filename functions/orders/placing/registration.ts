import { type Instant, localIso } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import type { Arrangement } from '../arrangement.ts';
import type { OrderIn } from './order-body.ts';

type Row = {
  readonly event: string;
  readonly rule?: string;
  readonly refs?: Record<string, string | number | boolean>;
};

type Choice = NonNullable<Order['choice']>;

/** Whether there is anything to register of the customer's choice: one was noted, or none was made (S-06, S-07, L-09). */
export const isRegistered = ({ choice }: Pick<OrderIn, 'choice'>, how: Choice['how']): boolean =>
  how === 'ABSTAINED' || (how === 'CHOSEN' && choice !== undefined);

/** What the journal keeps of a new order: placed, the choice registered, urgent, and the question of home health care. */
export function placingRows(
  order: Order,
  asked: OrderIn,
  { role, phonedAt }: { readonly role: Role; readonly phonedAt: Instant | undefined },
  { rules }: Arrangement,
): readonly Row[] {
  const { providerId, choice } = order;
  const how = choice?.how ?? 'CHOSEN';
  const registered = {
    ...{ providerId, how },
    ...(choice?.mode ? { mode: choice.mode } : {}),
    ...(choice?.pick === undefined ? {} : { pick: choice.pick }),
  };
  const urgentRule = how === 'URGENT_EXISTING' ? rules.urgentExisting : rules.urgentTurn;
  const urgent = { ...registered, ...(phonedAt ? { phonedAt: localIso(phonedAt) } : {}) };
  return [
    { event: 'order-placed', rule: rules.placed, refs: { providerId } },
    ...(isRegistered(asked, how) ? [{ event: 'choice-registered', rule: rules.registered, refs: registered }] : []),
    ...(order.urgent && (how !== 'CHOSEN' || phonedAt || role !== 'officer')
      ? [{ event: 'urgent-assigned', rule: role === 'officer' ? urgentRule : 'S-17', refs: urgent }]
      : []),
    ...(order.pause?.homecoming
      ? [{ event: 'homecoming-planned', refs: { planned: localIso(order.pause.homecoming) } }]
      : []),
    ...(order.healthCareEnrolled === undefined ? [] : [{ event: 'health-care-checked' }]),
  ];
}

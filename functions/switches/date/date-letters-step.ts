import { type Instant, type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { type Fields, outbox } from '../../../shared/steps/outbox.ts';
import { tellingNurses } from '../../../shared/steps/telling-nurses.ts';
import { arrangementOf } from '../../orders/arrangement.ts';
import type { Side } from '../caller-side.ts';
import type { SwitchStep } from '../load-switch.ts';
import type { Switch } from '../switch.ts';

type Says = { readonly one: Switch; readonly step: Omit<SwitchStep, 'side'>; readonly at: Instant };

const about = (one: Switch): Fields => ({ to: 'switches', id: one.id, caseNo: one.caseNo });

/**
 * The day is told to everyone in the deal but the one who settled it: the officer (S-54), the other provider (S-52), or
 * both providers where the officer carries the words (S-47, S-48).
 */
export async function tellDate(
  { one, step, at }: Says,
  on: LocalDate,
  side: Side,
  deps: Deps,
): Promise<readonly Change[]> {
  const { pack, settings, leaving, joining } = step;
  const box = outbox(deps, settings, at);
  const fields: Fields = { ...about(one), on };
  return [
    ...(side === 'leaving' ? [] : box.tell(leaving, pack, 'N30', fields)),
    ...(side === 'joining' ? [] : box.tell(joining, pack, 'N30', fields)),
    ...(side === 'officer' ? [] : await box.toOfficer(one.officerId, 'N30', fields)),
  ];
}

/**
 * The joining provider's order, by its own kind's letter (L-10, S-08): where the clock begins with the officer's contact
 * (S-23), that contact is what tells of it.
 */
export function tellOrder({ step, at }: Omit<Says, 'one'>, order: Order, deps: Deps): Effects {
  const { pack, settings, joining } = step;
  const arrangement = arrangementOf(pack, joining.kind);
  if (!arrangement.ok) return {};
  const { placed, letter } = arrangement.value.rules;
  const fields: Fields = { to: 'orders', orderId: order.id, caseNo: order.caseNo, due: order.startBy };
  const refs = { orderId: order.id, providerId: order.providerId, how: 'SWITCHED' };
  const row = { event: 'order-placed', rule: placed, caseNo: order.caseNo, refs };
  return { letters: letter ? outbox(deps, settings, at).tell(joining, pack, letter, fields) : [], rows: [row] };
}

/** Home health care is told of a customer who is enrolled there: that the leaving provider ends, or stays (S-58, S-59). */
export async function tellNurses({ one, step, at }: Says, on: LocalDate | undefined, deps: Deps): Promise<Effects> {
  if (!one.healthCareEnrolled) return {};
  const { leaving, joining, settings } = step;
  const lastDay = on === undefined ? undefined : plusDays(on, -1);
  const news = { caseNo: one.caseNo, leaving, joining, lastDay, refs: { switchId: one.id } };
  return tellingNurses(news, { settings, at }, deps);
}

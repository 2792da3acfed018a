import type { Assignment, Service } from '../../../shared/domain/assignment.ts';
import { type Deadline, lapse, moveTo } from '../../../shared/domain/deadline.ts';
import { startCodes } from '../../../shared/domain/deadline-kinds.ts';
import { type Instant, swedishDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { agreedContent } from '../../../shared/domain/order-content.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Pack, ProviderKind } from '../../../shared/packs/pack.ts';
import { orderOf, startClock } from '../../orders/door.ts';
import { rulesOf } from '../requesting/switch-rules.ts';
import type { Switch } from '../switch.ts';

type Days = Pick<Assignment, 'services' | 'from' | 'to'>;

/** The order that the joining provider gets with the services in force on the day of the switch (L-60, L-63, S-41), and what those it
 * takes over from were to be worked by. */
export const firstOrder = (
  one: Switch,
  { id, kind, days, left, at }: { id: string; kind: ProviderKind; days: Days; left: readonly Order[]; at: Instant },
  pack: Pack,
) =>
  orderOf(
    {
      ...days,
      ...agreedContent(left),
      id,
      kind,
      caseNo: one.caseNo,
      providerId: one.joiningId,
      officerId: one.officerId,
      placedAt: at,
      urgent: false,
      choice: {
        how: 'SWITCHED',
        mode: one.mode,
        ...(one.formDocumentId ? { formId: one.formDocumentId } : {}),
        ...(one.pick === undefined ? {} : { pick: one.pick }),
      },
      // The notice of the switch has told a provider that is contacted elsewhere (S-43, A69).
      ...(one.told && pack.clock?.[kind] === 'CONTACTED'
        ? { heard: { at: one.told.inAt, by: one.told.by, from: 'SWITCH' as const } }
        : {}),
      ...(one.healthCareEnrolled === undefined ? {} : { healthCareEnrolled: one.healthCareEnrolled }),
    },
    pack,
  );

const asText = (services: readonly Service[]) => JSON.stringify(services);

/**
 * The same order on other days. What has been decided at the joining provider since it was ordered is kept: only
 * services that are still as this switch made them are drawn again.
 */
export function movedOrder(
  order: Order,
  { days, drawn, kind, at }: { days: Days; drawn: readonly Service[] | undefined; kind: ProviderKind; at: Instant },
  pack: Pack,
): Result<{ readonly order: Order; readonly move: (deadline: Deadline) => Deadline }, 'joining-order-over'> {
  if (isOver(order)) return refuse('conflict', 'joining-order-over');
  const isAsDrawn = drawn === undefined || asText(order.services) === asText(drawn);
  const next: Order = { ...order, from: days.from, to: days.to, services: isAsDrawn ? days.services : order.services };
  const counted = order.heard?.at ?? order.contact?.at ?? order.placedAt;
  const { startBy: _earlier, ...unlimited } = next;
  const clock = order.startBy === undefined || order.deferral ? undefined : startClock(unlimited, kind, counted, pack);
  const startBy = clock?.ok ? clock.value.order.startBy : order.startBy;
  const why = {
    rule: rulesOf(pack).dated ?? 'A23',
    text: `Bytet flyttades: den nya utföraren börjar ${swedishDate(days.from)}.`,
  };
  const move = (deadline: Deadline): Deadline =>
    startBy === undefined || order.deferral || deadline.doneAt !== undefined || !startCodes.includes(deadline.code)
      ? deadline
      : moveTo(deadline, startBy, at, why);
  return accept({ order: startBy === undefined ? next : { ...next, startBy }, move });
}

/** The joining order is withdrawn: the customer stays where they are, and what it waited for lapses. */
export function takenBack(order: Order, { by, at }: { readonly by: string; readonly at: Instant }) {
  const over = isOver(order);
  const next: Order = over
    ? order
    : { ...order, state: 'closed', ending: { at, by, cause: 'SWITCH', before: order.state }, closed: { at, by } };
  const move = (deadline: Deadline): Deadline =>
    deadline.doneAt === undefined && !over ? lapse(deadline, at) : deadline;
  return { order: next, move };
}

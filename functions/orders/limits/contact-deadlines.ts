import { begin, type Deadline, meet } from '../../../shared/domain/deadline.ts';
import {
  dateOf,
  type Instant,
  instantAt,
  plusDays,
  swedishDate,
  swedishInstant,
} from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { addWorkingDays, nextWorkingDay } from '../../../shared/domain/working-days.ts';
import { endOfLimit, vardagar } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';

type About = Pick<Order, 'id' | 'caseNo' | 'providerId' | 'officerId'>;

const about = ({ id: orderId, caseNo, providerId, officerId }: About) =>
  ({ kind: 'order', orderId, caseNo, providerId, officerId }) as const;

/** The hours of the next vardag at which a contact that has not been made is reminded of, and is late (A69). */
const nextVardag = { remindAt: '08:00', dueAt: '12:00' };

/** The officer tells a private provider of the order (D43, S-23): the same day, and late at noon on the next vardag (A69). */
export function contactDue({ placedAt, ...order }: About & Pick<Order, 'placedAt'>, pack: Pack): Deadline {
  const day = dateOf(placedAt);
  const next = nextWorkingDay(day, vardagar(pack));
  const dueAt = instantAt(next, nextVardag.dueAt);
  const isSameDay = pack.params['contact.within'] === 'SAME_DAY';
  const text = `Ingen har meddelat utföraren: görs ${isSameDay ? 'samma dag, ' : ''}senast ${swedishInstant(dueAt)}.`;
  return begin('D43', {
    subject: about(order),
    dueAt,
    remindAt: isSameDay ? endOfLimit(day, pack) : instantAt(next, nextVardag.remindAt),
    why: [
      { rule: 'S-23', text: `Uppdraget fördelades ${swedishInstant(placedAt)}.` },
      { rule: 'A69', text },
    ],
  });
}

/** As the contact leaves it: in time when it was made in time, however late it was written down. */
export function metByContact(deadline: Deadline, contactAt: Instant, at: Instant): Deadline {
  if (deadline.code !== 'D43' || deadline.doneAt !== undefined) return deadline;
  if (contactAt > deadline.dueAt) return meet(deadline, at);
  return { ...deadline, state: 'done', doneAt: at, overdueAt: undefined };
}

/** A day by which the officer does what the routine gives no time for (A53). */
function byDefault(order: About, at: Instant, pack: Pack) {
  const days = pack.params['task.defaultDays'];
  const day = addWorkingDays(dateOf(at), days, vardagar(pack));
  const why = { rule: 'A53', text: `Rutinen anger ingen tid; ${days} vardagar från ${swedishDate(dateOf(at))}.` };
  return { subject: about(order), dueAt: endOfLimit(day, pack), why: [why] };
}

/** The paper goes out to the provider that has been told (D44, S-26). */
export const paperDue = (order: About, at: Instant, pack: Pack): Deadline => begin('D44', byDefault(order, at, pack));

/** The officer sets the order as executed when the first visit has been told (D45, S-38). */
export const executionDue = (order: About, at: Instant, pack: Pack): Deadline =>
  begin('D45', byDefault(order, at, pack));

/** How long services may be left undone before the officer asks again. */
const askedAgainAfter = 30;

/** The officer follows up what is not carried out (D46, S-19, S-37), and again until it is. */
export function notExecutedDue(order: About, at: Instant, rule: string, pack: Pack): Deadline {
  const day = plusDays(dateOf(at), askedAgainAfter);
  const text = `Meddelat eller följt upp ${swedishDate(dateOf(at))}: följs upp inom ${askedAgainAfter} dagar, senast ${swedishDate(day)}.`;
  return begin('D46', { rule, subject: about(order), dueAt: endOfLimit(day, pack), why: [{ rule, text }] });
}

import type { Deadline } from '../../../shared/domain/deadline.ts';
import { startCodes } from '../../../shared/domain/deadline-kinds.ts';
import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, lastDayOf, overCode } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { because, withCorrection } from '../corrections.ts';
import { isTheirs, type OrderCaller } from '../order.ts';
import { wasInTime } from './execution.ts';

/** When the visit was told of: as it was, or by the correction that first could know of it. */
const toldAt = (told: Instant, on: LocalDate, at: Instant): Instant => (on <= dateOf(told) ? told : at);

const faulty = <Code extends string>(code: Code) => refuse('invalid', code, [{ at: 'body.startedOn', code }]);

export type CorrectVisitRefusal =
  | ('order-not-found' | 'order-closed' | 'order-taken-back')
  | ('start-ahead' | 'start-before-order' | 'start-after-end');

/**
 * The day of the first visit was told wrong: it becomes the right one, with the mark of a late start drawn anew, and the
 * order says what it was (L-13, S-12). What is said again changes nothing.
 */
export function correctVisit(
  order: Order,
  by: OrderCaller,
  on: LocalDate,
  reason: string,
): Result<Order, CorrectVisitRefusal> {
  if (!isTheirs(order, by)) return refuse('missing', 'order-not-found');
  if (isOver(order)) return refuse('conflict', overCode(order));
  const was = (order.started ?? order.firstVisit)?.on;
  if (was === undefined || was === on) return accept(order);
  if (on > dateOf(by.at)) return faulty('start-ahead');
  if (on < order.from) return faulty('start-before-order');
  const last = lastDayOf(order);
  if (last !== undefined && on > last) return faulty('start-after-end');
  const corrected = <Visit extends NonNullable<Order['started']>>(visit: Visit): Visit => ({
    ...visit,
    on,
    late: order.deferral?.late === true || !wasInTime(order.startBy, on, toldAt(visit.at, on, by.at)),
  });
  const { at, userId } = by;
  return accept(
    withCorrection(
      {
        ...order,
        ...(order.firstVisit ? { firstVisit: corrected(order.firstVisit) } : {}),
        ...(order.started ? { started: corrected(order.started) } : {}),
      },
      { at, by: userId, what: 'FIRST_VISIT', was, is: on, ...because(reason) },
    ),
  );
}

/** What waited for the start, as the right day leaves it: in time or late by that, whatever it was by the wrong one. */
export function metAnew(deadline: Deadline, before: Order, on: LocalDate, at: Instant): Deadline {
  const told = (before.firstVisit ?? before.started)?.at;
  const isStarts = deadline.code === 'D03' || startCodes.includes(deadline.code);
  if (!isStarts || told === undefined || deadline.doneAt !== told) return deadline;
  const isLate = before.deferral?.late === true || !wasInTime(deadline.dueAt, on, toldAt(told, on, at));
  return isLate
    ? { ...deadline, state: 'overdue', overdueAt: deadline.overdueAt ?? at }
    : { ...deadline, state: 'done', overdueAt: undefined };
}

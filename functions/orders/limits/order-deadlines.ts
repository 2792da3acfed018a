import { begin, type Deadline, type DeadlineCode, lapse, meet, moveTo } from '../../../shared/domain/deadline.ts';
import { confirmCodes, startCodes } from '../../../shared/domain/deadline-kinds.ts';
import { type Instant, type LocalDate, swedishInstant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Derived, Why } from '../../../shared/domain/why.ts';
import type { Pack, ProviderKind } from '../../../shared/packs/pack.ts';
import { wasInTime } from '../starting/execution.ts';
import type { OrderLimits } from './order-limits.ts';

type Subject = Pick<Order, 'id' | 'caseNo' | 'providerId' | 'officerId'>;

const waiting = (
  { id: orderId, caseNo, providerId, officerId }: Subject,
  code: DeadlineCode,
  due: Derived<Instant>,
  more: { readonly rule?: string; readonly remindAt?: Instant | undefined } = {},
): Deadline =>
  begin(code, {
    subject: { kind: 'order', orderId, caseNo, providerId, officerId },
    dueAt: due.value,
    why: [...due.why],
    ...more,
  });

/** A start by a limit that the order itself did not set. */
export const startWaiting = (order: Subject, code: DeadlineCode, due: Derived<Instant>): Deadline =>
  waiting(order, code, due);

/** What an order waits for once its clock runs: confirmation, start and, when it is urgent, the same day (soft). */
export function deadlinesOf(order: Subject, limits: OrderLimits, kind: ProviderKind, pack: Pack): readonly Deadline[] {
  const { confirmDue, remindAt, startDue, urgentDue } = limits;
  const rules = pack.rules.orders?.[kind];
  return [
    ...(confirmDue && rules?.confirmBy
      ? [waiting(order, rules.confirmBy, confirmDue, { remindAt: remindAt?.value })]
      : []),
    ...(rules ? [waiting(order, rules.startBy, startDue)] : []),
    ...(urgentDue ? [waiting(order, 'D03', urgentDue)] : []),
  ];
}

/** An urgent order is begun by the time that help is needed (D07, S-16), no matter who gave it. */
export const neededStart = (order: Subject, neededBy: Instant): Deadline =>
  waiting(order, 'D07', {
    value: neededBy,
    why: [{ rule: 'S-16', text: `Akut: hjälpen behövs senast ${swedishInstant(neededBy)}.` }],
  });

/** The start at the time agreed on instead of the one that the order set (D08, S-14, S-15). */
export const agreedStart = (order: Subject, until: Instant, why: Why): Deadline =>
  waiting(order, 'D08', { value: until, why: [why] }, { rule: why.rule });

const waits = ({ doneAt }: Deadline): boolean => doneAt === undefined;

/**
 * As the first visit leaves it. One on an earlier day than the limit's was in time however late the message of it, and
 * the mark that the clock had put goes (A04); a start that was moved too late keeps its mark all the same (A56).
 */
export function metByVisit(deadline: Deadline, order: Order, on: LocalDate, at: Instant): Deadline {
  if (!waits(deadline)) return deadline;
  if (confirmCodes.includes(deadline.code)) return meet(deadline, order.confirmed?.at ?? at);
  if (deadline.code !== 'D03' && !startCodes.includes(deadline.code)) return deadline;
  if (order.deferral?.late || !wasInTime(deadline.dueAt, on, at)) return meet(deadline, at);
  return { ...deadline, state: 'done', doneAt: at, overdueAt: undefined };
}

/** As a later start leaves it (S-14, S-15): moved; the same day of an urgent one is no longer asked for. */
export function movedTo(deadline: Deadline, until: Instant, at: Instant, why: Why): Deadline {
  if (!waits(deadline)) return deadline;
  if (startCodes.includes(deadline.code)) return moveTo(deadline, until, at, why);
  if (deadline.code !== 'D03') return deadline;
  const text = 'Starten är flyttad: samma dag gäller inte längre.';
  return lapse({ ...deadline, why: [...deadline.why, { rule: why.rule, text }] }, at);
}

/** Whether the start is still waited for. */
export const awaitsStart = (deadline: Deadline): boolean => startCodes.includes(deadline.code) && waits(deadline);

/** The earliest time by which help is still to begin. */
export const earliestStart = (deadlines: readonly Deadline[]): Instant | undefined =>
  deadlines
    .filter(awaitsStart)
    .map(({ dueAt }) => dueAt)
    .toSorted()[0];

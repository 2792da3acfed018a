import { type Deadline, type DeadlineCode, lapse, meet, moveTo, startCodes } from '../../../shared/domain/deadline.ts';
import { type Instant, type LocalDate, swedishInstant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { providerOwner } from '../../../shared/domain/owner.ts';
import type { Derived, Why } from '../../../shared/domain/why.ts';
import type { ClockEvent, Pack, ProviderKind } from '../../../shared/packs/pack.ts';
import { wasInTime } from '../order.ts';
import type { OrderLimits } from './order-limits.ts';

/** The deadline of the start, by the event that it counts from (L-13, S-12, S-31). */
const starts: Record<ClockEvent, { readonly code: DeadlineCode; readonly rule: string }> = {
  SENT: { code: 'D02', rule: 'L-13' },
  DISTRIBUTED: { code: 'D04', rule: 'S-12' },
  CONTACTED: { code: 'D05', rule: 'S-31' },
};

/** Of the receipt: a breach in one routine (L-12), a remark in another (S-28, A11). */
export const confirmCodes: readonly DeadlineCode[] = ['D01', 'D06'];

type Subject = Pick<Order, 'id' | 'caseNo' | 'providerId' | 'officerId'>;

const waiting = (
  { id: orderId, caseNo, providerId, officerId }: Subject,
  what: { readonly code: DeadlineCode; readonly rule: string; readonly hard: boolean; readonly remindAt?: Instant },
  due: Derived<Instant>,
): Deadline => ({
  code: what.code,
  rule: what.rule,
  subject: { kind: 'order', orderId, caseNo, providerId, officerId },
  owner: providerOwner(providerId),
  hard: what.hard,
  dueAt: due.value,
  ...(what.remindAt ? { remindAt: what.remindAt } : {}),
  why: [...due.why],
  state: 'open',
});

/** What an order waits for once its clock runs: confirmation, start and, when it is urgent, the same day (soft). */
export function deadlinesOf(order: Subject, limits: OrderLimits, kind: ProviderKind, pack: Pack): readonly Deadline[] {
  const { confirmDue, remindAt, startDue, urgentDue } = limits;
  const confirm =
    pack.confirmation?.[kind] === 'HARD'
      ? ({ code: 'D01', rule: 'L-12', hard: true } as const)
      : ({ code: 'D06', rule: 'S-28', hard: false } as const);
  return [
    ...(confirmDue ? [waiting(order, { ...confirm, remindAt: remindAt?.value }, confirmDue)] : []),
    waiting(order, { ...starts[pack.clock?.[kind] ?? 'SENT'], hard: true }, startDue),
    ...(urgentDue ? [waiting(order, { code: 'D03', rule: 'L-14', hard: false }, urgentDue)] : []),
  ];
}

/** An urgent order is begun by the time that help is needed (D07, S-16), whoever gave it. */
export const neededStart = (order: Subject, neededBy: Instant): Deadline =>
  waiting(
    order,
    { code: 'D07', rule: 'S-16', hard: true },
    {
      value: neededBy,
      why: [{ rule: 'S-16', text: `Akut: hjälpen behövs senast ${swedishInstant(neededBy)}.` }],
    },
  );

/** The start at the time agreed on instead of the one that the order set (D08, S-14, S-15). */
export const agreedStart = (order: Subject, until: Instant, why: Why): Deadline =>
  waiting(order, { code: 'D08', rule: why.rule, hard: true }, { value: until, why: [why] });

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

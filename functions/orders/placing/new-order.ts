import type { Deadline } from '../../../shared/domain/deadline.ts';
import { startCodes } from '../../../shared/domain/deadline-kinds.ts';
import { dateOf, endOfDay, type Instant, swedishDate, swedishInstant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Derived } from '../../../shared/domain/why.ts';
import { ownDeadline } from '../../../shared/packs/own-rules.ts';
import type { Pack, ProviderKind } from '../../../shared/packs/pack.ts';
import { confirmLimit } from '../limits/confirm-limit.ts';
import { contactDue, paperDue } from '../limits/contact-deadlines.ts';
import { dygnInWords, plusDygn } from '../limits/dygn.ts';
import { homeLimit } from '../limits/homecoming-limit.ts';
import { deadlinesOf, neededStart } from '../limits/order-deadlines.ts';
import { orderLimits } from '../limits/order-limits.ts';
import { hasBegun } from '../order.ts';
import type { OwnFields } from './order-body.ts';

/** What an order is made of: to whom, what and from when, how the provider got it, and how soon. */
export type OrderGiven = Pick<
  Order,
  | ('id' | 'caseNo' | 'providerId' | 'officerId' | 'services' | 'from' | 'to')
  | ('placedAt' | 'urgent' | 'choice' | 'heard' | 'pause')
> &
  OwnFields & {
    readonly kind: ProviderKind;
    /** When the help of an urgent order is needed (S-16). */
    readonly neededBy?: Instant;
  };

/** An order with what it waits for. */
export type OrderWithDeadlines = { readonly order: Order; readonly deadlines: readonly Deadline[] };

/**
 * The time by which help begins: a later one that was agreed before the clock ran holds (S-14), and so does the earlier
 * one by which an urgent order is needed (S-16).
 */
function startDue({ deferral }: Order, limit: Derived<Instant>): Derived<Instant> {
  if (!deferral || deferral.until <= limit.value) return limit;
  const text = `Senare start är redan överenskommen: senast ${swedishInstant(deferral.until)}.`;
  return { value: deferral.until, why: [...limit.why, { rule: 'S-14', text }] };
}

const earliest = (one: Instant, other: Instant | undefined): Instant =>
  other !== undefined && other < one ? other : one;

/**
 * An urgent order to a provider that is contacted has at most the ordinary dygn, at whatever hour: that an evening counts
 * as the next morning is not for what is needed sooner (S-16, S-34, A69). Ordered from a day that the dygn does not reach,
 * it is begun that day: nobody can begin before it, and no hour or weekend makes it later (S-14).
 */
function urgentDue({ urgent, from }: Order, at: Instant, limit: Derived<Instant>, pack: Pack): Derived<Instant> {
  const dygn = plusDygn(at, pack);
  const isLater = dateOf(dygn) < from;
  const due = isLater ? endOfDay(from) : dygn;
  if (!urgent || due >= limit.value) return limit;
  const text = isLater
    ? `Akut från ${swedishDate(from)}: senast den dagen, till kl. 24:00.`
    : `Akut: högst ${dygnInWords(pack)} från ${swedishInstant(at)}, senast ${swedishInstant(due)}.`;
  return { value: due, why: [...limit.why.slice(0, 1), { rule: 'A69', text }] };
}

/** What the clock of a provider that is contacted counts from, where nobody has contacted it yet: said as it was (A69). */
const heardFrom = {
  CALL: 'Utföraren fick det akuta uppdraget',
  SWITCH: 'Utföraren fick besked om bytet',
} as const;
const eventOf = ({ contact, heard }: Order): string | undefined => {
  if (contact) return undefined;
  return heard ? heardFrom[heard.from] : 'Det akuta uppdraget fördelades';
};

/**
 * From when the clock of an order counts whose provider heard of it from another: the call, or the notice of a switch. A
 * switch whose day had passed when it was written down counts from then, and a receipt is of the order itself.
 */
function heardAt({ heard, from, placedAt }: Order): Instant | undefined {
  if (heard === undefined) return undefined;
  return heard.from === 'SWITCH' && from < dateOf(placedAt) ? placedAt : heard.at;
}

/**
 * Nobody begins while the customer lies in hospital and has no day to come home: the start is counted when that is known
 * (A71).
 */
function awaitingDay({ order, deadlines }: OrderWithDeadlines): OrderWithDeadlines {
  if (!order.pause || order.pause.homecoming || hasBegun(order)) return { order, deadlines };
  const { startBy: _limit, ...unlimited } = order;
  return { order: unlimited, deadlines: deadlines.filter(({ code }) => code !== 'D03' && !startCodes.includes(code)) };
}

/** The clock of an order begins to run: it was sent or distributed (L-10, S-08), or its provider contacted (S-23, A10). */
export function startClock(
  order: Order,
  kind: ProviderKind,
  at: Instant,
  pack: Pack,
): Result<OrderWithDeadlines, 'pack-without-clock'> {
  const isContacted = pack.clock?.[kind] === 'CONTACTED';
  const event = isContacted ? eventOf(order) : undefined;
  const limits = orderLimits({ kind, sentAt: at, urgent: order.urgent, firstDay: order.from, event }, pack);
  if (!limits.ok) return limits;
  const receipt = order.heard?.from === 'SWITCH' ? confirmLimit({ kind, sentAt: order.placedAt }, pack) : limits.value;
  const startLimit = isContacted ? urgentDue(order, at, limits.value.startDue, pack) : limits.value.startDue;
  const home = order.pause?.homecoming && homeLimit(order, order.pause.homecoming, kind, pack);
  const due = startDue(order, home && home.value > startLimit.value ? home : startLimit);
  const { confirmDue } = receipt;
  const running: Order = {
    ...order,
    ...(confirmDue ? { confirmBy: confirmDue.value } : {}),
    startBy: order.deferral ? due.value : earliest(due.value, order.startBy),
  };
  const limited = deadlinesOf(running, { ...limits.value, ...receipt, startDue: due }, kind, pack);
  const deadlines = limited.map((one) => ownDeadline(one, pack));
  const paper = pack.paper?.[kind] ? [paperDue(order, at, pack)] : [];
  return accept(awaitingDay({ order: running, deadlines: [...deadlines, ...paper] }));
}

/**
 * An order that nobody has told its provider of: the officer is to contact it (A69). One that is urgent has its limit all
 * the same, from the order itself.
 */
export function untold(
  placed: Order,
  kind: ProviderKind,
  pack: Pack,
): Result<OrderWithDeadlines, 'pack-without-clock'> {
  const contact = contactDue(placed, pack);
  if (!placed.urgent || placed.startBy !== undefined) return accept({ order: placed, deadlines: [contact] });
  const running = startClock(placed, kind, placed.placedAt, pack);
  if (!running.ok) return running;
  const { startBy } = running.value.order;
  const starts = running.value.deadlines.filter(({ code }) => startCodes.includes(code));
  return accept({ order: { ...placed, ...(startBy ? { startBy } : {}) }, deadlines: [contact, ...starts] });
}

/**
 * The start limit counted again from the confirmation, where the routine counts from it (A04); a later start is kept.
 */
export function fromConfirmation(
  order: Order,
  kind: ProviderKind,
  pack: Pack,
): Result<Derived<Instant> | undefined, 'pack-without-clock'> {
  if (pack.params['start.from'] !== 'confirmedAt' || !order.confirmed || order.deferral) return accept(undefined);
  const facts = { kind, sentAt: order.placedAt, confirmedAt: order.confirmed.at, urgent: false, firstDay: order.from };
  const limits = orderLimits(facts, pack);
  return limits.ok ? accept(limits.value.startDue) : limits;
}

/**
 * A new order and its deadlines. Where the clock begins with the contact (S-31) the officer is to make it, unless the
 * provider has heard of the order already (A69); the time by which an urgent one is needed holds from the first.
 */
export function orderOf(
  { kind, neededBy, ...given }: OrderGiven,
  pack: Pack,
): Result<OrderWithDeadlines, 'pack-without-clock'> {
  if (!pack.clock) return refuse('invalid', 'pack-without-clock');
  const state = given.pause ? 'paused' : 'placed';
  const placed: Order = { ...given, state, ...(neededBy === undefined ? {} : { startBy: neededBy }) };
  const needed = neededBy === undefined ? [] : [ownDeadline(neededStart(placed, neededBy), pack)];
  const heard = heardAt(placed);
  const isUntold = pack.clock[kind] === 'CONTACTED' && heard === undefined;
  const running = isUntold ? untold(placed, kind, pack) : startClock(placed, kind, heard ?? given.placedAt, pack);
  return running.ok
    ? accept({ order: running.value.order, deadlines: [...running.value.deadlines, ...needed] })
    : running;
}

/** The limit that the order itself sets, as if nobody had agreed on another start; none before its clock runs. */
export function ownLimit(order: Order, kind: ProviderKind, pack: Pack): Instant | undefined {
  const sentAt = pack.clock?.[kind] === 'CONTACTED' ? order.contact?.at : order.placedAt;
  const limits = sentAt === undefined ? undefined : orderLimits({ kind, sentAt, urgent: order.urgent }, pack);
  return limits?.ok ? limits.value.startDue.value : undefined;
}

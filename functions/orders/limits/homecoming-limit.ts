import { type Deadline, lapse } from '../../../shared/domain/deadline.ts';
import { startCodes } from '../../../shared/domain/deadline-kinds.ts';
import { dateOf, endOfDay, type Instant, type LocalDate, swedishInstant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Derived, Why } from '../../../shared/domain/why.ts';
import type { Pack, ProviderKind } from '../../../shared/packs/pack.ts';
import { hasBegun } from '../order.ts';
import { awaitsStart, movedTo, startWaiting } from './order-deadlines.ts';
import { orderLimits } from './order-limits.ts';

/** The start limit of an order whose customer comes home: its dygn counts from then (A71), from the first day at least. */
export function homeLimit(order: Order, home: Instant, kind: ProviderKind, pack: Pack): Derived<Instant> | undefined {
  const limits = orderLimits({ kind, sentAt: home, urgent: false, firstDay: order.from }, pack);
  if (!limits.ok) return undefined;
  const { value, why } = limits.value.startDue;
  const text = `Kunden kommer hem ${swedishInstant(home)}: starten räknas därifrån.`;
  return { value, why: [{ rule: 'A71', text }, ...why.slice(1)] };
}

/** What becomes of what the order waits for. */
type Moves = { readonly moves?: (deadline: Deadline) => Deadline; readonly opens?: readonly Deadline[] };
type Waits = { readonly order: Order; readonly waits: Moves };
type Context = { readonly kind: ProviderKind; readonly pack: Pack; readonly at: Instant };

/** Nobody begins while the customer lies in hospital: the start waits for the home-coming, and so does its limit. */
export function awaitingHome(order: Order, at: Instant): Waits {
  if (hasBegun(order)) return { order, waits: {} };
  const { startBy: _limit, ...unlimited } = order;
  const isStart = ({ code, doneAt }: Deadline) => doneAt === undefined && (code === 'D03' || startCodes.includes(code));
  return { order: unlimited, waits: { moves: (one) => (isStart(one) ? lapse(one, at) : one) } };
}

/** As the home-coming moves it: what an earlier one said is no reason any more. */
function movedHome(deadline: Deadline, due: Derived<Instant>, at: Instant, why: Why): Deadline {
  const moved = movedTo(deadline, due.value, at, why);
  if (moved === deadline || !startCodes.includes(deadline.code)) return moved;
  const earlier = deadline.why.findIndex(({ rule }) => rule === 'A71');
  const kept = earlier < 0 ? deadline.why : deadline.why.slice(0, earlier);
  return { ...moved, why: [...kept, ...due.why] };
}

/** The start limit follows the home-coming, later or earlier, where help has not begun. */
export function startsAtHome(
  order: Order,
  home: Instant,
  standing: readonly Deadline[],
  { kind, pack, at }: Context,
): Waits {
  const code = pack.rules.orders?.[kind].startBy;
  const due = hasBegun(order) ? undefined : homeLimit(order, home, kind, pack);
  if (!due || !code) return { order, waits: {} };
  const why = due.why[0] ?? { rule: 'A71', text: '' };
  const isWaiting = standing.some(awaitsStart);
  const waits: Moves = isWaiting
    ? { moves: (one) => movedHome(one, due, at, why) }
    : { opens: [startWaiting(order, code, due)] };
  return { order: { ...order, startBy: due.value }, waits };
}

/** When the customer was home, of whom only the day is told: now, or that day's end when it has passed. */
export const homeOn = ({ pause }: Order, on: LocalDate, at: Instant): Instant => {
  if (pause?.homecoming && dateOf(pause.homecoming) === on) return pause.homecoming;
  return on === dateOf(at) ? at : endOfDay(on);
};

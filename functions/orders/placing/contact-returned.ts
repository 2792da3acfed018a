import { type Deadline, reopen } from '../../../shared/domain/deadline.ts';
import { confirmCodes, startCodes } from '../../../shared/domain/deadline-kinds.ts';
import type { Letter } from '../../../shared/domain/letter.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { Pack, ProviderKind } from '../../../shared/packs/pack.ts';
import { hasBegun } from '../order.ts';
import { type OrderWithDeadlines, untold } from './new-order.ts';

/**
 * Whether all that the provider has heard of an assignment is a letter that never reached it: a contact that came back is
 * none (S-23). Who has confirmed, begun, or fetched the paper has been reached all the same.
 */
export function isUnreached(order: Order, letter: Pick<Letter, 'queuedAt'>): boolean {
  const { contact, confirmed, sheet } = order;
  return (
    contact?.channel === 'EMAIL' &&
    // One that was written down after the letter is another.
    (contact.notedAt ?? contact.at) <= letter.queuedAt &&
    confirmed === undefined &&
    sheet?.delivered?.way !== 'PICKUP' &&
    !hasBegun(order) &&
    !isOver(order)
  );
}

/** What the contact let run, and nobody waits for before there is another. */
const ofContact = ({ code }: Deadline): boolean =>
  code === 'D03' || code === 'D44' || confirmCodes.includes(code) || (startCodes.includes(code) && !isOwn(code));
/** The time by which help is needed, or has been agreed to begin, is no contact's. */
const isOwn = (code: Deadline['code']): boolean => code === 'D07' || code === 'D08';

/** A limit that began to run by a contact that was none has never been missed. */
const neverRan = (deadline: Deadline, at: Instant): Deadline => ({
  ...deadline,
  state: 'lapsed',
  doneAt: deadline.doneAt ?? at,
  overdueAt: undefined,
  escalateAt: undefined,
});

/**
 * The order as it was before the contact, and its deadlines with it: the officer is to contact the provider again (D43).
 * Where the provider had heard from another, its clock runs from that as before (A69).
 */
export function withoutContact(
  { contact: _, ...order }: Order,
  standing: readonly Deadline[],
  { kind, pack, at }: { readonly kind: ProviderKind; readonly pack: Pack; readonly at: Instant },
): Result<OrderWithDeadlines & { readonly moves: (deadline: Deadline) => Deadline }, 'pack-without-clock'> {
  if (order.heard) return { ok: true, value: { order, deadlines: [], moves: (same) => same } };
  const { confirmBy: _confirm, startBy: _start, ...unlimited } = order;
  const needed = standing.find(({ code, doneAt }) => code === 'D07' && doneAt === undefined)?.dueAt;
  const own = needed ?? order.deferral?.until;
  const before = untold({ ...unlimited, ...(own === undefined ? {} : { startBy: own }) }, kind, pack);
  if (!before.ok) return before;
  const hasContact = standing.some(({ code }) => code === 'D43');
  return {
    ok: true,
    value: {
      order: before.value.order,
      deadlines: before.value.deadlines.filter(({ code }) => code !== 'D43' || !hasContact),
      moves: (deadline) => {
        if (deadline.code === 'D43') return deadline.doneAt === undefined ? deadline : reopen(deadline);
        return ofContact(deadline) ? neverRan(deadline, at) : deadline;
      },
    },
  };
}

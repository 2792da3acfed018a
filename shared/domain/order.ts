import * as z from 'zod';
import { Assignment } from './assignment.ts';
import { Instant, LocalDate } from './local-time.ts';
import { orderContent } from './order-content.ts';

/** Who did it, and when. Spread into shapes rather than extended: the compiler reads those many times faster. */
const act = { at: Instant, by: z.string() };

/** How a provider got an order: the customer chose it, or which rule gave it the turn. */
const Choice = z.object({
  how: z
    .enum(['CHOSEN', 'ABSTAINED', 'URGENT_TURN', 'URGENT_EXISTING', 'SWITCHED', 'INCREASED', 'MOVED', 'READ_IN'])
    .meta({
      description:
        'CHOSEN by the customer (L-02, S-01) · ABSTAINED: next on the turn list (L-05, S-03) · URGENT_TURN: the same list, urgent (S-16) · URGENT_EXISTING: the provider the customer has (S-18) · SWITCHED (L-60, S-41) · INCREASED: a new decision at the same provider (L-45) · MOVED: its provider has ended · READ_IN: decided before the system (A70)',
    }),
  /** In writing or orally (S-01); absent where nobody chose. */
  mode: z.enum(['WRITTEN', 'ORAL']).optional(),
  /** The form in the file (S-05). */
  formId: z.string().optional(),
  /** The turn list's pick that gave it. */
  pick: z.int().optional(),
});

/** A decided service that the provider does not carry out, and why (S-19, S-37). */
const NotExecuted = z.object({ code: z.string(), reason: z.string() });

/** Something that was told or decided of the order and put right afterwards: what, as it was, as it is, and why. */
export const Correction = z.object({
  ...act,
  what: z.enum(['FIRST_VISIT', 'STAY', 'LAST_DAY', 'END_WITHDRAWN', 'DEFERRAL', 'DEATH', 'DEATH_UNDONE']),
  was: z.string().optional(),
  is: z.string().optional(),
  reason: z.string().optional(),
});
export type Correction = z.infer<typeof Correction>;

export const OrderState = z.enum([
  'placed',
  'confirmed',
  'started',
  'paused',
  'ending',
  'closed',
  'rejected',
  'withdrawn',
]);
export type OrderState = z.infer<typeof OrderState>;

const endingFields = {
  ...act,
  cause: z.enum(['WISH', 'DEATH', 'SWITCH', 'PROVIDER_ENDED', 'DECISION']),
  wishedOn: LocalDate.optional(),
  verifiedAt: Instant.optional(),
  permittedAt: Instant.optional(),
  lastDay: LocalDate.optional(),
  /** The order's own last day as it was before the end; absent in older ones. */
  ownTo: LocalDate.nullable().optional(),
  /** The day on which personal assistance begins, where that is why (H-06). */
  assistanceOn: LocalDate.optional(),
  /** The state to go back to when the customer goes on after all. */
  before: OrderState,
};

const { orderId: _, ...granted } = Assignment.shape;

/**
 * An order from the municipality to one provider: what is granted to whom, from when, and what has become of it.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> placed
 *   placed --> confirmed: confirm (L-12, S-28)
 *   placed --> started: start, which confirms at the same instant (A57)
 *   placed --> rejected: for capacity only (A58)
 *   placed --> withdrawn: taken back by the officer before it was confirmed
 *   confirmed --> started: start (L-16, S-12), or the officer on the provider's word (S-38)
 *   placed --> paused: hospital stay, before the first visit too (L-58, A71)
 *   confirmed --> paused
 *   started --> paused
 *   paused --> started: home again (L-68), or back to what it was before its help began
 *   paused --> placed
 *   paused --> confirmed
 *   placed --> ending: last day known
 *   confirmed --> ending: last day known
 *   started --> ending: end wish (L-70), death (L-59), switch (L-63)
 *   paused --> ending
 *   ending --> started: the customer wants to go on after all (L-71)
 *   ending --> closed: permitted, and the last day has passed (L-72)
 * ```
 */
export const Order = z
  .object({
    ...granted,
    id: z.string(),
    urgent: z.boolean(),
    state: OrderState,
    placedAt: Instant,
    choice: Choice.optional(),
    /** Whether the customer is enrolled in home health care, as the officer found it (S-09). */
    healthCareEnrolled: z.boolean().optional(),
    ...orderContent,
    /** Absent where the routine asks for no confirmation. */
    confirmBy: Instant.optional(),
    /** Absent until the event that the routine counts from: a private provider's contact (S-31). */
    startBy: Instant.optional(),
    /** The provider was told by mail or phone that there is an assignment, and how its paper goes out (S-23, S-25). */
    contact: z
      .object({
        ...act,
        channel: z.enum(['EMAIL', 'PHONE']),
        delivery: z.enum(['POST', 'PICKUP']),
        /** When it was written down, which may be later than it was made; older ones have none. */
        notedAt: Instant.optional(),
      })
      .optional(),
    /**
     * When the provider heard of the assignment from another than by the officer's contact: by a call about an urgent one
     * (S-16, S-34), or by the notice of a switch (S-43). Its clock runs from then (A69).
     */
    heard: z.object({ ...act, from: z.enum(['CALL', 'SWITCH']) }).optional(),
    /** The paper sheet was prepared (S-20, S-21) and has gone out as agreed (S-26). */
    sheet: z.object({ ...act, delivered: z.object({ ...act, way: z.enum(['POST', 'PICKUP']) }).optional() }).optional(),
    confirmed: z
      .object({ ...act, late: z.boolean(), implicit: z.boolean(), canStartAt: Instant.optional() })
      .optional(),
    /** What the provider says of the first visit, where the officer sets the order as executed (S-36, S-38). */
    firstVisit: z.object({ ...act, on: LocalDate, late: z.boolean() }).optional(),
    started: z.object({ ...act, on: LocalDate, late: z.boolean() }).optional(),
    notExecuted: z.array(NotExecuted).optional(),
    /** Services that were not carried out and are by now, each since the day that it was told (S-19, S-37). */
    executedLater: z.array(z.object({ code: z.string(), on: LocalDate })).optional(),
    /** Times that the customer has been away by plan, as the officer has noted them; still away where it has no last day. */
    absences: z.array(z.object({ from: LocalDate, to: LocalDate.nullable() })).optional(),
    deferral: z.object({ ...act, until: Instant, wish: z.enum(['officer', 'customer']), late: z.boolean() }).optional(),
    /** A hospital stay that has not ended (L-58), and when the customer is to come home (L-68). */
    pause: z
      .object({
        ...act,
        from: LocalDate,
        homecoming: Instant.optional(),
        /** How far it had come, where its help had not begun (A71). */
        before: z.enum(['placed', 'confirmed']).optional(),
      })
      .optional(),
    /** How the order ends; `lastDay` is the last day served, known once it is decided. */
    ending: z
      .object({
        ...endingFields,
        /** The day of the customer's death, and the end that was known before it: what is left if it was told by mistake. */
        diedOn: LocalDate.optional(),
        earlier: z.object(endingFields).optional(),
        closedBefore: z.object(act).optional(),
        /** The orders that ended with the same death, in every case of the person (A73). */
        diedWith: z.array(z.string()).optional(),
      })
      .optional(),
    closed: z.object(act).optional(),
    rejected: z.object({ ...act, reason: z.enum(['CAPACITY']) }).optional(),
    /** Taken back by the officer, who had sent it by mistake; why is the municipality's own. */
    withdrawn: z.object({ ...act, reason: z.string().optional() }).optional(),
    /** What was put right afterwards, the latest last; only the latest fifty are kept here, the journal has them all. */
    corrections: z.array(Correction).optional(),
  })
  .meta({ id: 'Order' });
export type Order = z.infer<typeof Order>;

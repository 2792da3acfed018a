import * as z from 'zod';
import { Assignment } from '../../shared/domain/assignment.ts';
import { Instant, LocalDate } from '../../shared/domain/local-time.ts';
import { Order } from '../../shared/domain/order.ts';
import { WhyStep } from '../../shared/domain/why.ts';

const Act = z.object({ at: Instant, by: z.string() });

/** What was not as the routine wants it; it stops nothing, and the mark stays. */
export const SwitchWarning = z.enum([
  'FORM_MISSING',
  'JOINING_FULL',
  'TOLD_LATE',
  'NOT_SIMULTANEOUS',
  'OUTSIDE_WINDOW',
  'NOT_IN_DATE_ORDER',
  // As it is looked at, and never kept: the day has passed, and nobody has begun.
  'JOINING_NOT_BEGUN',
]);
export type SwitchWarning = z.infer<typeof SwitchWarning>;

/** How a provider was told: by mail or phone, or inside the system alone (S-45). */
export const Channel = z.enum(['EMAIL', 'PHONE', 'SYSTEM']);
export type Channel = z.infer<typeof Channel>;

/** A document of the leaving provider's: by kind and date, never by its content. */
export const HandoverDocument = z.strictObject({
  kind: z.enum(['CARE_PLAN', 'JOURNAL', 'NOTES', 'OTHER']),
  on: LocalDate.meta({ description: 'The date of the document' }),
  to: z.enum(['NEW', 'OFFICER']).meta({ description: 'NEW needs the consent (L-64); the rest goes to the officer' }),
});
export type HandoverDocument = z.infer<typeof HandoverDocument>;

/** What the leaving provider had before the switch got its date: what is put back when the date moves or goes. */
const Before = z.object({ assignment: Assignment, ending: Order.shape.ending });
export type Before = z.infer<typeof Before>;

/** Why a switch was called off. */
export const CallOffCause = z.enum(['CUSTOMER', 'CASE_ENDED', 'OVERTAKEN', 'JOINING_CLOSED']);

/**
 * A change of provider: one deal with two sides, told to both at once and settled by one date.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> requested: the customer has told the officer (L-60, S-41)
 *   requested --> told: both providers, in one action (L-61, S-43, S-44)
 *   told --> dated: the day is known (S-47, S-49, S-54)
 *   dated --> dated: another day, until it has come
 *   dated --> switched: the day has come (L-63, S-56)
 *   requested --> called-off: the customer stays, or there is nothing left to move
 *   told --> called-off
 *   dated --> called-off: everything is put back
 * ```
 */
export const Switch = z
  .object({
    id: z.string(),
    caseNo: z.string(),
    officerId: z.string(),
    leavingId: z.string(),
    joiningId: z.string(),
    state: z.enum(['requested', 'told', 'dated', 'switched', 'called-off']),
    requested: Act,
    /** When the customer told the officer (L-60). */
    toldAt: Instant,
    /** In writing or orally (S-41). */
    mode: z.enum(['WRITTEN', 'ORAL']),
    formDocumentId: z.string().optional(),
    /** The customer left the choice to the turn list; which of its picks gave the provider. */
    pick: z.int().optional(),
    /** A day of the customer's own: the officer relays it between the providers (S-47). */
    wishedDate: LocalDate.optional(),
    wishReason: z.string().optional(),
    /** The customer wants no contact with the leaving provider: the officer relays (S-48). */
    noContact: z.boolean(),
    healthCareEnrolled: z.boolean().optional(),
    told: Act.extend({
      outAt: Instant,
      inAt: Instant,
      channels: z.object({ out: Channel, in: Channel }),
    }).optional(),
    window: z.object({ earliest: LocalDate, latest: LocalDate, why: z.array(WhyStep) }).optional(),
    /** `on` is the joining provider's first day; the leaving one's last is the day before. */
    date: Act.extend({ on: LocalDate, wishedByCustomer: z.boolean(), reason: z.string().optional() }).optional(),
    moved: z.object({ orderId: z.string(), before: z.array(Before) }).optional(),
    handover: Act.extend({
      consent: z.boolean(),
      askedOn: LocalDate,
      documents: z.array(HandoverDocument),
    }).optional(),
    takeover: Act.extend({ contactedAt: Instant }).optional(),
    calledOff: Act.extend({ cause: CallOffCause, reason: z.string().optional() }).optional(),
    warnings: z.array(SwitchWarning),
  })
  .meta({ id: 'SwitchOfProvider' });
export type Switch = z.infer<typeof Switch>;

export const isInFlight = ({ state }: Pick<Switch, 'state'>): boolean =>
  state === 'requested' || state === 'told' || state === 'dated';

/** The officer carries every word of the date between the providers (S-47, S-48): the leaving one settles none. */
export const officerRelays = ({ noContact, wishedDate }: Switch): boolean => noContact || wishedDate !== undefined;

/** With a mark that it has not had before. */
export const marked = (warnings: readonly SwitchWarning[], more: readonly SwitchWarning[]): SwitchWarning[] => [
  ...new Set([...warnings, ...more]),
];

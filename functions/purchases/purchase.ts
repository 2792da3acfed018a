import * as z from 'zod';
import { Service } from '../../shared/domain/assignment.ts';
import { CaseNumber, SafeId } from '../../shared/domain/case-number.ts';
import { Instant, LocalDate } from '../../shared/domain/local-time.ts';
import { ProviderKind } from '../../shared/packs/pack.ts';
import { Parameters } from '../../shared/packs/parameters.ts';
import { Agreement, PurchaseSide } from './agreements/agreement.ts';
import { Extent } from './extent.ts';

/** Who did it, and when. */
const act = { at: Instant, by: z.string() };

/** Who performs: a unit of the municipality, or a private provider; an internal contractor is said to be one (A77). */
export const Receiver = z
  .object({
    unitId: SafeId.optional(),
    providerId: SafeId.optional(),
    kind: ProviderKind,
    intraprenad: z.boolean().optional(),
  })
  .refine(({ unitId, providerId }) => (unitId === undefined) !== (providerId === undefined), 'one-receiver');
export type Receiver = z.infer<typeof Receiver>;

/** Why hours are bought, and what was found before they were. */
const PurchaseGrounds = z.object({
  code: z.string(),
  words: z.string().optional(),
  /** When the orderer had found that its own staff cannot do it (B-13, H-15, H-20, M-26). */
  ownStaffingExcludedAt: Instant.optional(),
  /** What was found about relatives in the household who could be employed (B-02). */
  noEmployableRelative: z.string().optional(),
  kind: z.enum(['POINT', 'OTHER']).optional(),
  careOnly: z.boolean().optional(),
  /** What came of moving or calling in own staff: either was considered (H-04, A76). */
  considered: z.object({ relocation: z.string().optional(), callIn: z.string().optional() }).optional(),
});

const Dialogue = z.object({
  ...act,
  heldAt: Instant,
  words: z.string(),
  outcome: z.enum(['FULL', 'PART', 'MOVED', 'TEMPORARY', 'NO']),
});

const Decision = z.object({
  ...act,
  accept: z.boolean(),
  reason: z.string().optional(),
});

const Handover = z.object({
  ...act,
  kind: z.enum(['DESCRIPTION', 'INFORMATION', 'RISK', 'INSTRUCTION']),
  documentId: z.string(),
  /** Those of the staff who have ticked that they read it (H-39). */
  readBy: z.array(z.object(act)),
});

const Preparation = z.object({
  contactPerson: z.string().optional(),
  journalOpenedOn: LocalDate.optional(),
  userInformedAt: Instant.optional(),
  planDocumentId: z.string().optional(),
  /** When the performer asked the case worker what is of weight for the help (M-13). */
  caseWorkerContactedAt: Instant.optional(),
});
export type Preparation = z.infer<typeof Preparation>;

const PurchaseChange = z.object({
  ...act,
  from: PurchaseSide,
  words: z.string(),
  extent: Extent.optional(),
  /** Another agreed last day: more time is approved as a request is. */
  to: LocalDate.optional(),
  effective: LocalDate.optional(),
  /** What became of one that waits for approval (M-24). */
  decision: Decision.optional(),
});

/** Notice of the first day with nothing, or with less (M-21, M-22). */
const Notice = z.object({
  ...act,
  effective: LocalDate,
  short: z.int().min(0),
  /** What is left from then on; absent where it ends. */
  after: Extent.optional(),
  reason: z.string().optional(),
});

/**
 * Where a purchase stands. `prepared` and `agreement-signed` follow from what is found in it; `closed` and
 * `follow-up-due` also from the day, which `stateOn` reads.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> requested
 *   requested --> informed: the period binds, actual cost is charged (M-04, M-05)
 *   requested --> dialogue: both managers have spoken (H-10)
 *   requested --> accepted: by the role that the pack names
 *   informed --> accepted
 *   dialogue --> accepted
 *   requested --> declined: with a reason, and another unit may be asked (B-14)
 *   accepted --> registered: ordered with the approval (M-07), done by the registrar
 *   accepted --> prepared: nothing blocks but an agreement
 *   prepared --> agreement_signed: by both managers (H-17)
 *   registered --> active: the first visit
 *   prepared --> active
 *   agreement_signed --> active
 *   active --> ending: notice is given (M-21)
 *   ending --> closed
 *   acute_requested --> running: the first visit (H-19)
 *   running --> follow_up_due: day 15 (H-28)
 *   follow_up_due --> converted: both managers say so (H-29), in effect with its agreement (A79)
 *   follow_up_due --> ended: both managers say so
 *   running --> ended
 *   converted --> active
 * ```
 */
export const PurchaseState = z.enum([
  ...(['requested', 'informed', 'dialogue', 'accepted', 'declined', 'withdrawn'] as const),
  ...(['registration-ordered', 'registered', 'prepared', 'agreement-signed'] as const),
  ...(['active', 'change-requested', 'ending', 'closed'] as const),
  ...(['acute-requested', 'running', 'follow-up-due', 'converted-to-planned', 'ended'] as const),
]);
export type PurchaseState = z.infer<typeof PurchaseState>;

/** Hours that one unit buys of another for somebody in a case; the cost and the responsibility stay with the buyer (H-08). */
export const Purchase = z.object({
  id: z.string(),
  /** The routine of the ordering unit, as it was in force. */
  pack: z.string(),
  mode: z.enum(['PLANNED', 'ACUTE']),
  state: PurchaseState,
  orderingUnitId: SafeId,
  receiver: Receiver,
  costBearer: z.literal('ORDERING'),
  legalBasis: Parameters.shape.legalBasis,
  caseNo: CaseNumber,
  caseCode: z.string().optional(),
  services: z.array(z.object({ code: Service.shape.code })).min(1),
  extent: Extent,
  from: LocalDate,
  /** The agreed last day; null until further notice. */
  to: LocalDate.nullable(),
  grounds: PurchaseGrounds,
  /** When the need of acute help arose (H-19). */
  arisenAt: Instant.optional(),
  requested: z.object(act),
  message: z.object({ ...act, to: z.array(z.string()) }).optional(),
  dialogue: z.array(Dialogue),
  binding: z.object({ ...act, acknowledged: z.object(act).optional() }).optional(),
  decision: Decision.optional(),
  /** Those who said no before this receiver was asked (B-14). */
  declinedBy: z.array(z.object({ receiver: Receiver, decision: Decision })),
  registration: z
    .object({ orderedAt: Instant, registered: z.object({ ...act, reference: z.string() }).optional() })
    .optional(),
  /** Consents of the case that were shown for this purchase. */
  consentIds: z.array(z.string()),
  handovers: z.array(Handover),
  preparation: Preparation,
  agreements: z.array(Agreement),
  /** The plan that lets acute help come again within the days that the routine counts (H-22). */
  longTermPlanId: z.string().optional(),
  /** The first visit: an instant, since a signature half an hour later is too late (E44). */
  begun: z.object({ ...act, visitAt: Instant }).optional(),
  /** What each manager has said at the follow-up, the latest last (H-29). */
  followUp: z.array(z.object({ ...act, side: PurchaseSide, decision: z.enum(['PLANNED', 'END']), words: z.string() })),
  /** When acute help became a planned purchase, with the second signature of its agreement (A79). */
  convertedAt: Instant.optional(),
  changes: z.array(PurchaseChange),
  notices: z.array(Notice),
  ended: z
    .object({ ...act, on: LocalDate, reason: z.string(), cause: z.enum(['NEED_OVER', 'DEATH', 'AGREED']) })
    .optional(),
  withdrawn: z.object({ ...act, reason: z.string().optional() }).optional(),
  /** The reasons given where a routine asks for one and does not stop. */
  remarks: z.array(z.object({ ...act, rule: z.string(), words: z.string() })),
  /** The order that home care goes on with beside it, or until it begins (H-05, H-06). */
  linkedOrderId: z.string().optional(),
});
export type Purchase = z.infer<typeof Purchase>;

/** By what a receiver is named, in consents and letters. */
export const receiverId = ({ receiver }: Pick<Purchase, 'receiver'>): string =>
  receiver.unitId ?? receiver.providerId ?? '';

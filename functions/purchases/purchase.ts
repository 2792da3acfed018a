import * as z from 'zod';
import { Service } from '../../shared/domain/assignment.ts';
import { CaseNumber, SafeId } from '../../shared/domain/case-number.ts';
import { Instant, LocalDate } from '../../shared/domain/local-time.ts';
import { Parameters } from '../../shared/packs/parameters.ts';
import { Agreement, PurchaseSide } from './agreements/agreement.ts';
import { Extent } from './extent.ts';
import {
  Handover,
  Preparation,
  PurchaseChange,
  PurchaseDecision,
  PurchaseDialogue,
  PurchaseGrounds,
  PurchaseNotice,
  Receiver,
} from './purchase-parts.ts';

/** Who did it, and when. */
const act = { at: Instant, by: z.string() };

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
  dialogue: z.array(PurchaseDialogue),
  binding: z.object({ ...act, acknowledged: z.object(act).optional() }).optional(),
  decision: PurchaseDecision.optional(),
  /** Those who said no before this receiver was asked (B-14). */
  declinedBy: z.array(z.object({ receiver: Receiver, decision: PurchaseDecision })),
  registration: z
    .object({ orderedAt: Instant, registered: z.object({ ...act, reference: z.string() }).optional() })
    .optional(),
  /** Consents of the case that were shown for this purchase. */
  consentIds: z.array(z.string()),
  handovers: z.array(Handover),
  preparation: Preparation,
  agreements: z.array(Agreement),
  /** The plan that lets acute help come again within the days that the routine counts (H-22). */
  longTermPlan: z.array(z.object({ ...act, side: PurchaseSide, planId: z.string() })).optional(),
  /** The first visit: an instant, since a signature half an hour later is too late (E44). */
  begun: z.object({ ...act, visitAt: Instant }).optional(),
  /** What each manager has said at the follow-up, the latest last (H-29). */
  followUp: z.array(z.object({ ...act, side: PurchaseSide, decision: z.enum(['PLANNED', 'END']), words: z.string() })),
  /** When acute help became a planned purchase, with the second signature of its agreement (A79). */
  convertedAt: Instant.optional(),
  changes: z.array(PurchaseChange),
  notices: z.array(PurchaseNotice),
  ended: z
    .object({
      ...act,
      on: LocalDate,
      reason: z.string(),
      cause: z.enum(['NEED_OVER', 'DEATH', 'AGREED']),
      /** The state before a death that nobody in the purchase told of: what is left if it was told by mistake. */
      before: PurchaseState.optional(),
    })
    .optional(),
  withdrawn: z.object({ ...act, reason: z.string().optional(), before: PurchaseState.optional() }).optional(),
  /** The reasons given where a routine asks for one and does not stop. */
  remarks: z.array(z.object({ ...act, rule: z.string(), words: z.string() })),
  /** The order that home care goes on with beside it, or until it begins (H-05, H-06). */
  linkedOrderId: z.string().optional(),
});
export type Purchase = z.infer<typeof Purchase>;

/** By what a receiver is named, in consents and letters. */
export const receiverId = ({ receiver }: Pick<Purchase, 'receiver'>): string =>
  receiver.unitId ?? receiver.providerId ?? '';

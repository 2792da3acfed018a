import * as z from 'zod';
import { SafeId } from '../../shared/domain/case-number.ts';
import { Instant, LocalDate } from '../../shared/domain/local-time.ts';
import { ProviderKind } from '../../shared/packs/pack.ts';
import { PurchaseSide } from './agreements/agreement.ts';
import { Extent } from './extent.ts';

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
export const PurchaseGrounds = z.object({
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

export const PurchaseDialogue = z.object({
  ...act,
  heldAt: Instant,
  words: z.string(),
  outcome: z.enum(['FULL', 'PART', 'MOVED', 'TEMPORARY', 'NO']),
});

export const PurchaseDecision = z.object({
  ...act,
  accept: z.boolean(),
  reason: z.string().optional(),
});

export const Handover = z.object({
  ...act,
  kind: z.enum(['DESCRIPTION', 'INFORMATION', 'RISK', 'INSTRUCTION']),
  documentId: z.string(),
  /** It stands in another system, and this is its reference there. */
  elsewhere: z.boolean().optional(),
  /** Those of the staff who have ticked that they read it (H-39). */
  readBy: z.array(z.object(act)),
});

export const Preparation = z.object({
  contactPerson: z.string().optional(),
  journalOpenedOn: LocalDate.optional(),
  userInformedAt: Instant.optional(),
  planDocumentId: z.string().optional(),
  /** When the performer asked the case worker what is of weight for the help (M-13). */
  caseWorkerContactedAt: Instant.optional(),
});
export type Preparation = z.infer<typeof Preparation>;

export const PurchaseChange = z.object({
  ...act,
  from: PurchaseSide,
  words: z.string(),
  extent: Extent.optional(),
  /** Another agreed last day: more time is approved as a request is. */
  to: LocalDate.optional(),
  effective: LocalDate.optional(),
  /** What became of one that waits for approval (M-24). */
  decision: PurchaseDecision.optional(),
});

/** Notice of the first day with nothing, or with less (M-21, M-22). */
export const PurchaseNotice = z.object({
  ...act,
  effective: LocalDate,
  short: z.int().min(0),
  /** What is left from then on; absent where it ends. */
  after: Extent.optional(),
  reason: z.string().optional(),
});

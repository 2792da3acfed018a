import * as z from 'zod';
import { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import { Role } from '../../../shared/domain/roles.ts';
import { PurchaseRole } from '../../../shared/packs/purchase-rules.ts';

const act = { at: Instant, by: z.string() };

/** For which side a manager signs or speaks. */
export const PurchaseSide = z.enum(['ORDERING', 'RECEIVING']);
export type PurchaseSide = z.infer<typeof PurchaseSide>;

/** `recordId`: the signed record that proves it. */
const Signature = z.object({ ...act, role: Role, side: PurchaseSide, recordId: z.string().optional() });

/** A name on paper as it was keyed: who signed, as what, on which day. */
export const KeyedSignature = z.object({ name: z.string().trim().max(100), role: PurchaseRole, on: LocalDate });

/** A paper with both signatures; it counts once another person has checked it. */
const Scan = z.object({
  ...act,
  documentId: z.string(),
  page: z.int().min(1),
  sha256: z.string(),
  signatures: z.array(KeyedSignature),
  checked: z.object({ ...act, recordId: z.string().optional() }).optional(),
});

/**
 * A written agreement of both managers: one frozen document, known by its sum. A change of what it is about makes it
 * void, with the signatures it had, and another is drafted.
 */
export const Agreement = z.object({
  /** Before planned help begins (H-17), or after acute help did (H-30). */
  use: z.enum(['PLANNED', 'AFTERWARDS']),
  documentId: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  template: z.string(),
  /** What an hour costs, where the managers have agreed on it. */
  orePerHour: z.int().min(0).max(10_000_000).optional(),
  drafted: z.object(act),
  signatures: z.array(Signature),
  scan: Scan.optional(),
  voided: z.object({ ...act, because: z.enum(['REDRAFTED', 'CHANGED']) }).optional(),
});
export type Agreement = z.infer<typeof Agreement>;

/** How far an agreement has come, as people see it. */
export type AgreementState = 'NONE' | 'DRAFT' | 'HALF' | 'SIGNED' | 'SCANNED';

/** The one of a use that holds or may still be signed. */
export const agreementOf = (agreements: readonly Agreement[], use: Agreement['use']): Agreement | undefined =>
  agreements.findLast((one) => one.use === use && !one.voided);

export function agreementState(agreement: Agreement | undefined): AgreementState {
  if (!agreement) return 'NONE';
  if (agreement.scan?.checked) return 'SCANNED';
  const { length } = agreement.signatures;
  return length > 1 ? 'SIGNED' : length === 1 ? 'HALF' : 'DRAFT';
}

/** When the second of two persons had signed, or the scan was checked; undefined until then (H-17, A72). */
export function signedAt(agreement: Agreement | undefined): Instant | undefined {
  if (!agreement) return undefined;
  const second = agreement.signatures.map(({ at }) => at).toSorted()[1];
  return second ?? agreement.scan?.checked?.at;
}

import * as z from 'zod';
import { Instant, LocalDate } from '../../../shared/domain/local-time.ts';

/** What a provider owes the officer on paper: the care plan's copy (L-55), and the documentation when it ends (L-53). */
export const DocumentKind = z.enum(['CARE_PLAN', 'SOCIAL_DOCUMENTATION', 'OTHER']);

/** What lies in a case's file: such a paper, or a message that the provider has sent by mail (S-29, S-39). */
const FiledKind = z.enum([...DocumentKind.options, 'MESSAGE']);

/** A paper of a case as it was received. Handed over on paper it has no file. */
export const CaseDocument = z
  .object({
    documentId: z.string(),
    caseNo: z.string(),
    orderId: z.string(),
    providerId: z.string(),
    kind: FiledKind,
    dated: LocalDate,
    signedByCustomerOn: LocalDate.optional(),
    receivedAt: Instant,
    by: z.string(),
    file: z.object({ sha256: z.string(), bytes: z.int(), contentType: z.string() }).optional(),
  })
  .meta({ id: 'CaseDocument' });
export type CaseDocument = z.infer<typeof CaseDocument>;

/** The form by which the customer chose, as it was filed with the order. */
export const FormOfChoice = z
  .object({ documentId: z.string(), orderId: z.string(), placedAt: Instant })
  .meta({ id: 'FormOfChoice' });
export type FormOfChoice = z.infer<typeof FormOfChoice>;

type File = NonNullable<CaseDocument['file']>;

/** What is kept of a file beside the paper that it is. */
export const fileOf = (received: File | undefined): File | undefined =>
  received && { sha256: received.sha256, bytes: received.bytes, contentType: received.contentType };

import * as z from 'zod';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Purchase } from '../purchase.ts';
import { receiverId } from '../purchase.ts';
import { type Agreement, Agreement as Kept, PurchaseSide } from './agreement.ts';

const Party = z.strictObject({ id: z.string(), name: z.string() });

/** What a paper says of who signed it, as one person keyed it and another read it. */
const Paper = z.strictObject({
  page: z.int(),
  signatures: z.array(z.strictObject({ name: z.string(), role: z.string(), on: LocalDate })),
  keyedBy: z.string(),
  checkedBy: z.string(),
});

/**
 * What is signed of an agreement: the document by its sum, which both managers see alike, and between whom it is. No
 * customer and no case is in it, since a record is kept for long and shown to whoever checks it.
 */
export const AgreementContent = z.strictObject({
  municipality: z.string(),
  purchaseId: z.string(),
  pack: z.string(),
  use: Kept.shape.use,
  template: z.string(),
  documentSha256: z.string(),
  ordering: Party,
  receiving: Party,
  /** Who is to sign, as what. */
  signers: z.array(z.strictObject({ side: PurchaseSide, role: z.string() })),
  paper: Paper.optional(),
});
export type AgreementContent = z.infer<typeof AgreementContent>;

export type AgreementParties = {
  readonly municipality: string;
  readonly ordering: string;
  readonly receiving: string;
};

/** The same for whoever of the two signs, and whether or not the other has: only the document decides it. */
export function agreementContent(
  purchase: Pick<Purchase, 'id' | 'pack' | 'orderingUnitId' | 'receiver'>,
  { use, template, sha256 }: Pick<Agreement, 'use' | 'template' | 'sha256'>,
  { municipality, ordering, receiving }: AgreementParties,
): AgreementContent {
  const { id: purchaseId, pack, orderingUnitId, receiver } = purchase;
  return {
    ...{ municipality, purchaseId, pack, use, template, documentSha256: sha256 },
    ordering: { id: orderingUnitId, name: ordering },
    receiving: { id: receiverId(purchase), name: receiving },
    signers: [
      { side: 'ORDERING', role: 'ordering-manager' },
      { side: 'RECEIVING', role: receiver.unitId === undefined ? 'provider-manager' : 'receiving-manager' },
    ],
  };
}

/** An agreement with its paper. */
type ScannedAgreement = Pick<Agreement, 'use' | 'template'> & { readonly scan: NonNullable<Agreement['scan']> };

/** What a checked paper says: the file by its sum, and both names with their days. */
export function paperContent(
  purchase: Parameters<typeof agreementContent>[0],
  { use, template, scan }: ScannedAgreement,
  checkedBy: string,
  between: AgreementParties,
): AgreementContent {
  const { page, signatures, by: keyedBy, sha256 } = scan;
  return {
    ...agreementContent(purchase, { use, template, sha256 }, between),
    paper: { page, signatures: [...signatures], keyedBy, checkedBy },
  };
}

import type { Deps } from '../../../shared/ports/deps.ts';
import type { LoadedPurchase } from '../load-purchase.ts';
import type { Purchase } from '../purchase.ts';
import type { PurchaseDid } from '../purchase-act-step.ts';
import type { Telling } from '../telling-step.ts';
import { type Agreement, agreementOf, signedAt } from './agreement.ts';
import type { AgreementParties } from './agreement-content.ts';

/** The stream of signed records that a purchase's agreements are in. */
export const streamOfPurchase = (purchaseId: string): string => `purchase/${purchaseId}`;

/** Between whom an agreement is, by the names that they have now. */
export const betweenIn = ({ settings, parties, stored }: LoadedPurchase): AgreementParties => ({
  municipality: settings.municipality,
  ordering: parties.ordering?.name ?? stored.entity.orderingUnitId,
  receiving: parties.receiving?.name ?? parties.provider?.name ?? '',
});

/** Under which rule an agreement of a use is: before planned help (H-17), or after acute help (H-30). */
export const ruleOfUse = (use: Agreement['use'], { pack: { purchases, acute } }: LoadedPurchase): string | undefined =>
  use === 'AFTERWARDS' ? acute?.afterwards : purchases.agreement?.rule;

const toBoth = (variant: string): readonly Telling[] => [
  { kind: 'N38', to: { side: 'ORDERING', roles: ['ordering-manager'] }, variant },
  { kind: 'N38', to: { side: 'RECEIVING' }, variant },
];

/** What is done beside saving when somebody has signed: both are told when the second has, and what was acute is planned. */
export function signedDid(
  event: 'agreement-signed' | 'agreement-scan-checked',
  next: Purchase,
  { use, refs }: { readonly use: Agreement['use']; readonly refs: Readonly<Record<string, string>> },
  own: LoadedPurchase,
): PurchaseDid {
  const rule = ruleOfUse(use, own);
  const isWhole = signedAt(agreementOf(next.agreements, use)) !== undefined;
  const isConverted = next.convertedAt !== undefined && own.stored.entity.convertedAt === undefined;
  const joint = own.pack.acute?.followUp.joint;
  const { caseNo, id: purchaseId } = next;
  return {
    row: { event, ...(rule ? { rule } : {}), refs },
    tells: isWhole ? toBoth('signed') : [],
    also: isConverted
      ? { rows: [{ event: 'purchase-converted', ...(joint ? { rule: joint } : {}), caseNo, refs: { purchaseId } }] }
      : {},
  };
}

/** Those who are told that an agreement waits for them: the managers of the other side than whoever did it. */
export const tellOther = (side: 'ORDERING' | 'RECEIVING', variant?: string): readonly Telling[] => [
  {
    kind: 'N38',
    to: side === 'ORDERING' ? { side: 'RECEIVING' } : { side: 'ORDERING', roles: ['ordering-manager'] },
    ...(variant === undefined ? {} : { variant }),
  },
];

/** A file of a purchase as it was frozen; another in its place is a broken machine. */
export async function frozenFile(documentId: string, sha256: string, { documents }: Pick<Deps, 'documents'>) {
  const stored = await documents.find('documents', documentId);
  if (stored && stored.sha256 !== sha256) throw new Error('a document is not the one that was frozen');
  return stored;
}

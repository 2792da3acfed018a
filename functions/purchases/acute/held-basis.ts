import type { Missing } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { agreementOf, signedAt } from '../agreements/agreement.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Purchase } from '../purchase.ts';

/**
 * What holds back the basis of help that was acute: the agreement of both managers that is signed afterwards (H-30, A41).
 * It never holds back the help.
 */
export function heldBasis(purchase: Purchase, { acute }: Pick<BuyingPack, 'acute'>): readonly Missing[] {
  const wasAcute = purchase.begun !== undefined && (purchase.mode === 'ACUTE' || purchase.convertedAt !== undefined);
  if (!acute || !wasAcute || signedAt(agreementOf(purchase.agreements, 'AFTERWARDS')) !== undefined) return [];
  return [{ rule: acute.afterwards, level: 'BLK', text: sentence('purchase-agreement-afterwards', 'sv') }];
}

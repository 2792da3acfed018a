import type * as z from 'zod';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Facts } from '../conditions/conditions.ts';
import { managersOf, type PurchaseActor, purchaseSide } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import { type Agreement, agreementOf, type KeyedSignature, signedAt } from './agreement.ts';
import { notForNow } from './draft.ts';
import { afterSignature, withAgreement } from './signing.ts';

type Keyed = z.infer<typeof KeyedSignature>;

/** A paper as somebody has keyed it: the file, where in it the names stand, and what they say. */
export type ScannedPaper = {
  readonly use: Agreement['use'];
  readonly documentId: string;
  readonly sha256: string;
  readonly page: number;
  readonly signatures: readonly Keyed[];
};

type CannotScan =
  | ('purchase-not-found' | 'not-in-routine' | 'purchase-not-accepted' | 'agreement-not-asked' | 'agreement-signed')
  | ('not-both-managers' | 'same-person' | 'date-ahead');

/** Paper has no template of ours, which the routine may remark on (H-18). */
const paper = 'PAPER';

const nameOf = ({ name }: Keyed): string => name.trim().toLocaleLowerCase('sv');

/** Both managers' names are on it, and are two persons' (H-17, A72). */
function faultIn(signatures: readonly Keyed[], actor: PurchaseActor) {
  const signed = signatures.filter(({ name }) => name.trim() !== '');
  const bySide = [managersOf('ORDERING'), managersOf('RECEIVING')].map((roles) =>
    signed.find(({ role }) => roles.includes(role)),
  );
  const [ordering, receiving] = bySide;
  if (!ordering || !receiving || signed.length < signatures.length) return refuse('invalid', 'not-both-managers');
  if (nameOf(ordering) === nameOf(receiving)) return refuse('invalid', 'same-person');
  return signatures.some(({ on }) => on > dateOf(actor.at)) ? refuse('invalid', 'date-ahead') : undefined;
}

/** An agreement signed on paper is keyed by one person: the file, the page, both names. It counts for nothing yet. */
export function keyScan(
  purchase: Purchase,
  { use, documentId, sha256, page, signatures }: ScannedPaper,
  actor: PurchaseActor,
  { purchases }: BuyingPack,
): Result<Purchase, CannotScan | 'not-both-managers'> {
  if (!purchaseSide(purchase, actor)) return refuse('missing', 'purchase-not-found');
  if (!purchases.agreement) return refuse('invalid', 'not-in-routine');
  const refused = notForNow(purchase, use) ?? faultIn(signatures, actor);
  if (refused) return refused;
  const { at, userId: by } = actor;
  const scan = { at, by, documentId, sha256, page, signatures: [...signatures] };
  const agreement = agreementOf(purchase.agreements, use);
  if (signedAt(agreement) !== undefined) return refuse('conflict', 'agreement-signed');
  if (agreement) return accept(withAgreement(purchase, agreement, { ...agreement, scan }));
  const kept: Agreement = { use, documentId, sha256, template: paper, drafted: { at, by }, signatures: [], scan };
  return accept({ ...purchase, agreements: [...purchase.agreements, kept] });
}

const asKeyed = (signatures: readonly Keyed[]): string =>
  JSON.stringify(signatures.map((one) => [nameOf(one), one.role, one.on]).toSorted());

/**
 * Another person has looked at the paper and found the same file, page and names: now it counts as signed. One who reads
 * something else is told so, and the paper is keyed anew.
 */
export function confirmScan(
  purchase: Purchase,
  read: ScannedPaper,
  actor: PurchaseActor,
  facts: Omit<Facts, 'at'>,
  pack: BuyingPack,
): Result<Purchase, 'purchase-not-found' | 'scan-missing' | 'same-person' | 'scan-differs' | 'agreement-signed'> {
  if (!purchaseSide(purchase, actor)) return refuse('missing', 'purchase-not-found');
  const agreement = agreementOf(purchase.agreements, read.use);
  if (!agreement?.scan) return refuse('conflict', 'scan-missing');
  if (signedAt(agreement) !== undefined) return refuse('conflict', 'agreement-signed');
  const { scan } = agreement;
  if (scan.by === actor.userId) return refuse('conflict', 'same-person');
  const isSame = scan.documentId === read.documentId && scan.sha256 === read.sha256 && scan.page === read.page;
  if (!isSame || asKeyed(scan.signatures) !== asKeyed(read.signatures)) return refuse('conflict', 'scan-differs');
  const { at, userId: by } = actor;
  const checked = withAgreement(purchase, agreement, { ...agreement, scan: { ...scan, checked: { at, by } } });
  return accept(afterSignature(checked, read.use, { ...facts, at }, pack));
}

import type * as z from 'zod';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Missing, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Facts } from '../conditions/conditions.ts';
import { managersOf, type PurchaseActor, purchaseSide } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import { type Agreement, agreementOf, type KeyedSignature, signedAt } from './agreement.ts';
import { notForNow } from './draft.ts';
import { afterSignature, withAgreement } from './signing.ts';

type Keyed = z.infer<typeof KeyedSignature>;
type Scanned = NonNullable<Agreement['scan']>;
type AgreementRules = NonNullable<BuyingPack['purchases']['agreement']>;

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
function faultIn(signatures: readonly Keyed[], actor: PurchaseActor, { rule }: Pick<AgreementRules, 'rule'>) {
  const nameless = signatures.flatMap(({ name }, n) => (name.trim() === '' ? [`body.signatures.${n}.name`] : []));
  const signed = signatures.filter(({ name }) => name.trim() !== '');
  const bySide = [managersOf('ORDERING'), managersOf('RECEIVING')].map((roles) =>
    signed.find(({ role }) => roles.includes(role)),
  );
  const [ordering, receiving] = bySide;
  if (!ordering || !receiving || nameless.length > 0) {
    const faults = (nameless.length > 0 ? nameless : ['body.signatures']).map((at) => ({
      at,
      code: 'not-both-managers',
    }));
    const missing: Missing[] = [{ rule, level: 'BLK', text: sentence('purchase-agreement-names', 'sv') }];
    return { ...refuse('invalid', 'not-both-managers', faults), missing };
  }
  if (nameOf(ordering) === nameOf(receiving)) return refuse('invalid', 'same-person');
  const ahead = signatures.flatMap(({ on }, n) =>
    on > dateOf(actor.at) ? [{ at: `body.signatures.${n}.on`, code: 'date-ahead' }] : [],
  );
  return ahead.length > 0 ? refuse('invalid', 'date-ahead', ahead) : undefined;
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
  const refused = notForNow(purchase, use) ?? faultIn(signatures, actor, purchases.agreement);
  if (refused) return refused;
  const { at, userId: by } = actor;
  const scan = { at, by, documentId, sha256, page, signatures: [...signatures] };
  const agreement = agreementOf(purchase.agreements, use);
  if (signedAt(agreement) !== undefined) return refuse('conflict', 'agreement-signed');
  if (agreement) return accept(withAgreement(purchase, agreement, { ...agreement, scan }));
  const kept: Agreement = { use, documentId, sha256, template: paper, drafted: { at, by }, signatures: [], scan };
  return accept({ ...purchase, agreements: [...purchase.agreements, kept] });
}

const asKeyed = (one: Keyed): string => [nameOf(one), one.role, one.on].join('\n');

/** What somebody else reads otherwise than it was keyed, by its place in what they said. */
function differing(scan: Scanned, read: ScannedPaper): readonly Fault[] {
  const keyed = new Set(scan.signatures.map(asKeyed));
  const seen = new Set(read.signatures.map(asKeyed));
  const unlike = read.signatures.flatMap((one, n) => (keyed.has(asKeyed(one)) ? [] : [`body.signatures.${n}`]));
  const isShort = unlike.length === 0 && [...keyed].some((one) => !seen.has(one));
  return [
    ...(scan.documentId === read.documentId && scan.sha256 === read.sha256 ? [] : ['body.documentId']),
    ...(scan.page === read.page ? [] : ['body.page']),
    ...unlike,
    ...(isShort ? ['body.signatures'] : []),
  ].map((at) => ({ at, code: 'scan-differs' }));
}

/**
 * Another person has looked at the paper and found the same file, page and names: now it counts as signed. One who reads
 * something else is told what, and the paper is looked at again, or keyed anew.
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
  const faults = differing(scan, read);
  if (faults.length > 0) return refuse('conflict', 'scan-differs', faults);
  const { at, userId: by } = actor;
  const checked = withAgreement(purchase, agreement, { ...agreement, scan: { ...scan, checked: { at, by } } });
  return accept(afterSignature(checked, read.use, { ...facts, at }, pack));
}

/** What two persons have read of the paper is proven by a record. */
export function provenPaper(purchase: Purchase, use: Agreement['use'], recordId: string): Purchase {
  const agreement = agreementOf(purchase.agreements, use);
  if (!agreement?.scan?.checked) return purchase;
  const { scan } = agreement;
  const checked = { ...agreement.scan.checked, recordId };
  return withAgreement(purchase, agreement, { ...agreement, scan: { ...scan, checked } });
}

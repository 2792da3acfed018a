import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { type Attestation, type FiledInvoice, handsOnInvoice, isWhollyAttested } from '../filed-invoice.ts';

/** Who is about to attest, and what is known of the month. */
type Attester = {
  readonly userId: string;
  /** Öre: up to what this one attests alone; without it there is no limit (`attest.limitOre`). */
  readonly limitOre: number | undefined;
  /** Who has decided a line or an adjustment, or signed a report of the month. */
  readonly hands: readonly string[];
  /** Whether every invoice is attested by two (`attest.second`, A62). */
  readonly isSecondAsked: boolean;
};

type CannotAttest =
  | ('invoice-returned' | 'invoice-exported' | 'invoice-held' | 'not-classified' | 'not-coded')
  | ('invoice-attested' | 'four-eyes' | 'above-limit');

const reaches = (limitOre: number | undefined, { payableOre = 0 }: FiledInvoice): boolean =>
  limitOre === undefined || payableOre <= limitOre;

function whyNotReady(invoice: FiledInvoice) {
  switch (invoice.state) {
    case 'returned':
      return refuse('conflict', 'invoice-returned');
    case 'exported':
    case 'paid':
      return refuse('conflict', 'invoice-exported');
    case 'held':
      return refuse('conflict', 'invoice-held');
    case 'received':
      return refuse('conflict', 'not-classified');
    case 'classified':
      return refuse('conflict', 'not-coded');
    default:
      return isWhollyAttested(invoice) ? refuse('conflict', 'invoice-attested') : undefined;
  }
}

/** Whether it is marked secret and waits for the first to attest it, or for the second. */
export const waitsToBeAttested = (invoice: FiledInvoice): boolean =>
  ['classified', 'coded'].includes(invoice.state) || (invoice.state === 'attested' && !isWhollyAttested(invoice));

/** Why somebody may not be the next to attest an invoice that is ready for it; undefined for who may (A72). */
export function whyNotThey(invoice: FiledInvoice, { userId, limitOre, hands }: Omit<Attester, 'isSecondAsked'>) {
  const [first] = invoice.attestations;
  const others = [...hands, ...handsOnInvoice(invoice), ...(first ? [first.by] : [])];
  if (others.includes(userId)) return refuse('conflict', 'four-eyes');
  if (!first || reaches(limitOre, invoice) || reaches(first.limitOre, invoice)) return undefined;
  return refuse('forbidden', 'above-limit');
}

/**
 * Whether somebody may attest an invoice now (L-51), and whether another person must as well. Four eyes are two people (A72): who
 * keyed it, looked it through, marked it secret, decided a line or an adjustment, or signed a report of its month never
 * attests, and nobody attests twice. Above the first one's limit another attests, whose limit reaches.
 */
export function mayAttest(
  invoice: FiledInvoice,
  attester: Attester,
): Result<{ readonly isSecond: boolean; readonly needsSecond: boolean }, CannotAttest> {
  const notReady = whyNotReady(invoice);
  if (notReady) return notReady;
  const notThey = whyNotThey(invoice, attester);
  if (notThey) return notThey;
  const isSecond = invoice.attestations.length > 0;
  const needsSecond = !isSecond && (attester.isSecondAsked || !reaches(attester.limitOre, invoice));
  return accept({ isSecond, needsSecond });
}

/** The invoice with one more attestation. */
export const attestedInvoice = (
  invoice: FiledInvoice,
  attestation: Attestation,
  { isSecond, needsSecond }: { readonly isSecond: boolean; readonly needsSecond: boolean },
): FiledInvoice => ({
  ...invoice,
  state: isSecond ? 'second-attested' : 'attested',
  attestations: [...invoice.attestations, attestation],
  needsSecond: isSecond ? invoice.needsSecond : needsSecond,
});

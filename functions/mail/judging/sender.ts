import { asciiAddress } from '../../../shared/domain/email-address.ts';
import { type Accepted, accept } from '../../../shared/domain/result.ts';
import { isSharedDomain } from '../addresses/shared-domains.ts';
import type { StopReason } from '../mail.ts';

/** What a message proves of where it comes from, as far as it is judged. */
export type Proof = {
  readonly from: readonly string[];
  readonly fromFields: number;
  readonly signatures: readonly {
    readonly result: string;
    readonly isAligned: boolean;
    readonly isPartial: boolean;
    readonly digest: string;
  }[];
  readonly dmarc: string;
};

/** The addresses that stand for providers. */
export type Register = {
  /** Providers by the exact address, in ASCII and small letters. */
  readonly exact: ReadonlyMap<string, ReadonlySet<string>>;
  /** Domains that have been proven to be one provider's. */
  readonly domains: ReadonlyMap<string, string>;
};

/** What the reply address says, while it may be used. */
type Hint = { readonly providerId: string; readonly to: string };

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
export const plain = (address: string): string | undefined => asciiAddress(address)?.toLowerCase();

/** Whether more than one provider has a mailbox there, or anybody at all. */
function isShared(domain: string, { exact }: Register): boolean {
  if (isSharedDomain(domain)) return true;
  const owners = new Set([...exact].filter(([address]) => domainOf(address) === domain).flatMap(([, ids]) => [...ids]));
  return owners.size > 1;
}

type Stopped = { readonly ok: false; readonly stopped: StopReason };
const stopped = (reason: StopReason): Stopped => ({ ok: false, stopped: reason });

export type Sender = { readonly address: string; readonly providerId: string; readonly digests: readonly string[] };

/**
 * Whom a mail is from, when that is proven: one author, signed whole by the author's domain or passed by its DMARC, and
 * the address or its domain registered to one provider. At a domain that several share, only the exact mailbox with the
 * reply address that was sent to it.
 */
export function judgeSender(proof: Proof, register: Register, hint: Hint | undefined): Accepted<Sender> | Stopped {
  const [author, ...others] = proof.from;
  if (proof.fromFields !== 1 || others.length > 0) return stopped('two-senders');
  const address = plain(author ?? '');
  if (address === undefined) return stopped('unknown-sender');
  const own = proof.signatures.filter(({ isAligned }) => isAligned);
  const whole = own.filter(({ result, isPartial }) => result === 'pass' && !isPartial);
  if (whole.length === 0 && own.some(({ result }) => result === 'pass')) return stopped('partly-signed');
  if (whole.length === 0 && own.length > 0) return stopped('signature-bad');
  if (whole.length === 0 && proof.dmarc !== 'pass') return stopped('not-signed');

  const domain = domainOf(address);
  const mailbox = register.exact.get(address);
  const isTold = hint !== undefined && (mailbox?.has(hint.providerId) ?? false);
  const byMailbox = mailbox?.size === 1 ? [...mailbox][0] : isTold ? hint.providerId : undefined;
  const digests = own.map(({ digest }) => digest);
  if (isShared(domain, register)) {
    if (byMailbox === undefined) return stopped('unknown-sender');
    if (hint === undefined || plain(hint.to) !== address) return stopped('shared-domain-without-token');
    return hint.providerId === byMailbox || isTold
      ? accept({ address, providerId: hint.providerId, digests })
      : stopped('token-of-another');
  }
  const providerId = byMailbox ?? register.domains.get(domain) ?? atOwnDomain(domain, register, hint);
  if (providerId === undefined) return stopped('unknown-sender');
  if (hint !== undefined && hint.providerId !== providerId) return stopped('token-of-another');
  return accept({ address, providerId, digests });
}

/** A colleague at the provider's own domain, with the reply address that its letter had. */
function atOwnDomain(domain: string, { exact }: Register, hint: Hint | undefined): string | undefined {
  if (hint === undefined) return undefined;
  const isOwn = [...exact].some(([address, ids]) => domainOf(address) === domain && ids.has(hint.providerId));
  return isOwn ? hint.providerId : undefined;
}

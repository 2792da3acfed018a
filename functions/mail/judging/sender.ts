import { asciiAddress } from '../../../shared/domain/email-address.ts';
import { type Accepted, accept } from '../../../shared/domain/result.ts';
import { ownDomainOf } from '../addresses/own-domain.ts';
import { isSharedDomain } from '../addresses/shared-domains.ts';
import type { StopReason } from '../mail.ts';

/** What a message proves of where it comes from, as far as it is judged. */
export type Proof = {
  readonly from: readonly string[];
  readonly fromFields: number;
  /** Whether `From` is one plain mailbox, and what the mail is read by stands there once. */
  readonly isPlain: boolean;
  readonly signatures: readonly {
    readonly result: string;
    /** The domain that signed, in ASCII and small letters. */
    readonly domain: string;
    readonly isAligned: boolean;
    readonly isPartial: boolean;
    /** Names of the headers that are signed, in small letters. */
    readonly signed: readonly string[];
    readonly signedAt?: string;
    readonly expiresAt?: string;
  }[];
  /** Whether it carries a signature that could not be read at all. */
  readonly hasUnread: boolean;
  readonly dmarc: string;
  /** When it was written, as it says itself. */
  readonly date: string | undefined;
  /** Names of the headers that it has and that are read, in small letters. */
  readonly has: readonly string[];
};

/** The addresses that stand for providers. */
export type Register = {
  /** Providers by the exact address, in ASCII and small letters. */
  readonly exact: ReadonlyMap<string, ReadonlySet<string>>;
  /** Domains that have been proven to be one provider's. */
  readonly domains: ReadonlyMap<string, string>;
  /** The municipality's own domains, by its people's addresses: there an address stands for itself and for no colleague. */
  readonly ours: ReadonlySet<string>;
};

/** Whether a domain is the municipality's, or beneath one of its. */
export const isMunicipalDomain = (domain: string, ours: ReadonlySet<string>): boolean =>
  ours.has(ownDomainOf(domain) ?? domain);

/** What the reply address says, while it may be used. */
type Hint = { readonly providerId: string; readonly to: string };

/** A mail acts within a week of when it was written: what is older is somebody's copy (in milliseconds). */
const oldest = 7 * 24 * 3_600_000;
/** How far ahead a clock may be: the one that signs, and the one that somebody writes by. */
const [signerAhead, writerAhead] = [3_600_000, 24 * 3_600_000];

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
export const plainAddress = (address: string): string | undefined => asciiAddress(address)?.toLowerCase();

/** Whether more than one provider has a mailbox there, or anybody at all. */
function isShared(domain: string, { exact }: Register): boolean {
  if (isSharedDomain(domain)) return true;
  const owners = new Set([...exact].filter(([address]) => domainOf(address) === domain).flatMap(([, ids]) => [...ids]));
  return owners.size > 1;
}

type Stopped = { readonly ok: false; readonly stopped: StopReason };
const stopped = (reason: StopReason): Stopped => ({ ok: false, stopped: reason });

export type Sender = { readonly address: string; readonly providerId: string };

type Signature = Proof['signatures'][number];

/** Whether it covers the whole body, and every header that anything is decided by. */
const isWhole = ({ isPartial, signed }: Signature, { has }: Proof): boolean =>
  !isPartial && ['from', ...has].every((name) => signed.includes(name));

/** Whether a signature is in force at a time: made by then, and not run out. */
function isInForce({ signedAt, expiresAt }: Signature, at: number): boolean {
  if (expiresAt !== undefined && Date.parse(expiresAt) < at) return false;
  if (signedAt === undefined) return true;
  const made = Date.parse(signedAt);
  return made <= at + signerAhead && made >= at - oldest;
}

function isOfNow({ date }: Proof, at: number): boolean {
  const written = date === undefined ? Number.NaN : Date.parse(date);
  return written >= at - oldest && written <= at + writerAhead;
}

/**
 * The signatures of the author's own domain. Beneath a domain where anybody may have one, a neighbour's is aligned too:
 * there it must be that very domain's.
 */
function ownSignatures({ from: [author = ''], signatures }: Proof): readonly Signature[] {
  const domain = domainOf(plainAddress(author) ?? '');
  return signatures.filter((one) => one.isAligned && (!isSharedDomain(domain) || one.domain === domain));
}

const passing = (proof: Proof): readonly Signature[] => ownSignatures(proof).filter(({ result }) => result === 'pass');

/**
 * Whether a header is its author's: signed by a signature that passes whole, or all of the mail brought by the author's
 * own server.
 */
export function isProvenHeader(proof: Proof, name: string): boolean {
  const whole = passing(proof).filter((one) => isWhole(one, proof));
  return whole.length === 0 ? proof.dmarc === 'pass' : whole.some(({ signed }) => signed.includes(name));
}

/** Whether the message itself is proven to be its author's, and why not. */
function whyUnproven(proof: Proof, clocks: readonly number[]): StopReason | undefined {
  const own = ownSignatures(proof);
  const isShared = isSharedDomain(domainOf(plainAddress(proof.from[0] ?? '') ?? ''));
  const passed = passing(proof);
  const whole = passed.filter((one) => isWhole(one, proof));
  if (whole.length === 0 && passed.length > 0) return 'partly-signed';
  if (whole.length === 0 && (own.length > 0 || proof.hasUnread)) return 'signature-bad';
  // A neighbour beneath a shared domain has DMARC's word too.
  if (whole.length === 0 && (isShared || proof.dmarc !== 'pass')) return 'not-signed';
  const inTime = clocks.some(
    (at) => isOfNow(proof, at) && (whole.length === 0 || whole.some((one) => isInForce(one, at))),
  );
  return inTime ? undefined : 'old';
}

/**
 * Whom a mail is from, when that is proven: one author, signed whole by the author's domain or passed by its DMARC, not
 * older than a week by one of the clocks, and the address or its domain registered to one provider. At a domain that
 * several share, only the exact mailbox with the reply address that was sent to it.
 */
export function judgeSender(
  proof: Proof,
  register: Register,
  hint: Hint | undefined,
  clocks: readonly string[],
): Accepted<Sender> | Stopped {
  const [author, ...others] = proof.from;
  if (proof.fromFields !== 1 || others.length > 0) return stopped('two-senders');
  if (!proof.isPlain) return stopped('doubtful-headers');
  const address = plainAddress(author ?? '');
  if (address === undefined) return stopped('unknown-sender');
  const unproven = whyUnproven(proof, clocks.map(Date.parse));
  if (unproven !== undefined) return stopped(unproven);

  const domain = domainOf(address);
  const mailbox = register.exact.get(address);
  const isTold = hint !== undefined && (mailbox?.has(hint.providerId) ?? false);
  const byMailbox = mailbox?.size === 1 ? [...mailbox][0] : isTold ? hint.providerId : undefined;
  if (isShared(domain, register)) {
    if (byMailbox === undefined) return stopped('unknown-sender');
    if (hint === undefined || plainAddress(hint.to) !== address) return stopped('shared-domain-without-token');
    return hint.providerId === byMailbox || isTold
      ? accept({ address, providerId: hint.providerId })
      : stopped('token-of-another');
  }
  const providerId = byMailbox ?? ofWhole(domain, register, hint);
  if (providerId === undefined) return stopped('unknown-sender');
  if (hint !== undefined && hint.providerId !== providerId) return stopped('token-of-another');
  return accept({ address, providerId });
}

/** Whether an address could stand for a provider at all, whatever the message proves. */
export function isKnown(author: string, register: Register, hint: Hint | undefined): boolean {
  const address = plainAddress(author);
  if (address === undefined) return false;
  const domain = domainOf(address);
  return register.exact.has(address) || ofWhole(domain, register, hint) !== undefined;
}

/** Whom everybody at a domain stands for; at the municipality's own it is nobody, whatever has been proven of it. */
function ofWhole(domain: string, register: Register, hint: Hint | undefined): string | undefined {
  if (isMunicipalDomain(domain, register.ours)) return undefined;
  return register.domains.get(domain) ?? atOwnDomain(domain, register, hint);
}

/** A colleague at the provider's own domain, with the reply address that its letter had. */
function atOwnDomain(domain: string, { exact }: Register, hint: Hint | undefined): string | undefined {
  if (hint === undefined) return undefined;
  const isOwn = [...exact].some(([address, ids]) => domainOf(address) === domain && ids.has(hint.providerId));
  return isOwn ? hint.providerId : undefined;
}

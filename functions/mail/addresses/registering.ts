import { asciiAddress } from '../../../shared/domain/email-address.ts';
import { type Instant, plusMinutes } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Register } from '../judging/sender.ts';
import { isSharedDomain } from './shared-domains.ts';

/** An address as it is compared, and its domain. */
export function addressParts(written: string): { readonly address: string; readonly domain: string } | undefined {
  const address = asciiAddress(written)?.toLowerCase();
  return address === undefined ? undefined : { address, domain: address.slice(address.lastIndexOf('@') + 1) };
}

type Wanted = {
  readonly providerId: string;
  readonly address: string;
  readonly domain: string;
  /** Whether all of the domain is put forward, or the one address. */
  readonly isDomain: boolean;
};

export type NotTheirs = 'domain-is-shared' | 'address-of-another';

/** The providers, but this one, that have an address at a domain. */
const othersAt = ({ domain, providerId }: Wanted, { exact }: Register): boolean =>
  [...exact].some(
    ([address, owners]) => address.endsWith(`@${domain}`) && [...owners].some((owner) => owner !== providerId),
  );

/**
 * Why an address or a domain cannot be the provider's: anybody may have an address there, or it is another provider's.
 * At another's own domain the municipality alone may put an address forward.
 */
export function notTheirs(wanted: Wanted, register: Register, byMunicipality: boolean): NotTheirs | undefined {
  const { providerId, address, domain, isDomain } = wanted;
  const isShared = isSharedDomain(domain);
  if (isDomain && isShared) return 'domain-is-shared';
  const holder = register.domains.get(domain);
  const owners = [...(register.exact.get(address) ?? [])];
  if (owners.some((owner) => owner !== providerId)) return 'address-of-another';
  if (holder !== undefined && holder !== providerId) return 'address-of-another';
  if (isShared || (byMunicipality && !isDomain)) return undefined;
  return othersAt(wanted, register) ? 'address-of-another' : undefined;
}

/** What a provider has put forward already, as far as another wish is held against it. */
type Known = { readonly address: string; readonly domain?: string; readonly state: string; readonly askedAt: Instant };

/** A letter to one address is sent again after so long, in minutes. */
const pause = 10;

/** The same put forward before: waiting, and asked about again; undefined where it is new. */
export function alikeIn<K extends Known>(
  known: readonly K[],
  { address, domain, isDomain }: Wanted,
  at: Instant,
): Result<K | undefined, 'address-known' | 'address-asked-lately'> {
  const alike = known.find((one) =>
    isDomain ? one.domain === domain : one.domain === undefined && one.address === address,
  );
  if (!alike) return accept(undefined);
  if (alike.state === 'proven') return refuse('conflict', 'address-known');
  return at < plusMinutes(alike.askedAt, pause) ? refuse('conflict', 'address-asked-lately') : accept(alike);
}

import { asciiAddress } from '../../../shared/domain/email-address.ts';
import { type Instant, plusMinutes } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { isMunicipalDomain, type Register } from '../judging/sender.ts';
import { ownDomainOf } from './own-domain.ts';
import { isSharedDomain } from './shared-domains.ts';

/** An address as it is compared, and its domain. */
export function addressParts(written: string): { readonly address: string; readonly domain: string } | undefined {
  const address = asciiAddress(written)?.toLowerCase();
  return address === undefined ? undefined : { address, domain: address.slice(address.lastIndexOf('@') + 1) };
}

type Wanted = {
  readonly providerId: string;
  readonly kind: 'municipal' | 'private';
  readonly address: string;
  readonly domain: string;
  /** Whether all of the domain is put forward, or the one address. */
  readonly isDomain: boolean;
};

export type NotTheirs = 'domain-is-shared' | 'address-of-another' | 'address-of-ours' | 'domain-of-municipality';

/** Whether one of two domains is the other, or beneath it. */
const isWithin = (one: string, other: string): boolean =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);

/** The providers, but this one, that have an address at a domain. */
const othersAt = ({ domain, providerId }: Wanted, { exact }: Register): boolean =>
  [...exact].some(
    ([address, owners]) => address.endsWith(`@${domain}`) && [...owners].some((owner) => owner !== providerId),
  );

/**
 * Why an address or a domain cannot be the provider's: anybody may have an address there, it is the municipality's own, of
 * which a unit of its own may use single addresses alone, or it is another provider's. `system`: where letters leave from.
 * At another's own domain the municipality alone may put an address forward.
 */
export function notTheirs(
  wanted: Wanted,
  register: Register,
  { byMunicipality, system }: { readonly byMunicipality: boolean; readonly system: string },
): NotTheirs | undefined {
  const { providerId, kind, address, domain, isDomain } = wanted;
  const isShared = isSharedDomain(domain);
  if (isDomain && isShared) return 'domain-is-shared';
  if (address === system) return 'address-of-ours';
  const systems = ownDomainOf(system.slice(system.lastIndexOf('@') + 1));
  if (
    isMunicipalDomain(domain, new Set([...register.ours, ...(systems ? [systems] : [])])) &&
    (isDomain || kind === 'private')
  )
    return 'domain-of-municipality';
  const holder = [...register.domains].find(([held]) => isWithin(held, domain))?.[1];
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
  { address, domain, isDomain }: Pick<Wanted, 'address' | 'domain' | 'isDomain'>,
  at: Instant,
): Result<K | undefined, 'address-known' | 'address-asked-lately'> {
  const alike = known.find((one) =>
    isDomain ? one.domain === domain : one.domain === undefined && one.address === address,
  );
  if (!alike) return accept(undefined);
  if (alike.state === 'proven') return refuse('conflict', 'address-known');
  return at < plusMinutes(alike.askedAt, pause) ? refuse('conflict', 'address-asked-lately') : accept(alike);
}

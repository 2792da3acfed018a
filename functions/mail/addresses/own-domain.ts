import { getDomain } from 'tldts';

/**
 * The domain that somebody has of their own, by the list of public suffixes: of `post.kommun.se` it is `kommun.se`.
 * Undefined for what nobody has alone: `se`, `co.uk`, `github.io`.
 */
export const ownDomainOf = (domain: string): string | undefined =>
  getDomain(domain, { allowPrivateDomains: true }) ?? undefined;

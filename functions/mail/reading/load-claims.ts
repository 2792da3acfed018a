import type { Deps } from '../../../shared/ports/deps.ts';
import { loadRegister } from '../acting/load-register.ts';
import { plainAddress } from '../judging/sender.ts';
import { loadKnown, type MayBeNamed } from './load-known.ts';
import { maskedClaims } from './masking.ts';

/**
 * Whom a mail claims to be from, as it is kept and shown: no more of a person than of its text. An address that is
 * registered is a provider's own, and is shown as it is.
 */
export async function loadClaims(claims: string, whose: MayBeNamed, deps: Deps): Promise<string> {
  const address = plainAddress(claims);
  if (address !== undefined && (await loadRegister(deps)).exact.has(address)) return claims;
  return maskedClaims(claims, await loadKnown(claims, whose, deps));
}

import { createRemoteJWKSet } from 'jose';
import { readIdToken } from '../domain/id-token.ts';
import type { Clock } from '../ports/clock.ts';
import { type IdTokens, KeysOutOfReach } from '../ports/id-tokens.ts';
import { nameIn } from './name-in.ts';

/** Milliseconds: to wait for the keys, to wait before asking again for one that is not among them, to keep them. */
const patience = { timeoutDuration: 2000, cooldownDuration: 30_000, cacheMaxAge: 600_000 };

/** The id tokens of a Cognito user pool, by the keys that it publishes; they are fetched when first needed, and kept. */
export function cognitoIdTokens({
  issuer,
  clientId,
  clock,
}: {
  issuer: string;
  clientId: string;
  clock: Clock;
}): IdTokens {
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), patience);
  return {
    async read(token) {
      const demands = { issuer, audience: clientId, algorithms: ['RS256'], now: new Date(clock.now()) };
      const claims = await readIdToken(token, keys, demands).catch((cause) => {
        throw new KeysOutOfReach('the keys of the sign-in cannot be read', { cause });
      });
      // Both kinds of Cognito's tokens are signed with the same keys.
      return claims?.token_use === 'id' ? { ...claims, sub: nameIn(claims) ?? claims.sub } : undefined;
    },
  };
}

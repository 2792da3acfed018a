import { createLocalJWKSet, type JWK } from 'jose';
import { readIdToken } from '../domain/id-token.ts';
import type { IdClaims, IdTokens } from '../ports/id-tokens.ts';

export type LocalIssuer = {
  readonly key: JWK;
  readonly issuer: string;
  readonly clientId: string;
  /** By how many milliseconds the machine's clock is before the world's. */
  readonly aheadBy: () => number;
};

/** The claims in the machine's time: a sign-in of a minute ago is a minute old there too, however far it was moved. */
export function inMachineTime<C extends Readonly<Record<string, unknown>>>(claims: C, aheadBy: number): C {
  const seconds = claims.auth_time;
  return { ...claims, auth_time: typeof seconds === 'number' ? seconds + aheadBy / 1000 : undefined };
}

/** The id tokens of the machine's own identity provider. They expire by the world's clock, which it goes by too. */
export function localIdTokens({ key, issuer, clientId, aheadBy }: LocalIssuer): IdTokens {
  const keys = createLocalJWKSet({ keys: [key] });
  return {
    async read(token): Promise<IdClaims | undefined> {
      const demands = { issuer, audience: clientId, algorithms: ['ES256'], now: new Date() };
      const claims = await readIdToken(token, keys, demands);
      return claims && inMachineTime(claims, aheadBy());
    },
  };
}

/** Where nobody signs in by a token of any kind. */
export const noIdTokens: IdTokens = { read: async () => undefined };

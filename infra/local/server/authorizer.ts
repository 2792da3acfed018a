import { createLocalJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { audience, type SignInKey } from './sign-in/sign-in-key.ts';

export type Authorizer = (authorization: string | undefined) => Promise<Record<string, unknown> | undefined>;

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** The claims in the machine's time: a sign-in of a minute ago is a minute old there too, however far it was moved. */
const inMachineTime = (claims: JWTPayload, aheadBy: number): Record<string, unknown> => {
  const moved = (seconds: unknown) => (typeof seconds === 'number' ? seconds + aheadBy / 1000 : undefined);
  return { ...claims, auth_time: moved(claims.auth_time), iat: moved(claims.iat) };
};

/**
 * What an API's own authorizer does in the cloud: the claims of a token that this machine's identity provider
 * signed for this API and that has not expired, else nothing. The algorithm is ours to choose, not the token's.
 */
export function authorizer(key: SignInKey, issuer: string, aheadBy: () => number): Authorizer {
  const keys = createLocalJWKSet({ keys: [key.public] });
  const demands = { algorithms: ['ES256'], issuer, audience, typ: 'at+jwt', requiredClaims: ['sub', 'exp', 'iat'] };
  return async (authorization) => {
    const token = bearer.exec(authorization ?? '')?.[1];
    if (!token) return undefined;
    try {
      return inMachineTime((await jwtVerify(token, keys, demands)).payload, aheadBy());
    } catch {
      return undefined;
    }
  };
}

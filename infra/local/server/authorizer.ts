import { createLocalJWKSet, jwtVerify } from 'jose';
import { inMachineTime } from '../../../shared/embedded/local-id-tokens.ts';
import type { IdTokens } from '../../../shared/ports/id-tokens.ts';
import { audience, type SignInKey } from './sign-in/sign-in-key.ts';

export type Authorizer = (authorization: string | undefined) => Promise<Record<string, unknown> | undefined>;

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * What an API's own authorizer does in the cloud: the claims of a token that this machine's identity provider signed
 * for this API, or for the portal about the person (an id token), and that has not expired, else nothing. Which of the
 * two it is, is said here and not by the token. The algorithm is ours to choose, too.
 */
export function authorizer(key: SignInKey, issuer: string, idTokens: IdTokens, aheadBy: () => number): Authorizer {
  const keys = createLocalJWKSet({ keys: [key.public] });
  const demands = { algorithms: ['ES256'], issuer, audience, typ: 'at+jwt', requiredClaims: ['sub', 'exp', 'iat'] };
  return async (authorization) => {
    const token = bearer.exec(authorization ?? '')?.[1];
    if (!token) return undefined;
    const proof = await idTokens.read(token);
    if (proof) return { ...proof, token_use: 'id' };
    try {
      return { ...inMachineTime((await jwtVerify(token, keys, demands)).payload, aheadBy()), token_use: 'access' };
    } catch {
      return undefined;
    }
  };
}

import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

export type IdTokenDemands = {
  readonly issuer: string;
  /** The client that it must have been made for. */
  readonly audience: string;
  /** Ours to choose, never the token's. */
  readonly algorithms: readonly string[];
  readonly now: Date;
};

const isAboutTheToken = (failure: unknown): boolean =>
  failure instanceof errors.JOSEError &&
  // What jose says of the keys' place, not of the token.
  !['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'].includes(failure.code);

/**
 * The claims of an id token (OpenID Connect Core, 3.1.3.7): signed with one of the keys, by this issuer, for this client
 * alone, not expired. Undefined when it is none; throws when the keys cannot be had. `nonce` and `auth_time` are the
 * caller's to judge.
 */
export async function readIdToken(
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, audience, algorithms, now }: IdTokenDemands,
): Promise<(JWTPayload & { readonly sub: string }) | undefined> {
  const demands = { issuer, audience, algorithms: [...algorithms], currentDate: now, requiredClaims: ['exp', 'iat'] };
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, demands);
    const { sub, aud } = payload;
    const isIdToken = protectedHeader.typ === undefined || protectedHeader.typ === 'JWT';
    return isIdToken && typeof sub === 'string' && typeof aud === 'string' ? { ...payload, sub } : undefined;
  } catch (failure) {
    if (isAboutTheToken(failure)) return undefined;
    throw failure;
  }
}

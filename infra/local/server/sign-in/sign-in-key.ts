import { existsSync } from 'node:fs';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import * as z from 'zod';
import { readOrLayAside, writeDurably } from '../../../../shared/embedded/durable-file.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';

/** Whom the tokens are for: this API. */
export const audience = 'utfort';
export const clientId = 'utfort-portal';
/** Seconds that a token is good for. */
export const tokenLife = 900;
/** What a demo sign-in proves about the person: nothing. */
export const signInLevel = 'demo';

export type SignInKey = {
  readonly private: JWK;
  readonly public: JWK;
  /** A token of a kind: for the API, or about the person. */
  sign(kind: 'access' | 'id', claims: Record<string, unknown>): Promise<string>;
};

const coordinate = z.string().regex(/^[\w-]{43}$/);
const Secret = z.looseObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  d: coordinate,
  kid: z.string(),
});

async function freshKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
}

/** The identity provider's own key, kept in a file so that a token outlives a restart. Not the key that seals records. */
export async function signInKey(path: string, log: Deps['log']): Promise<SignInKey> {
  const tell = (failure: unknown) =>
    log.error('the key of the sign-in cannot be read; everybody signs in anew', { entry: 'sign-in', failure });
  const secret: JWK = readOrLayAside(path, (text) => Secret.parse(JSON.parse(text)), tell) ?? (await freshKey());
  if (!existsSync(path)) writeDurably(path, Buffer.from(JSON.stringify(secret)), 0o600);
  const { d: _secret, ...open } = secret;
  const key = await importJWK(secret, 'ES256');
  const header = { alg: 'ES256', kid: secret.kid };
  return {
    private: secret,
    public: open,
    sign: (kind, claims) =>
      new SignJWT(claims).setProtectedHeader({ ...header, typ: kind === 'id' ? 'JWT' : 'at+jwt' }).sign(key),
  };
}

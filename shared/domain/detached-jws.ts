import { base64url, decoded } from './base64url.ts';
import { canonical } from './canonical.ts';
import type { PublicPoint } from './public-keys.ts';

/**
 * A detached JWS (RFC 7515, appendix F) in compact form, `header..signature`, ES256 only. There is exactly one
 * text for a given key, payload and signature: the header is canonical JSON and the signature has the low S.
 */
const TYP = 'utfort-record+jws';
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

export const protectedHeader = (kid: string): string => base64url(canonical({ alg: 'ES256', kid, typ: TYP }));

/** The bytes that a key signs: `header.payload`. */
export const signingInput = (payload: Uint8Array, kid: string): Uint8Array =>
  new TextEncoder().encode(`${protectedHeader(kid)}.${base64url(payload)}`);

export const detachedJws = (kid: string, signature: Uint8Array): string =>
  `${protectedHeader(kid)}..${base64url(withLowS(signature))}`;

const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Whether the point's owner made the signature. The header is the caller's to check. */
export async function provenBy(jws: string, payload: Uint8Array, point: PublicPoint): Promise<boolean> {
  const [header, , signature = ''] = jws.split('.');
  const raw = decoded(signature);
  if (!raw) return false;
  const input = new TextEncoder().encode(`${header}.${base64url(payload)}`);
  try {
    const { kty, crv, x, y } = point;
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, ES256, false, ['verify']);
    return await crypto.subtle.verify(ES256, key, raw, input);
  } catch {
    // No such point on the curve.
    return false;
  }
}

/** Of the two signatures (r, s) and (r, n − s) that ECDSA takes, only the one with the lower S is ours. */
export const hasLowS = (signature: Uint8Array): boolean => signature.length === 64 && numberS(signature) <= ORDER / 2n;

function withLowS(signature: Uint8Array): Uint8Array {
  if (signature.length !== 64) throw new RangeError('an ES256 signature is r‖s, 64 bytes');
  if (hasLowS(signature)) return signature;
  const hex = (ORDER - numberS(signature)).toString(16).padStart(64, '0');
  const low = new Uint8Array(signature);
  for (let i = 0; i < 32; i++) low[32 + i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return low;
}

const numberS = (signature: Uint8Array): bigint =>
  signature.subarray(32).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);

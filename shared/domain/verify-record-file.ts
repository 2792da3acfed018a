import { base64url, decoded } from './base64url.ts';
import { canonical, canonicalBytes, contentHash } from './canonical.ts';
import { hasLowS, protectedHeader, provenBy } from './detached-jws.ts';
import type { Instant } from './local-time.ts';
import type { KeySet, PublicKey, PublicPoint } from './public-keys.ts';
import { isPublicKey, isSignedRecord } from './record-shape.ts';
import { digest, sha256 } from './sha256.ts';
import type { Chain, RecordKind, SignedBy, SignedRecord } from './signed-record.ts';

/** Why a record does not hold; stable, for programs and for the portal's texts. */
export type Flaw =
  | 'not-a-record' // not UTF-8, not JSON, or not the members of a record
  | 'not-canonical' // the bytes are not the one way to write what they say
  | 'content-changed'
  | 'payload-changed'
  | 'header-mismatch' // another algorithm, type or key id than the record's key has
  | 'bad-signature'
  | 'broken-chain'
  | 'unknown-key'
  | 'key-mismatch' // the published key of that id is another one
  | 'key-not-in-force'; // the published key was not in use when the record says that it was signed

export type Verification =
  | {
      readonly valid: true;
      /** The seal's key is one that the municipality has published; else the record is whole, but no one's. */
      readonly trusted: boolean;
      readonly signedBy: SignedBy;
      readonly signedAt: Instant;
      readonly kind: RecordKind;
      readonly chain: 'ok';
    }
  | { readonly valid: false; readonly reason: Flaw };

/**
 * Checks a record's file without any server: every byte of it counts. `keys` is the published key history. The same
 * code runs on the server, on the command line and in a browser: it needs nothing but WebCrypto.
 */
export async function verifyRecordFile(bytes: Uint8Array, keys?: KeySet): Promise<Verification> {
  const record = readRecord(bytes);
  if (typeof record === 'string') return { valid: false, reason: record };
  const reason = (await sealFlaw(record)) ?? chainFlaw(record.payload.chain) ?? (keys && keyFlaw(record, keys));
  if (reason) return { valid: false, reason };
  const { signedBy, signedAt, kind } = record.payload;
  return { valid: true, trusted: keys !== undefined, signedBy, signedAt, kind, chain: 'ok' };
}

/** The record in a file, if the file is the one way to write it; a single newline that an editor added is let pass. */
export function readRecord(bytes: Uint8Array): SignedRecord | Flaw {
  const text = textOf(bytes)?.replace(/\n$/, '');
  const parsed = text === undefined ? undefined : jsonOf(text);
  if (!isSignedRecord(parsed)) return 'not-a-record';
  try {
    return canonical(parsed) === text ? parsed : 'not-canonical';
  } catch {
    return 'not-canonical';
  }
}

async function sealFlaw({ payload, sha256: claimed, jws, jwk }: SignedRecord): Promise<Flaw | undefined> {
  if ((await contentHash(payload.content)) !== payload.contentSha256) return 'content-changed';
  const bytes = canonicalBytes(payload);
  if ((await sha256(bytes)) !== claimed) return 'payload-changed';

  const [header, middle, signature = '', ...rest] = jws.split('.');
  const kid = await thumbprint(jwk);
  if (header !== protectedHeader(kid) || middle !== '' || rest.length > 0) return 'header-mismatch';
  if (!decoded(jwk.x) || !decoded(jwk.y)) return 'bad-signature';
  const raw = decoded(signature);
  if (!raw || !hasLowS(raw) || !(await provenBy(jws, bytes, jwk))) return 'bad-signature';
}

function chainFlaw({ seq, previous, earlier }: Chain): Flaw | undefined {
  const counted = earlier.every((link, index) => link.seq === index + 1);
  const distinct = new Set(earlier.map((link) => link.sha256)).size === earlier.length;
  const linked = previous === (earlier.at(-1)?.sha256 ?? null);
  return counted && distinct && linked && seq === earlier.length + 1 ? undefined : 'broken-chain';
}

/** The key's id (RFC 7638): the members that a point has are the ones that count. */
const thumbprint = async ({ crv, kty, x, y }: PublicPoint): Promise<string> =>
  base64url(await digest(canonical({ crv, kty, x, y })));

function keyFlaw({ jws, jwk, payload }: SignedRecord, { keys }: KeySet): Flaw | undefined {
  const named = keys.filter(({ kid }) => typeof kid === 'string' && jws.startsWith(`${protectedHeader(kid)}.`));
  if (named.length === 0) return 'unknown-key';
  const published = named.filter(isPublicKey).filter((key) => samePoint(key, jwk));
  if (published.length < named.length) return 'key-mismatch';
  return published.every((key) => inForce(key, payload.signedAt)) ? undefined : 'key-not-in-force';
}

/** Whether the key was in use then. Instants are UTC with milliseconds, so text order is time order. */
const inForce = (key: PublicKey, at: Instant): boolean =>
  (key.utfort_from === undefined || key.utfort_from <= at) && (key.utfort_to === undefined || at <= key.utfort_to);

const samePoint = (a: PublicPoint, b: PublicPoint): boolean => a.x === b.x && a.y === b.y;

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

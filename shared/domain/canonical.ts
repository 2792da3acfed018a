import canonicalize from 'canonicalize';
import { sha256 } from './sha256.ts';

/** The one way to write a JSON value (RFC 8785): same value, same text, on every machine. Throws on what JSON cannot say. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** The canonical text as UTF-8. */
export const canonicalBytes = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(canonical(value));

/** SHA-256 of a value's canonical text; of a record's content, what a person is asked to sign, before it is signed. */
export const contentHash = (content: unknown): Promise<string> => sha256(canonical(content));

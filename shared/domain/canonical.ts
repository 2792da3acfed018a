import canonicalize from 'canonicalize';
import { brokenIn } from './broken-text.ts';
import { sha256 } from './sha256.ts';

/**
 * There is half a character somewhere in the value, which has no canonical text. Nothing takes in such a text any more;
 * what was kept before can be mended by somebody who knows where it is.
 */
export class HalfCharacter extends TypeError {
  readonly places: readonly string[];
  constructor(places: readonly string[]) {
    super('half a character has no canonical text');
    this.places = places;
  }
}

/** A place as people know it: an item of a list is named by its case, where it has one. */
function placeOf(root: unknown, path: readonly (string | number)[]): string {
  let at = root;
  const steps = path.map((step) => {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
    const caseNo = typeof at === 'object' && at !== null && 'caseNo' in at ? at.caseNo : undefined;
    return typeof step === 'number' && typeof caseNo === 'string' && caseNo.isWellFormed() ? caseNo : step;
  });
  return steps.join('.');
}

const halvesIn = (value: unknown): readonly string[] =>
  [...brokenIn(value)].filter(({ code }) => code === 'malformed-text').map(({ path }) => placeOf(value, path));

/**
 * The one way to write a JSON value (RFC 8785): same value, same text, on every machine. Throws on what JSON cannot say;
 * on half a character `HalfCharacter`, with its place.
 */
export function canonical(value: unknown): string {
  try {
    const text = canonicalize(value);
    if (text === undefined) throw new TypeError('not a JSON value');
    return text;
  } catch (failure) {
    const places = halvesIn(value);
    throw places.length > 0 ? new HalfCharacter(places) : failure;
  }
}

/** The canonical text as UTF-8. */
export const canonicalBytes = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(canonical(value));

/** SHA-256 of a value's canonical text; of a record's content, what a person is asked to sign, before it is signed. */
export const contentHash = (content: unknown): Promise<string> => sha256(canonical(content));

import type { ByteSource } from './byte-source.ts';

/**
 * Turns a file of any accepted encoding into UTF-8 pieces, so that everything after this knows one encoding only.
 *
 * UTF-8 with or without BOM passes untouched (a row that is not UTF-8 is found where it is read); UTF-16LE with or
 * without BOM and windows-1252 are rewritten. Which of UTF-8 and windows-1252 it is, the first letter outside ASCII
 * tells: every accepted header has an å in its first word, so the choice never waits for the end of the file.
 */
export async function* utf8Chunks(source: ByteSource): AsyncGenerator<Uint8Array | NotDecodable> {
  let held: Uint8Array = new Uint8Array(0);
  let rewrite: Rewrite | undefined;
  for await (const chunk of source.chunks()) {
    held = held.length === 0 ? chunk : joined(held, chunk);
    rewrite ??= encodingOf(held, false);
    if (!rewrite) {
      held = held.slice();
      continue;
    }
    yield rewrite(held, false);
    held = new Uint8Array(0);
  }
  rewrite ??= encodingOf(held, true) ?? untouched;
  yield rewrite(held, true);
}

export const notDecodable = 'NOT_DECODABLE';
export type NotDecodable = typeof notDecodable;

/** Gives the next piece as UTF-8; `last` says that nothing follows. */
type Rewrite = (piece: Uint8Array, last: boolean) => Uint8Array | NotDecodable;

const untouched: Rewrite = (piece) => piece;
const refused: Rewrite = () => notDecodable;

/** UTF-8 behind its BOM: the first piece loses three bytes. */
function withoutMark(): Rewrite {
  let first = true;
  return (piece) => {
    const kept = first ? piece.subarray(3) : piece;
    first = false;
    return kept;
  };
}

function rewriteFrom(encoding: 'utf-16le' | 'windows-1252'): Rewrite {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  return (piece, last) => {
    try {
      return encoder.encode(decoder.decode(piece, { stream: !last }));
    } catch {
      return notDecodable;
    }
  };
}

/** The encoding of a file that begins like this; undefined while more bytes are needed to tell. */
function encodingOf(head: Uint8Array, last: boolean): Rewrite | undefined {
  if (head.length < 3 && !last) return undefined;
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return withoutMark();
  if (first === 0xff && second === 0xfe) return rewriteFrom('utf-16le');
  if (first === 0xfe && second === 0xff) return refused;
  if (first !== 0 && second === 0) return rewriteFrom('utf-16le');
  const letter = head.findIndex((byte) => byte >= 0x80);
  if (letter < 0 || (letter + 4 > head.length && !last)) return last || head.length > searched ? untouched : undefined;
  return isUtf8(head.subarray(letter, letter + utf8Length(head[letter] ?? 0)))
    ? untouched
    : rewriteFrom('windows-1252');
}

/** A file whose first bytes, so many of them, are all ASCII has no header that could be right. */
const searched = 65_536;

const utf8Length = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

function isUtf8(letter: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(letter).length > 0;
  } catch {
    return false;
  }
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

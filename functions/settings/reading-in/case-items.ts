import type { ByteSource } from '../../months/door.ts';

const [quote, backslash] = [0x22, 0x5c];
const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];

/** How deep the object's own members are, the items of its lists, and what is inside an item. */
const [members, items, inItem] = [1, 2, 3];

/**
 * Reads a JSON object whose `cases` is a long list of objects, one case at a time: `take` gets each of them, and the
 * rest of the object comes back with an empty list in its place, so that a city's file is never whole in memory.
 * Undefined when the bytes are not such an object; then nothing that `take` got is to be believed.
 */
export async function eachCase(source: ByteSource, take: (item: unknown) => void): Promise<unknown> {
  const splitter = new CaseSplitter(take);
  try {
    for await (const bytes of source.chunks()) if (!splitter.push(bytes)) return undefined;
    return splitter.rest();
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

/** Neither JSON (a syntax error) nor UTF-8 (a type error, as decoders say it). */
export const isUnreadable = (error: unknown): error is Error =>
  error instanceof SyntaxError || error instanceof TypeError;

/** Follows depth and strings byte by byte; what lies between the braces of a case is parsed when it is whole. */
class CaseSplitter {
  readonly #take: (item: unknown) => void;
  /** What surrounds the list, the case that is being gathered, and what is between two cases. */
  readonly #around = new Stretch();
  readonly #item = new Stretch();
  readonly #gap = new Stretch();
  #depth = 0;
  #inText = false;
  #escaped = false;
  #inCases = false;
  #taken = 0;

  constructor(take: (item: unknown) => void) {
    this.#take = take;
  }

  /** False when the list is not one of objects with commas between them. */
  push(bytes: Uint8Array): boolean {
    let from = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (this.#inText) {
        this.#inText = this.#escaped || byte !== quote;
        this.#escaped = !this.#escaped && byte === backslash;
      } else if (byte === quote) {
        this.#inText = true;
      } else if (byte === openObject || byte === openList) {
        this.#depth += 1;
        if (this.#inCases && this.#depth === inItem) {
          this.#gap.add(bytes.subarray(from, at));
          if (!(this.#taken === 0 ? /^\s*$/ : /^\s*,\s*$/).test(this.#gap.taken())) return false;
          from = at;
        } else if (byte === openList && this.#depth === items) {
          this.#around.add(bytes.subarray(from, at + 1));
          from = at + 1;
          this.#inCases = this.#around.endsWith(/"cases"\s*:\s*\[$/);
          if (this.#inCases && this.#taken > 0) return false;
        }
      } else if (byte === closeObject || byte === closeList) {
        this.#depth -= 1;
        if (this.#inCases && this.#depth === items) {
          this.#item.add(bytes.subarray(from, at + 1));
          from = at + 1;
          this.#take(JSON.parse(this.#item.taken()));
          this.#taken += 1;
        } else if (this.#inCases && this.#depth === members) {
          this.#gap.add(bytes.subarray(from, at));
          if (/\S/.test(this.#gap.taken())) return false;
          this.#inCases = false;
          from = at;
        }
      }
    }
    const open = this.#inCases ? (this.#depth >= inItem ? this.#item : this.#gap) : this.#around;
    open.add(bytes.subarray(from));
    return true;
  }

  rest(): unknown {
    return JSON.parse(this.#around.taken());
  }
}

/** Bytes that come in pieces, read as text when they are whole. */
class Stretch {
  #text = '';
  #decoder = new TextDecoder('utf-8', { fatal: true });

  add(bytes: Uint8Array): void {
    this.#text += this.#decoder.decode(bytes, { stream: true });
  }

  endsWith(form: RegExp): boolean {
    return form.test(this.#text);
  }

  /** The text so far, which is then gone. */
  taken(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

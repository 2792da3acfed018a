const none = -1;

/** A hash of the bytes `from` to `to`, a byte at a time: `nextHash` folds in one more. */
export const startHash = 0;
export const nextHash = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193) + 0x9e3779b9;

/**
 * Names known by their bytes: case numbers, services, workers. Found in a row without making a string of them; the
 * number of a name is the order in which it was added, from 0.
 */
export class ByteNames {
  readonly #numbers = new Map<string, number>();
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(1024);
  readonly #ends: number[] = [];
  /** Number + 1 of the name at each place of the hash table, 0 where it is free. */
  #places = new Int32Array(128);

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name);
  }

  /** The number of the name at `from` to `to`, whose hash is given; −1 when there is none. */
  find(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const mask = this.#places.length - 1;
    for (let place = spread(hash) & mask; ; place = (place + 1) & mask) {
      const number = (this.#places[place] as number) - 1;
      if (number === none || this.#is(number, bytes, from, to)) return number;
    }
  }

  /** The number of a name, which is added if it is new. */
  add(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(name, number);
    const bytes = this.#encoder.encode(name);
    const begin = this.#beginning(number);
    this.#bytes = roomFor(this.#bytes, begin + bytes.length);
    this.#bytes.set(bytes, begin);
    this.#ends.push(begin + bytes.length);
    if (this.#numbers.size * 2 > this.#places.length) this.#widen();
    else this.#put(number, hashOf(bytes));
    return number;
  }

  /** The name of a number that was given. */
  nameOf(number: number): string {
    return new TextDecoder().decode(this.#bytes.subarray(this.#beginning(number), this.#ends[number]));
  }

  #is(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const begin = this.#beginning(number);
    if ((this.#ends[number] as number) - begin !== to - from) return false;
    for (let at = from; at < to; at += 1) if (bytes[at] !== this.#bytes[begin + at - from]) return false;
    return true;
  }

  #beginning(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] as number);
  }

  #put(number: number, hash: number): void {
    const mask = this.#places.length - 1;
    let place = spread(hash) & mask;
    while (this.#places[place] !== 0) place = (place + 1) & mask;
    this.#places[place] = number + 1;
  }

  #widen(): void {
    this.#places = new Int32Array(this.#places.length * 2);
    for (let number = 0; number < this.#ends.length; number += 1) {
      this.#put(number, hashOf(this.#bytes.subarray(this.#beginning(number), this.#ends[number])));
    }
  }
}

const hashOf = (bytes: Uint8Array): number => {
  let hash = startHash;
  for (const byte of bytes) hash = nextHash(hash, byte);
  return hash;
};

/** Carries the high bits of a hash down to where the table looks. */
const spread = (hash: number): number => hash ^ (hash >>> 15);

function roomFor(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (length <= bytes.length) return bytes;
  const wider = new Uint8Array(Math.max(length, bytes.length * 2));
  wider.set(bytes);
  return wider;
}

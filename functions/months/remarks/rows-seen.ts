import type { Visit } from '../dry-run/visit-outcome.ts';

/** What is kept of a visit row, as numbers: minutes after midnight and, with `from` and `till`, minutes since the month began. */
export type RowSeen = Pick<Visit, 'row' | 'caseNumber' | 'service' | 'worker' | 'day' | 'start' | 'end'> & {
  readonly performed: number;
  readonly submitted: number;
  /** [from, till) as instants, the clock's changes counted in. */
  readonly from: number;
  readonly till: number;
};

const fields = [
  ...['row', 'caseNumber', 'service', 'worker', 'day', 'start', 'end', 'performed', 'submitted', 'from', 'till'],
] as (keyof RowSeen)[];
const width = fields.length;
/** Rows to a block of memory. */
const blockSize = 1024;

/** Every readable row of known cases and dates in the month, in file order; the one thing of the remarks that grows with the rows. */
export class RowsSeen {
  readonly #blocks: Int32Array[] = [];
  length = 0;

  add(seen: RowSeen): void {
    const place = this.length % blockSize;
    if (place === 0) this.#blocks.push(new Int32Array(blockSize * width));
    const block = this.#blocks.at(-1) as Int32Array;
    for (let field = 0; field < width; field += 1) block[place * width + field] = seen[fields[field] as keyof RowSeen];
    this.length += 1;
  }

  at(index: number): RowSeen {
    const block = this.#blocks[Math.floor(index / blockSize)] as Int32Array;
    const place = (index % blockSize) * width;
    const value = (field: number) => block[place + field] as number;
    return {
      ...{ row: value(0), caseNumber: value(1), service: value(2), worker: value(3), day: value(4) },
      ...{ start: value(5), end: value(6), performed: value(7), submitted: value(8), from: value(9), till: value(10) },
    };
  }

  *[Symbol.iterator](): Generator<RowSeen> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index);
  }
}

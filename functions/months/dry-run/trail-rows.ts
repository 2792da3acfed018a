import type { RowOutcome } from './visit-outcome.ts';

/** Case, row, day, minutes and outcome of one row. */
const width = 5;

export type TrailRow = { row: number; day: number; minutes: number; outcome: RowOutcome };

/** The rows that a trail names one by one, twenty bytes each and no object until somebody reads them. */
export class TrailRows {
  #columns = new Uint32Array(256 * width);
  #count = 0;

  add(caseNumber: number, row: number, day: number, minutes: number, outcome: RowOutcome): void {
    const at = this.#count * width;
    if (at === this.#columns.length) {
      const wider = new Uint32Array(at * 2);
      wider.set(this.#columns);
      this.#columns = wider;
    }
    const columns = this.#columns;
    columns[at] = caseNumber;
    columns[at + 1] = row;
    columns[at + 2] = day;
    columns[at + 3] = minutes;
    columns[at + 4] = outcome;
    this.#count += 1;
  }

  /** The rows of each case by its number, in file order: sorted once, by counting. */
  byCase(cases: number): (caseNumber: number) => Iterable<TrailRow> {
    const starts = new Uint32Array(cases + 1);
    for (let index = 0; index < this.#count; index += 1) {
      const next = (this.#columns[index * width] as number) + 1;
      starts[next] = (starts[next] as number) + 1;
    }
    for (let one = 1; one <= cases; one += 1) starts[one] = (starts[one] as number) + (starts[one - 1] as number);
    const places = starts.slice();
    const sorted = new Uint32Array(this.#count);
    for (let index = 0; index < this.#count; index += 1) {
      const one = this.#columns[index * width] as number;
      const place = places[one] as number;
      sorted[place] = index;
      places[one] = place + 1;
    }
    const columns = this.#columns;
    return function* (caseNumber) {
      for (let place = starts[caseNumber] as number; place < (starts[caseNumber + 1] as number); place += 1) {
        const at = (sorted[place] as number) * width;
        const [, row = 0, day = 0, minutes = 0, outcome = 0] = columns.subarray(at, at + width);
        yield { row, day, minutes, outcome: outcome as RowOutcome };
      }
    };
  }
}

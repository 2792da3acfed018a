/** Whether an earlier row that submitted minutes is the same visit, and by whose hands. */
export const Repeat = { none: 0, sameWorker: 1, otherWorker: 2 } as const;
export type Repeat = (typeof Repeat)[keyof typeof Repeat];

/** The number of a worker that a row does not name. */
const noWorker = 0;

/** Case, service and worker by number; day of the month, start and end in minutes after midnight. */
export type VisitKey = {
  readonly caseNumber: number;
  readonly day: number;
  readonly service: number;
  readonly start: number;
  readonly end: number;
  readonly worker: number;
};

/** What is kept of a visit: its hours, its service and worker, and the visit before it on the same case and day. */
const hours = 0;
const service = 1;
const worker = 2;
const before = 3;
const width = 4;

/** Visits to a block of memory. */
const blockSize = 1024;

/** Visits of one case on one day, beyond which they are looked up and not gone through. */
const crowd = 64;

/**
 * The visits of a file that submitted minutes: sixteen bytes each and no object, since this is the one thing in the
 * dry run that grows with the rows. Each case and day has a chain of its few visits, the latest first; a day with so
 * many that only a faulty or hostile file has them gets an index, so that time stays in proportion to the rows.
 */
export class Repeats {
  readonly #blocks: Uint32Array[] = [];
  #count = 0;
  /** By case and day: 1 + the latest visit, 0 when there is none. */
  readonly #latest: Uint32Array;
  readonly #crowds = new Map<number, Map<number, number>>();
  /** Every worker of a visit that was reported more than once, but the first; by visit. */
  readonly #laterWorkers = new Map<number, Set<number>>();
  /** The visit that was looked for last, −1 when it is new. */
  #found = -1;

  constructor(cases: number) {
    this.#latest = new Uint32Array(cases * 32);
  }

  /** What an earlier row says about this one. A row that names no worker cannot be another pair of hands. */
  find(visit: VisitKey): Repeat {
    this.#found = this.#earlier(visit);
    if (this.#found < 0) return Repeat.none;
    const first = this.#at(this.#found, worker);
    const later = this.#laterWorkers.get(this.#found);
    const allNamed = visit.worker !== noWorker && first !== noWorker && !later?.has(noWorker);
    return allNamed && first !== visit.worker && !later?.has(visit.worker) ? Repeat.otherWorker : Repeat.sameWorker;
  }

  /** Remembers the visit that was looked for last, which submitted minutes. */
  remember(visit: VisitKey): void {
    if (this.#found < 0) this.#append(visit);
    else if (this.#at(this.#found, worker) !== visit.worker) {
      const later = this.#laterWorkers.get(this.#found) ?? new Set();
      this.#laterWorkers.set(this.#found, later.add(visit.worker));
    }
  }

  #earlier(visit: VisitKey): number {
    const chain = visit.caseNumber * 32 + visit.day;
    const wanted = hoursOf(visit);
    let steps = 0;
    for (let next = this.#latest[chain] as number; next > 0; steps += 1) {
      if (steps === crowd) return this.#crowdOf(chain).get(crowdKey(wanted, visit.service)) ?? -1;
      const block = this.#blocks[Math.floor((next - 1) / blockSize)] as Uint32Array;
      const at = ((next - 1) % blockSize) * width;
      if (block[at + hours] === wanted && block[at + service] === visit.service) return next - 1;
      next = block[at + before] as number;
    }
    return -1;
  }

  #append(visit: VisitKey): void {
    const number = this.#count;
    if (number % blockSize === 0) this.#blocks.push(new Uint32Array(blockSize * width));
    const block = this.#blocks[Math.floor(number / blockSize)] as Uint32Array;
    const at = (number % blockSize) * width;
    const chain = visit.caseNumber * 32 + visit.day;
    block[at + hours] = hoursOf(visit);
    block[at + service] = visit.service;
    block[at + worker] = visit.worker;
    block[at + before] = this.#latest[chain] as number;
    this.#latest[chain] = number + 1;
    this.#count = number + 1;
    if (this.#crowds.size > 0) this.#crowds.get(chain)?.set(crowdKey(hoursOf(visit), visit.service), number);
  }

  /** The index over a crowded day, made from its chain when it is first needed. */
  #crowdOf(chain: number): Map<number, number> {
    const known = this.#crowds.get(chain);
    if (known) return known;
    const index = new Map<number, number>();
    for (let next = this.#latest[chain] as number; next > 0; next = this.#at(next - 1, before)) {
      index.set(crowdKey(this.#at(next - 1, hours), this.#at(next - 1, service)), next - 1);
    }
    this.#crowds.set(chain, index);
    return index;
  }

  #at(visit: number, field: number): number {
    const block = this.#blocks[Math.floor(visit / blockSize)] as Uint32Array;
    return block[(visit % blockSize) * width + field] as number;
  }
}

const hoursOf = ({ start, end }: VisitKey): number => start * 2048 + end;

/** Hours and service as one number. */
const crowdKey = (packedHours: number, serviceOf: number): number => serviceOf * 2 ** 22 + packedHours;

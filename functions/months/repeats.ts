/** Whether an earlier row that submitted minutes stands for the same visit, and by whose hands. */
export const Repeat = { none: 0, sameWorker: 1, otherWorker: 2 } as const;
export type Repeat = (typeof Repeat)[keyof typeof Repeat];

/** The number of a worker that a row does not name. */
export const noWorker = 0;

/** Case, service and worker by number; day, start and end packed into one. */
export type VisitKey = { caseNumber: number; service: number; time: number; worker: number };

/** Day of the month, start and end, in minutes after midnight, as one number above 0. */
export const packTime = (day: number, start: number, end: number): number => (day << 22) | (start << 11) | end;

const time = 0;
const caseNumber = 1;
const service = 2;
const worker = 3;
const width = 4;

/**
 * The visits of a file that submitted minutes: sixteen bytes each and no object, since this is the one thing in the
 * dry run that grows with the rows. Open addressing; a free place has time 0.
 */
export class Repeats {
  #table = new Uint32Array(1024 * width);
  #count = 0;
  /** Every worker of a visit that was reported more than once, by its place among the repeated. */
  readonly #workersOfRepeated = new Map<string, Set<number>>();

  /** What an earlier row says about this one. A row that names no worker cannot be another pair of hands. */
  find(visit: VisitKey): Repeat {
    const at = this.#placeOf(visit);
    if (this.#table[at + time] === 0) return Repeat.none;
    const first = this.#table[at + worker] as number;
    const workers = this.#workersOfRepeated.get(nameOf(visit));
    const allNamed = visit.worker !== noWorker && first !== noWorker && !workers?.has(noWorker);
    const other = allNamed && first !== visit.worker && !workers?.has(visit.worker);
    return other ? Repeat.otherWorker : Repeat.sameWorker;
  }

  /** Remembers a row that submitted minutes. */
  add(visit: VisitKey): void {
    const at = this.#placeOf(visit);
    if (this.#table[at + time] === 0) {
      this.#set(at, visit.time, visit.caseNumber, visit.service, visit.worker);
      this.#count += 1;
      if (this.#count * width * 2 > this.#table.length) this.#widen();
    } else if (this.#table[at + worker] !== visit.worker) {
      const name = nameOf(visit);
      const workers = this.#workersOfRepeated.get(name);
      if (workers) workers.add(visit.worker);
      else this.#workersOfRepeated.set(name, new Set([visit.worker]));
    }
  }

  #placeOf(visit: VisitKey): number {
    const table = this.#table;
    const mask = table.length - 1;
    let at = spread(visit.time, visit.caseNumber, visit.service) & mask;
    for (;;) {
      const found = table[at];
      if (found === 0) return at;
      if (
        found === visit.time &&
        table[at + caseNumber] === visit.caseNumber &&
        table[at + service] === visit.service
      ) {
        return at;
      }
      at = (at + width) & mask;
    }
  }

  #set(at: number, ...visit: [number, number, number, number]): void {
    for (let index = 0; index < width; index += 1) this.#table[at + index] = visit[index] as number;
  }

  #widen(): void {
    const narrow = this.#table;
    this.#table = new Uint32Array(narrow.length * 2);
    const mask = this.#table.length - 1;
    for (let from = 0; from < narrow.length; from += width) {
      if (narrow[from] === 0) continue;
      let at =
        spread(narrow[from] as number, narrow[from + caseNumber] as number, narrow[from + service] as number) & mask;
      while (this.#table[at] !== 0) at = (at + width) & mask;
      for (let index = 0; index < width; index += 1) this.#table[at + index] = narrow[from + index] as number;
    }
  }
}

/** A place in the table before its mask: a multiple of `width`. */
function spread(packedTime: number, caseOf: number, serviceOf: number): number {
  let hash =
    Math.imul(packedTime ^ Math.imul(caseOf + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(serviceOf + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f);
  return (hash ^ (hash >>> 13)) << 2;
}

const nameOf = (visit: VisitKey): string => `${visit.caseNumber} ${visit.service} ${visit.time}`;

/** Minutes of notice when none was given. */
export const noNotice = Number.NEGATIVE_INFINITY;

/** Stands for the start of a form row that is about every visit of its day. */
const anyStart = 2047;

/**
 * The form rows about visits that met nobody or were declined, by day and start: how many elapsed minutes before
 * that day's midnight the customer gave notice, the earliest counting; below 0 it came on the day itself.
 */
export class VisitNotices {
  readonly #ahead = new Map<number, number>();

  add(day: number, start: number | undefined, minutesAhead: number): void {
    const visit = day * 2048 + (start ?? anyStart);
    this.#ahead.set(visit, Math.max(this.#ahead.get(visit) ?? noNotice, minutesAhead));
  }

  /** The earliest notice among the rows about a visit; undefined when no row is about it. */
  ahead(day: number, start: number): number | undefined {
    const ofDay = this.#ahead.get(day * 2048 + anyStart);
    const ofVisit = this.#ahead.get(day * 2048 + start);
    return ofDay === undefined ? ofVisit : Math.max(ofDay, ofVisit ?? noNotice);
  }
}

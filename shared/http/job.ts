import type { Instant } from '../domain/local-time.ts';
import type { Deps } from '../ports/deps.ts';

/** Work that the clock asks for. It may be run twice, late, or at the same time as itself: it must do no harm. */
export type Job = {
  readonly kind: 'job';
  /** How many things it did; the local machine and the alarms read it. */
  readonly run: (at: Instant, deps: Deps) => Promise<{ readonly done: number }>;
};

export const job = (run: Job['run']): Job => ({ kind: 'job', run });

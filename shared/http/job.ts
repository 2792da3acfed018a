import type * as z from 'zod';
import type { Instant } from '../domain/local-time.ts';
import type { Deps } from '../ports/deps.ts';

/** What a job did. */
type JobDone = {
  readonly done: number;
  /** What else is counted of it, each under a name of its own. */
  readonly counts?: Readonly<Record<string, number>>;
};

/**
 * Work that nobody waits for: the clock asks for it, or something that happened. It may be run twice, late, out of
 * order, or at the same time as itself: it must do no harm.
 */
export type Job = {
  readonly kind: 'job';
  /** How many things it did; the local machine and the alarms read it. `news` is what happened, when that is what asks. */
  readonly run: (at: Instant, deps: Deps, news?: unknown) => Promise<JobDone>;
};

export const job = (run: (at: Instant, deps: Deps) => Promise<JobDone>): Job => ({
  kind: 'job',
  run: (at, deps) => run(at, deps),
});

/** A job that something that happened asks for; news of another shape is a bug of its sender, and throws. */
export const jobOn = <N>(news: z.ZodType<N>, run: (news: N, at: Instant, deps: Deps) => Promise<JobDone>): Job => ({
  kind: 'job',
  run: async (at, deps, told) => run(news.parse(told), at, deps),
});

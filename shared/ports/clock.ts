import type { Instant } from '../domain/local-time.ts';

/** The only way to the time. Rules never read it: they are given the instant. */
export type Clock = { now(): Instant };

import type { ByteNames } from './byte-names.ts';
import type { ClockNight } from './elapsed.ts';
import type { Visit } from './visit-outcome.ts';

/** Sees each readable row of a known case, with the minutes that it submits; names the workers as they come. */
export type Looker = {
  readonly workerNames: ByteNames;
  readonly see: (visit: Readonly<Visit>, submitted: number, night: ClockNight) => void;
};

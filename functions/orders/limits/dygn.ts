import { type Instant, plusDayWallClock, plusHours } from '../../../shared/domain/local-time.ts';
import type { Pack } from '../../../shared/packs/pack.ts';

/** One dygn on: 24 elapsed hours, or the same wall clock the next day, as the pack reads it (A03). */
export const plusDygn = (at: Instant, { params }: Pack): Instant =>
  params.dygnMode === 'WALL_CLOCK_P1D' ? plusDayWallClock(at) : plusHours(at, 24);

/** How the pack reads a dygn, in the words of a derivation. */
export const dygnInWords = ({ params }: Pack): string =>
  params.dygnMode === 'WALL_CLOCK_P1D' ? 'samma klockslag nästa dag' : '24 timmar';

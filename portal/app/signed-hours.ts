import { hours } from './format.ts';

/** A difference in time, with its sign: `−1 h 00 min`. */
export const signedHours = (minutes: number): string => `${minutes < 0 ? '−' : '+'}${hours(Math.abs(minutes))}`;

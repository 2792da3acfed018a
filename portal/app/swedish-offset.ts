import { zone } from './format.ts';

const told = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });

/** The offset that Sweden has at a moment: `+01:00`. */
const offsetAt = (moment: Date): string | undefined =>
  told
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')
    ?.value.slice(3);

/**
 * The offsets with which a time on the clock (`2026-11-09T08:00`) is a moment in Sweden, that of the earlier moment
 * first: two of the hour that comes twice in autumn, none of the one that is skipped in spring.
 */
export const offsetsOf = (local: string): readonly string[] =>
  ['+02:00', '+01:00'].filter((offset) => offsetAt(new Date(`${local}${offset}`)) === offset);

/** Whether it is a time that the clock passes over. */
export const isSkipped = (local: string): boolean =>
  !Number.isNaN(Date.parse(`${local}+01:00`)) && offsetsOf(local).length === 0;

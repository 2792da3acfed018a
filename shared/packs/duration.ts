import * as z from 'zod';

/** A span in elapsed hours and minutes as ISO 8601 writes it, `PT12H` or `PT1H30M`. A day is not a fixed span (A03). */
export const Duration = z.string().regex(/^PT(?=\d)(?:\d{1,4}H)?(?:\d{1,5}M)?$/);
export type Duration = string;

export function minutesIn(duration: Duration): number {
  const [, hours = '0', minutes = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

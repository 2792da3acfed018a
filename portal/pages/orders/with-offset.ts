import { zone } from '../../app/format.ts';

/** A time as a field has it (`2026-11-09T08:00`), with the offset that Sweden has then. */
export function withOffset(local: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    new Date(`${local}Z`),
  );
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.slice(3);
  return `${local}:00${offset || 'Z'}`;
}

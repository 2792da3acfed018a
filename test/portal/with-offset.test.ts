import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isSkipped } from '../../portal/app/swedish-offset.ts';
import { withOffset } from '../../portal/app/with-offset.ts';
import { instantAt } from '../../shared/domain/local-time.ts';

const fixture = join(import.meta.dirname, '../fixtures/from-the-field/portal-time-on-clock-change/expected.json');
const { expected } = JSON.parse(readFileSync(fixture, 'utf8'));

/** Every quarter of an hour of the days around four clock changes. */
const quarters = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'].flatMap((day) =>
  [-1, 0, 1].flatMap((days) => {
    const date = Temporal.PlainDate.from(day).add({ days });
    return Array.from({ length: 96 }, (_, quarter) =>
      date
        .toPlainDateTime()
        .add({ minutes: quarter * 15 })
        .toString({ smallestUnit: 'minute' }),
    );
  }),
);

describe('a time as a field has it', () => {
  it.each(Object.entries<string>(expected))('from the field: %s', (local, sent) => {
    expect(withOffset(local)).toBe(sent);
  });

  it('is the moment that Sweden’s clock shows it, the earlier of two, as the API reads it', () => {
    for (const local of quarters) {
      const moment = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant();
      expect(Temporal.Instant.from(withOffset(local)).toString(), local).toBe(moment.toString());
      const [date = '', time = ''] = local.split('T');
      expect(new Date(withOffset(local)).toISOString(), local).toBe(instantAt(date, time));
    }
  });

  it('keeps its reading but for the hour that the clock passes over, which is told', () => {
    const skipped = quarters.filter(isSkipped);
    expect(skipped).toEqual(
      ['2026-03-29', '2027-03-28'].flatMap((day) => ['00', '15', '30', '45'].map((minutes) => `${day}T02:${minutes}`)),
    );
    for (const local of quarters) expect(withOffset(local).startsWith(`${local}:00`)).toBe(true);
    expect(['', '2026', '2026-03-29T'].map(isSkipped)).toEqual([false, false, false]);
  });
});

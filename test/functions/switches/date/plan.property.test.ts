import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDays } from '../../../../functions/switches/date/plan.ts';
import type { Before } from '../../../../functions/switches/switch.ts';
import type { Assignment, Service } from '../../../../shared/domain/assignment.ts';
import { plusDays } from '../../../../shared/domain/local-time.ts';

const firstDay = '2026-01-01';
const year = Array.from({ length: 365 }, (_, day) => plusDays(firstDay, day));
const dayAt = (index: number) => plusDays(firstDay, index);

const isIn = (date: string, from: string | null | undefined, to: string | null | undefined) =>
  (!from || from <= date) && (!to || date <= to);

/** The minutes a month that one provider's assignments grant on a day, by service. */
const granted = (
  assignments: readonly { from: string; to: string | null; services: readonly Service[] }[],
  date: string,
) =>
  assignments
    .filter(({ from, to }) => isIn(date, from, to))
    .flatMap(({ services }) => services.filter((service) => isIn(date, service.from, service.to)))
    .map(({ code, minutesPerMonth }) => `${code} ${minutesPerMonth}`)
    .sort();

/** What a provider may have: pieces one after another, increases on the way, the last until further notice or not. */
const history = fc
  .record({
    starts: fc.uniqueArray(fc.integer({ min: 0, max: 330 }), { minLength: 1, maxLength: 4 }),
    gaps: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 }),
    last: fc.option(fc.integer({ min: 331, max: 364 })),
    increase: fc.option(fc.integer({ min: 1, max: 300 })),
  })
  .map(({ starts, gaps, last, increase }): readonly Assignment[] =>
    starts
      .toSorted((a, b) => a - b)
      .map((start, index, all) => {
        const next = all[index + 1];
        const to = next === undefined ? last : Math.max(start, next - 1 - (gaps[index] ?? 0));
        const from = dayAt(start);
        const more = increase === null ? [] : [{ code: 'OKAT', minutesPerMonth: 300, from: dayAt(increase) }];
        return {
          caseNo: 'A-1',
          providerId: 'P1',
          officerId: 'O1',
          orderId: `B-${index}`,
          services: [{ code: 'OMV', minutesPerMonth: 600 + index }, ...more],
          from,
          to: to === null ? null : dayAt(to),
        };
      }),
  );
const day = fc.integer({ min: 0, max: 364 }).map(dayAt);

describe('no day is left bare or paid twice (L-62, L-63, S-49, S-56)', () => {
  it('whatever days are settled one after another, and when it is called off nothing has been', () => {
    fc.assert(
      fc.property(history, fc.array(day, { minLength: 1, maxLength: 5 }), (original, days) => {
        let held = original;
        let standing: { date?: { on: string }; moved?: { orderId: string; before: Before[] } } = {};
        const settle = (on: string | undefined) => {
          const plan = planDays(standing as never, held, on);
          const isSame = (one: Assignment, other: Assignment) => one.orderId === other.orderId;
          held = [...held, ...plan.give]
            .filter((one) => !plan.take.includes(one))
            .map((one) => plan.change.find((next) => isSame(next, one)) ?? one);
          const before = [...plan.split.cut.map(({ assignment }) => assignment), ...plan.split.dropped];
          standing =
            on === undefined
              ? {}
              : {
                  date: { on },
                  moved: { orderId: 'B-9', before: before.map((assignment) => ({ assignment, ending: undefined })) },
                };
          return plan.split.moved;
        };
        for (const on of days) {
          const moved = settle(on);
          const both = (date: string) => [...granted(held, date), ...granted(moved ? [moved] : [], date)].sort();
          expect(year.filter((date) => String(both(date)) !== String(granted(original, date)))).toEqual([]);
        }
        settle(undefined);
        const byStart = (one: Assignment, other: Assignment) => (one.from < other.from ? -1 : 1);
        expect(held.toSorted(byStart)).toEqual(original.toSorted(byStart));
      }),
      { numRuns: 150 },
    );
  });
});

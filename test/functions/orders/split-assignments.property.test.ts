import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAssignments } from '../../../functions/orders/split-assignments.ts';
import type { Assignment, Service } from '../../../shared/domain/assignment.ts';
import { plusDays } from '../../../shared/domain/local-time.ts';

/** A few thousand cases; `CASES=200000` asks for as many. */
const cases = Number(process.env.CASES ?? 2000);

const middle = '2026-12-01';
const day = fc.integer({ min: -20, max: 30 }).map((days) => plusDays(middle, days));
const days = fc.tuple(day, fc.option(fc.integer({ min: 0, max: 25 }))).map(([from, length]) => ({
  from,
  to: length === null ? null : plusDays(from, length),
}));
const ownDays = fc.oneof(
  fc.constant({}),
  days,
  days.map(({ from }) => ({ from })),
  days.map(({ to }) => ({ to })),
);
const service: fc.Arbitrary<Service> = fc
  .tuple(fc.constantFrom('OMV', 'STAD', 'INK'), fc.nat(900), ownDays)
  .map(([code, minutesPerMonth, own]) => ({ code, minutesPerMonth, ...own }));
const assignment = fc.tuple(days, fc.array(service, { maxLength: 3 }), fc.option(fc.constantFrom('B-1', 'B-2'))).map(
  ([when, services, orderId]): Assignment => ({
    ...{ caseNo: 'A-1', providerId: 'P1', officerId: 'O1' },
    ...when,
    services,
    ...(orderId ? { orderId } : {}),
  }),
);
const held = fc.array(assignment, { maxLength: 5 });

/** Every day that a case can be about here, and some after the last that anything ends on. */
const calendar = Array.from({ length: 100 }, (_, offset) => plusDays(middle, offset - 25));
const horizon = plusDays(middle, 74);

type Days = { readonly from?: string | null | undefined; readonly to?: string | null | undefined };
const isOn = ({ from, to }: Days, date: string) => (!from || from <= date) && (!to || date <= to);

/** Each service with the very days on which it is done. */
const daysOf = (given: Pick<Assignment, 'services' | 'from' | 'to'>, isWanted: (date: string) => boolean) =>
  given.services.map(({ code, minutesPerMonth, ...own }) => ({
    code,
    minutesPerMonth,
    on: calendar.filter((date) => isWanted(date) && isOn(given, date) && isOn(own, date)).join(' '),
  }));
/** Those that are done on some day. */
const done = (...asked: Parameters<typeof daysOf>) => daysOf(...asked).filter(({ on }) => on !== '');

/** The same split in the plainest way: day by day, service by service. */
function plainly(given: readonly Assignment[], on: string) {
  const left = calendar.filter((date) => date >= on && given.some((one) => isOn(one, date)));
  const last = left.at(-1);
  return {
    stays: given.flatMap((one) => done(one, (date) => date < on)),
    goes: given.flatMap((one) => done(one, (date) => date >= on)),
    from: left[0],
    to: last === horizon ? null : last,
  };
}

describe('what a provider has, split at the first day of the next one (L-62, L-63, S-49, S-56, A14)', () => {
  it('is every day and every service where the plainest way puts it: none left bare, none paid twice', () => {
    fc.assert(
      fc.property(held, day, (given, on) => {
        const { cut, dropped, moved } = splitAssignments(given, on);
        const left = given.flatMap((one) => {
          if (dropped.includes(one)) return [];
          const ends = cut.find((known) => known.assignment === one);
          return [ends ? { ...one, to: ends.to } : one];
        });
        const is = {
          stays: left.flatMap((one) => done(one, () => true)),
          // None that is done on no day.
          goes: moved ? daysOf(moved, () => true) : [],
          from: moved?.from,
          to: moved?.to,
        };
        expect(is).toEqual(plainly(given, on));
      }),
      { numRuns: cases },
    );
  }, 600_000);

  it('writes no day of its own to a service that follows the whole', () => {
    fc.assert(
      fc.property(held, day, (given, on) => {
        const { moved } = splitAssignments(given, on);
        for (const { from, to } of moved?.services ?? []) {
          expect(from ?? '').not.toBe(moved?.from);
          expect(to === undefined || to !== moved?.to).toBe(true);
        }
      }),
      { numRuns: cases },
    );
  }, 600_000);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { takeover } from '../../../functions/providers/ending/takeover.ts';
import { splitAt } from '../../../functions/switches/outcome/moving.ts';
import type { Assignment, Service } from '../../../shared/domain/assignment.ts';
import { plusDays } from '../../../shared/domain/local-time.ts';

/** A few thousand cases; `CASES=200000` asks for as many. */
const cases = Number(process.env.CASES ?? 3000);

const first = '2026-12-01';
const day = fc.integer({ min: -20, max: 30 }).map((days) => plusDays(first, days));
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

it('a provider that ends and a switch leave the same to whoever comes after', () => {
  fc.assert(
    fc.property(held, day, (given, on) => {
      expect(splitAt(on, given).moved).toStrictEqual(takeover(given, plusDays(on, -1)));
    }),
    { numRuns: cases },
  );
}, 600_000);

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grantedMinutes } from '../../../../functions/months/dry-run/granted.ts';
import { changedServices, minutesOn, type NewDecision } from '../../../../functions/orders/reports/changed-services.ts';
import { daysIn, firstDay, plusDays } from '../../../../shared/domain/local-time.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { anOrder } from '../../../support/builders.ts';

const from = '2026-09-01';
const first = anOrder({ state: 'started', from, services: [{ code: 'OMV', minutesPerMonth: 600 }] });
const aService = (code: string) =>
  fc.record({ code: fc.constant(code), minutesPerMonth: fc.integer({ min: 0, max: 3 }) });
const aDecision: fc.Arbitrary<NewDecision> = fc.record({
  from: fc.integer({ min: 0, max: 90 }).map((days) => plusDays(from, days)),
  services: fc.subarray(['OMV', 'INK', 'STD'], { minLength: 1 }).chain((codes) => fc.tuple(...codes.map(aService))),
});

/** What is granted a day, kept the slow way: each decision writes every day from its own on. */
function dayByDay(decisions: readonly NewDecision[]): ReadonlyMap<string, number> {
  const days = new Map(Array.from({ length: 122 }, (_, day) => [plusDays(from, day), 600]));
  for (const decision of decisions) {
    const minutes = decision.services.reduce((sum, { minutesPerMonth }) => sum + minutesPerMonth, 0);
    for (const day of days.keys()) if (day >= decision.from) days.set(day, minutes);
  }
  return days;
}

it('whatever is decided in whatever order, each day is granted what was last decided for it', () => {
  fc.assert(
    fc.property(fc.array(aDecision, { maxLength: 6 }), (decisions) => {
      const order = decisions.reduce((standing: Order, decision) => {
        const changed = changedServices(standing, decision);
        if (!changed.ok) throw new Error(changed.code);
        return changed.value;
      }, first);
      const days = dayByDay(decisions);
      for (const [day, minutes] of days) expect(minutesOn(order, day), day).toBe(minutes);
      for (const month of ['2026-09', '2026-10', '2026-11', '2026-12']) {
        const ofMonth = Array.from({ length: daysIn(month) }, (_, n) => days.get(plusDays(firstDay(month), n)) ?? 0);
        const sum = ofMonth.reduce((total, minutes) => total + minutes, 0);
        const granted = grantedMinutes({ caseNo: 'A-1', from, to: null, services: order.services }, month, true);
        expect(granted, month).toBe(Math.floor((2 * sum + daysIn(month)) / (2 * daysIn(month))));
      }
    }),
    { numRuns: 300 },
  );
});

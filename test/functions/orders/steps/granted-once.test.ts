import { describe, expect, it } from 'vitest';
import { grantedMinutes } from '../../../../functions/months/dry-run/granted.ts';
import { monthChanges } from '../../../../functions/orders/steps/month-change.ts';
import type { Assignment } from '../../../../shared/domain/assignment.ts';
import { plusDays } from '../../../../shared/domain/local-time.ts';
import { Seeded } from '../../../support/random-month.ts';

/** What one provider has in a case by chance: increases, services with days of their own, a death on the way. */
function randomGiven(chance: Seeded): Assignment {
  const day = (from: number, to: number) => plusDays('2026-01-01', chance.whole(from, to));
  const from = day(0, 60);
  const to = chance.percent(50) ? plusDays(from, chance.whole(0, 70)) : null;
  const services = Array.from({ length: chance.whole(1, 4) }, () => {
    const first = chance.percent(50) ? day(0, 90) : null;
    const last = chance.percent(50) ? plusDays(first ?? from, chance.whole(0, 60)) : null;
    return { code: chance.pick(['OMV', 'SRV']), minutesPerMonth: chance.whole(0, 3000), from: first, to: last };
  });
  const dead = chance.percent(20) ? plusDays(from, chance.whole(0, 40)) : undefined;
  const given = { caseNo: 'A-1', providerId: 'P1', officerId: 'O1', services, from };
  return dead === undefined || (to !== null && dead >= to)
    ? { ...given, to }
    : { ...given, to: plusDays(dead, 1), death: { on: dead, to } };
}

describe('what is granted in a month', () => {
  it('is the same minutes where an order says what it changes and where the month is judged (L-38)', () => {
    const chance = new Seeded(38);
    let some = 0;
    for (let n = 0; n < 20_000; n++) {
      const given = randomGiven(chance);
      const proRata = chance.percent(60);
      const changes = monthChanges([], [given], { today: '2026-06-30', proRata });
      for (const month of ['2026-01', '2026-02', '2026-03', '2026-04']) {
        const one = { ...given, to: given.death ? given.death.to : given.to };
        const judged = grantedMinutes(one, month, proRata);
        const told = changes.find((change) => change.month === month)?.grantedAfter ?? 0;
        expect(told, `${month} ${proRata} ${JSON.stringify(given)}`).toBe(judged);
        if (judged > 0) some += 1;
      }
    }
    expect(some).toBeGreaterThan(20_000);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grantedMinutes } from '../../../functions/months/dry-run/granted.ts';
import type { Assignment } from '../../../shared/domain/assignment.ts';
import { plusDays } from '../../../shared/domain/local-time.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { aReport, type Visit } from '../../support/a-report.ts';
import {
  aWorld,
  coordinator,
  manager,
  neighbour,
  neighbourManager,
  officer,
  type World,
} from '../../support/a-world.ts';

const services = [{ code: 'OMV', minutesPerMonth: 3100 }];
const every = (from: number, to: number): readonly Visit[] =>
  Array.from({ length: to - from + 1 }, (_, index) => [from + index, 100] as const);

/** A customer of P1's since September, with an order that has begun. */
async function aCustomer(world: World, caseNo: string, from = '2026-09-01') {
  const { body } = await world.call('placeOrder', officer, { body: { caseNo, providerId: 'P1', services, from } });
  await world.call('startOrder', coordinator, { path: { orderId: body.id }, body: {} });
  return body.id as string;
}

async function asked(world: World, caseNo: string, toProviderId: string) {
  const { body, status } = await world.call('requestSwitch', officer, {
    body: { caseNo, toProviderId, mode: 'ORAL' },
  });
  expect(status).toBe(201);
  const path = { switchId: body.id as string };
  expect((await world.call('tellProviders', officer, { path, body: {} })).status).toBe(200);
  return path;
}

const checked = async (world: World, providerId: 'P1' | 'P2', visits: readonly Visit[], month = '2026-10') => {
  const who = providerId === 'P1' ? manager : neighbourManager;
  const body = aReport({ 'A-1': visits }, { month, providerId });
  return (await world.call('checkMonth', who, { path: { month }, body })).body;
};

describe('both providers’ months after a switch', () => {
  it('each has the days that are its own, and what it reports of the other’s is not in force', async () => {
    const world = await aWorld({ date: '2026-09-01' });
    await aCustomer(world, 'A-1');
    await world.sleepTo('2026-10-05', '09:00');
    const path = await asked(world, 'A-1', 'P2');
    await world.call('setSwitchDate', neighbour, { path, body: { on: '2026-10-13' } });
    await world.sleepTo('2026-11-02', '09:00');
    await world.tick();

    const leaving = await checked(world, 'P1', every(1, 13));
    const joining = await checked(world, 'P2', every(12, 31));
    expect(leaving.cases).toMatchObject([
      { caseNo: 'A-1', granted: 1200, performed: 1200, unpaid: { NOT_IN_FORCE: 100 } },
    ]);
    expect(joining.cases).toMatchObject([
      { caseNo: 'A-1', granted: 1900, performed: 1900, unpaid: { NOT_IN_FORCE: 100 } },
    ]);
    expect(leaving.cases[0].granted + joining.cases[0].granted).toBe(3100);
  });

  it('at the month’s edge the leaving provider has the whole month, and the joining one begins with the next', async () => {
    const world = await aWorld({ date: '2026-09-01' });
    await aCustomer(world, 'A-1');
    await world.sleepTo('2026-10-20', '09:00');
    const path = await asked(world, 'A-1', 'P2');
    await world.call('setSwitchDate', neighbour, { path, body: { on: '2026-11-01' } });
    await world.sleepTo('2026-12-01', '09:00');
    await world.tick();
    expect((await checked(world, 'P1', every(1, 31))).cases).toMatchObject([{ granted: 3100, unpaid: {} }]);
    expect((await checked(world, 'P2', every(1, 31))).file.errors[0]).toMatchObject({ code: 'UNKNOWN_CASE' });
    expect((await checked(world, 'P2', every(1, 30), '2026-11')).cases).toMatchObject([{ granted: 3100, unpaid: {} }]);
    expect((await checked(world, 'P1', every(1, 1), '2026-11')).file.errors[0]).toMatchObject({ code: 'UNKNOWN_CASE' });
  });

  it('on the day on which the clocks go back, which has 25 hours and is one day all the same', async () => {
    const world = await aWorld({ date: '2026-09-01' });
    await aCustomer(world, 'A-1');
    await world.sleepTo('2026-10-20', '09:00');
    const path = await asked(world, 'A-1', 'P2');
    const { body } = await world.call('setSwitchDate', neighbour, { path, body: { on: '2026-10-25' } });
    expect(body.date).toMatchObject({ on: '2026-10-25', lastDay: '2026-10-24' });
    await world.passTo('2026-10-24', '23:58');
    expect((await world.call('getSwitch', officer, { path })).body.state).toBe('dated');
    await world.passTo('2026-10-25', '00:00');
    expect((await world.call('getSwitch', officer, { path })).body.state).toBe('switched');
    expect((await checked(world, 'P1', every(1, 25))).cases).toMatchObject([
      { granted: 2400, unpaid: { NOT_IN_FORCE: 100 } },
    ]);
    expect((await checked(world, 'P2', every(25, 31))).cases).toMatchObject([{ granted: 700, unpaid: {} }]);
  });

  it('a switch there and back in the same month leaves each its days, twice for the first', async () => {
    const world = await aWorld({ date: '2026-09-01' });
    await aCustomer(world, 'A-1');
    await world.sleepTo('2026-10-05', '09:00');
    const there = await asked(world, 'A-1', 'P2');
    await world.call('setSwitchDate', officer, { path: there, body: { on: '2026-10-08' } });
    await world.sleepTo('2026-10-10', '09:00');
    await world.tick();
    const back = await asked(world, 'A-1', 'P1');
    await world.call('setSwitchDate', officer, { path: back, body: { on: '2026-10-15' } });
    await world.sleepTo('2026-11-02', '09:00');
    await world.tick();
    expect((await checked(world, 'P1', every(1, 31))).cases).toMatchObject([
      { granted: 2400, performed: 2400, unpaid: { NOT_IN_FORCE: 700 } },
    ]);
    expect((await checked(world, 'P2', every(8, 14))).cases).toMatchObject([
      { granted: 700, performed: 700, unpaid: {} },
    ]);
  });
});

const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);

/** A provider's assignments, or everybody's, as a month counts them: each service on its assignment's days too. */
const asCase = (given: readonly Assignment[], providerId?: string) => ({
  caseNo: 'A-1',
  services: given
    .filter((one) => providerId === undefined || one.providerId === providerId)
    .flatMap(({ services, from, to }) =>
      services.map((service) => ({
        ...service,
        from: service.from && service.from > from ? service.from : from,
        to: [service.to, to].flatMap((day) => day ?? []).sort()[0] ?? null,
      })),
    ),
});

/** What is done one after another: who settles which day, how often it moves, and what is called off. */
const round = fc.record({
  waits: fc.integer({ min: 0, max: 30 }),
  days: fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 3 }),
  callsOff: fc.boolean(),
  increases: fc.boolean(),
});

describe('whatever a year of switches brings', () => {
  it('every day has exactly one provider, and the granted minutes of every month are shared to the whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 6 }), async (rounds) => {
        const world = await aWorld({ date: '2026-01-01' });
        let orderId = await aCustomer(world, 'A-1', '2026-01-01');
        let today = '2026-01-01';
        let [current, other] = ['P1', 'P2'];
        let granted = 0;
        for (const { waits, days, callsOff, increases } of rounds) {
          today = plusDays(today, waits);
          world.sleepTo(today, '09:00');
          await world.tick();
          if (increases) {
            granted = Math.max(granted, 3100) + waits;
            const body = { from: plusDays(today, 3), services: [{ code: 'OMV', minutesPerMonth: granted }] };
            expect((await world.call('changeServices', officer, { path: { orderId }, body })).status).toBe(200);
          }
          const path = await asked(world, 'A-1', other);
          for (const day of days) {
            const settled = await world.call('setSwitchDate', officer, { path, body: { on: plusDays(today, day) } });
            // A day that has come is not moved again.
            expect([200, 409]).toContain(settled.status);
            if (settled.body.state === 'switched' || settled.status === 409) break;
          }
          if (callsOff) await world.call('callOffSwitch', officer, { path, body: { reason: 'kunden stannar' } });
          today = plusDays(today, 15);
          world.sleepTo(today, '08:00');
          await world.tick();
          const { body } = await world.call('getSwitch', officer, { path });
          expect(['switched', 'called-off']).toContain(body.state);
          if (body.state === 'switched') {
            [current, other] = [other, current];
            orderId = body.orderId;
            const starts = current === 'P1' ? coordinator : neighbour;
            await world.call('startOrder', starts, { path: { orderId }, body: {} });
          }
        }
        const given = await assignmentStore(world.table).ofCase('A-1');
        const year = Array.from({ length: 365 }, (_, index) => plusDays('2026-01-01', index));
        const served = (date: string) => given.filter(({ from, to }) => from <= date && (to === null || date <= to));
        expect(year.filter((date) => served(date).length !== 1)).toEqual([]);
        for (const month of months) {
          // Each provider's minutes are rounded by themselves, which is all that the sum may differ by (L-38).
          const shares = ['P1', 'P2'].map((id) => grantedMinutes(asCase(given, id), month, true));
          const whole = grantedMinutes(asCase(given), month, true);
          expect(Math.abs(shares.reduce((sum, share) => sum + share) - whole), month).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 6 },
    );
  }, 120_000);
});

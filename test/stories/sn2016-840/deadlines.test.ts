import { beforeAll, describe, expect, it } from 'vitest';
import { aWorld, neighbour, officer, type World } from '../../support/a-world.ts';

/**
 * SN/2016:840: an assignment is distributed to the municipality's own unit on Wednesday at 15:20. After 14:00 it
 * counts from 07:00 on the next weekday (S-13), so nothing is late the next afternoon.
 */
describe('an assignment by SN/2016:840 that is not executed', () => {
  let world: World;
  const services = [{ code: 'OMV', minutesPerMonth: 600 }];
  const late = async () => {
    const { body } = await world.call('listOrders', neighbour, { query: { list: 'overdue' } });
    return body.items;
  };

  beforeAll(async () => {
    world = await aWorld({ date: '2026-09-16', clock: '15:20', settings: { pack: 'sn2016-840' } });
    await world.takeIn('A-1001');
    const { status } = await world.call('placeOrder', officer, {
      body: { caseNo: 'A-1001', providerId: 'P2', services, healthCareEnrolled: false },
    });
    expect(status).toBe(201);
  });

  it('the limit is 24 hours from 07:00 on the next weekday, and says so (S-12, S-13)', async () => {
    const { body } = await world.call('listUpcoming', neighbour);
    expect(body.items).toMatchObject([
      { code: 'D04', rule: 'S-12', next: { event: 'overdue' }, due: '2026-09-18T07:00:00+02:00' },
    ]);
    expect(body.items[0].why.map(({ rule }: { rule: string }) => rule)).toContain('S-13');
    await world.passTo('2026-09-17', '16:00');
    expect(await late()).toEqual([]);
  });

  it('late on the third morning, with its reason (S-12)', async () => {
    await world.passTo('2026-09-18', '07:01');
    expect(await late()).toMatchObject([{ late: true, waitsFor: { code: 'D04', rule: 'S-12', hard: true } }]);
  });

  it('a dygn later the head is told (S-12)', async () => {
    await world.passTo('2026-09-19', '07:05');
    expect((await world.letters()).map(({ to, subject }) => `${to} ${subject}`)).toContain(
      'h1@kommun.example En beställning är inte påbörjad i tid',
    );
  });
});

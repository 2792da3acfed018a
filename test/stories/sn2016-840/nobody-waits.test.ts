import { beforeAll, describe, expect, it } from 'vitest';
import { aWorld, coordinator, head, nightPatrol, officer, type Person, type World } from '../../support/a-world.ts';

/** Nobody waits unwatched (A69): a private provider's order by SN/2016:840, from the placing to what is not executed. */
const path = { orderId: 'B-1' };
const services = [
  { code: 'OMV', minutesPerMonth: 600 },
  { code: 'SRV', minutesPerMonth: 120 },
];
let world: World;
const tasks = async (who: Person) =>
  (await world.call('listTasks', who, {})).body.items.map(
    ({ code, state }: { code: string; state: string }) => `${code} ${state}`,
  );
const dueOf = async (code: string) => {
  const { deadlines } = (await world.call('getOrder', officer, { path })).body;
  return deadlines.find((one: { code: string }) => one.code === code)?.due;
};

describe('an order to a private provider that nobody has told of it', () => {
  beforeAll(async () => {
    world = await aWorld({ date: '2026-11-02', clock: '11:00', settings: { pack: 'sn2016-840' } });
    const body = { caseNo: 'A-1', providerId: 'P1', services, healthCareEnrolled: false };
    expect((await world.call('placeOrder', officer, { body })).status).toBe(201);
  });

  it('is the officer’s task the same day, and no clock runs before the telling (S-23, S-31, A69)', async () => {
    expect(await tasks(officer)).toEqual(['D43 due']);
    expect(await dueOf('D05')).toBeUndefined();
  });

  it('is late at noon the next working day, and the head hears of it (A69)', async () => {
    await world.passTo('2026-11-03', '12:10');
    expect(await tasks(officer)).toEqual(['D43 late']);
    const { length } = (await world.letters()).filter(({ to }) => to === 'h1@kommun.example');
    expect(length).toBe(1);
  });

  it('is told by the call, from which its hours count (S-27, S-31)', async () => {
    const body = { channel: 'PHONE', delivery: 'PICKUP' };
    expect((await world.call('contactProvider', officer, { path, body })).status).toBe(200);
    expect(await dueOf('D05')).toBe('2026-11-04T12:10:00+01:00');
    expect((await tasks(officer)).some((one: string) => one.startsWith('D43 late'))).toBe(false);
  });

  it('has its first visit told, and what is not executed with the reason, followed up after thirty days (S-36, S-37)', async () => {
    const body = { notExecuted: [{ code: 'SRV', reason: 'Kunden vill vänta.' }] };
    expect((await world.call('startOrder', coordinator, { path, body })).status).toBe(200);
    expect((await tasks(officer)).some((one: string) => one.startsWith('D46'))).toBe(true);
    await world.passTo('2026-12-04', '08:00');
    expect(await tasks(officer)).toContain('D46 late');
    const followed = { body: { carriedOut: true }, path };
    expect((await world.call('followUpNotExecuted', officer, followed)).status).toBe(200);
    expect((await tasks(officer)).some((one: string) => one === 'D46 late')).toBe(false);
  });
});

describe('an urgent order of the night', () => {
  it('is told by the patrol’s call, and has at most the ordinary hours from it (S-16, S-17, S-34)', async () => {
    world = await aWorld({ date: '2026-11-02', clock: '22:00', settings: { pack: 'sn2016-840' } });
    await world.register({ caseNo: 'A-1' });
    const body = { caseNo: 'A-1', urgent: true, services: [services[0]], phonedAt: '2026-11-02T21:50:00+01:00' };
    expect((await world.call('placeOrder', nightPatrol, { body })).body.startBy).toBe('2026-11-03T20:50:00.000Z');
    expect((await tasks(officer)).some((one: string) => one.startsWith('D43'))).toBe(false);
    expect(await tasks(head)).not.toContain('D43 due');
  });
});

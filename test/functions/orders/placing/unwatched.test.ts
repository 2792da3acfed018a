import { beforeEach, describe, expect, it } from 'vitest';
import { aWorld, coordinator, head, nightPatrol, officer, type World } from '../../../support/a-world.ts';

const path = { orderId: 'B-1' };
const order = (over: object = {}) => ({
  ...{ caseNo: 'A-1', providerId: 'P1', healthCareEnrolled: false },
  services: [{ code: 'OMV', minutesPerMonth: 600 }],
  ...over,
});

/** Nobody waits unwatched: a private provider by SN/2016:840, on a Monday at 11:00 (A69). */
let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-11-02', clock: '11:00', settings: { pack: 'sn2016-840' } });
});
const place = (over: object = {}, who = officer) => world.call('placeOrder', who, { body: order(over) });
const read = async (who = officer) => (await world.call('getOrder', who, { path })).body;
const deadline = async (code: string) =>
  (await read()).deadlines.find((one: { code: string }) => one.code === code) as Record<string, unknown> | undefined;
const tasks = async (who = officer) =>
  (await world.call('listTasks', who, {})).body.items.map(
    ({ code, state }: { code: string; state: string }) => `${code} ${state}`,
  );
const to = async (who: string) =>
  (await world.letters()).filter((letter) => letter.to === who).map(({ subject }) => subject);

describe('an order that nobody has told its provider of (S-23, A69)', () => {
  beforeEach(async () => {
    await place();
  });

  it('is the officer’s task at once, reminded of the same day, late at noon, and then the head’s', async () => {
    expect(await tasks()).toEqual(['D43 due']);
    await world.passTo('2026-11-03', '00:05');
    expect(await to('o1@kommun.example')).toEqual(['En utförare har inte kontaktats']);
    expect(await to('h1@kommun.example')).toEqual([]);
    await world.passTo('2026-11-03', '12:00');
    expect(await tasks()).toEqual(['D43 due']);
    await world.passTo('2026-11-03', '12:10');
    expect(await tasks()).toEqual(['D43 late']);
    expect(await to('h1@kommun.example')).toEqual(['En utförare har inte kontaktats']);
    await world.passTo('2026-12-02', '09:00');
    expect(await to('h1@kommun.example')).toHaveLength(1);
    expect(await world.journal('A-1')).toContain('deadline-overdue S-23 system');
  });

  it('is told by the contact, in time when it was made in time', async () => {
    await world.passTo('2026-11-04', '09:00');
    const contact = { channel: 'PHONE', delivery: 'POST', at: '2026-11-03T09:00:00+01:00' };
    await world.call('contactProvider', officer, { path, body: contact });
    expect(await deadline('D43')).toMatchObject({ state: 'done' });
    expect(await tasks()).toEqual(['D44 due', 'D43 done']);
  });

  it('the paper is handed over, or asked for (S-26)', async () => {
    await world.call('contactProvider', officer, { path, body: { channel: 'PHONE', delivery: 'POST' } });
    await world.passTo('2026-11-10', '08:00');
    expect(await deadline('D44')).toMatchObject({ state: 'overdue', hard: false });
    expect(await to('o1@kommun.example')).toContain('Ett uppdrag på papper är inte utlämnat');
  });
});

describe('an urgent order to a private provider with no time said (S-16, S-34)', () => {
  it('has the ordinary limit from the night patrol’s call', async () => {
    await world.register({ caseNo: 'A-1' });
    world.sleepTo('2026-11-02', '22:00');
    const phonedAt = '2026-11-02T21:50:00+01:00';
    const { body } = await place(
      { providerId: undefined, urgent: true, healthCareEnrolled: undefined, phonedAt },
      nightPatrol,
    );
    expect(body.startBy).toBe('2026-11-03T20:50:00.000Z');
    expect(await deadline('D43')).toBeUndefined();
    expect(await deadline('D05')).toMatchObject({ due: '2026-11-03T21:50:00+01:00', hard: true });
  });

  it('or from her placing it, when she says no time of the call', async () => {
    await world.register({ caseNo: 'A-1' });
    await place({ providerId: undefined, urgent: true, healthCareEnrolled: undefined }, nightPatrol);
    expect(await deadline('D05')).toMatchObject({ due: '2026-11-03T11:00:00+01:00' });
  });

  it('is limited from the order where nobody has told, and from the contact once it is made', async () => {
    await world.register({ caseNo: 'A-1' });
    await place({ providerId: undefined, urgent: true });
    expect(await deadline('D05')).toMatchObject({ due: '2026-11-03T11:00:00+01:00' });
    expect(await deadline('D43')).toMatchObject({ state: 'open' });
    world.sleepTo('2026-11-02', '12:00');
    await world.call('contactProvider', officer, { path, body: { channel: 'PHONE', delivery: 'POST' } });
    expect(await deadline('D05')).toMatchObject({ due: '2026-11-03T12:00:00+01:00', state: 'open' });
    expect((await read()).startBy).toBe('2026-11-03T11:00:00.000Z');
  });
});

describe('what is told and not taken up', () => {
  beforeEach(async () => {
    await place();
    await world.call('contactProvider', officer, { path, body: { channel: 'PHONE', delivery: 'POST' } });
    await world.call('deliverSheet', officer, { path, body: { way: 'POST' } });
  });

  it('a first visit is the officer’s to set as executed (S-38)', async () => {
    await world.call('startOrder', coordinator, { path, body: {} });
    expect(await deadline('D45')).toMatchObject({ rule: 'S-38', due: '2026-11-10T00:00:00+01:00' });
    await world.call('executeOrder', officer, { path, body: { executedFrom: '2026-11-02' } });
    expect(await deadline('D45')).toMatchObject({ state: 'done' });
  });

  it('what is not carried out is followed up after 30 days, and again until it is (S-37)', async () => {
    const notExecuted = [{ code: 'OMV', reason: 'Personal saknas' }];
    await world.call('startOrder', coordinator, { path, body: { notExecuted } });
    const ask = (carriedOut: boolean) => world.call('followUpNotExecuted', officer, { path, body: { carriedOut } });
    expect(await deadline('D46')).toMatchObject({ rule: 'S-37', due: '2026-12-03T00:00:00+01:00' });
    await world.passTo('2026-12-03', '08:00');
    expect(await tasks(head)).toEqual([]);
    expect(await tasks()).toContain('D46 late');
    expect((await ask(false)).status).toBe(200);
    expect(await deadline('D46')).toMatchObject({ due: '2027-01-03T00:00:00+01:00', state: 'open' });
    expect((await ask(true)).body.notExecuted).toEqual([]);
    expect(await tasks()).not.toContain('D46 due');
    expect(await ask(true)).toMatchObject({ status: 409, body: { code: 'nothing-not-executed' } });
    expect(await world.journal('A-1')).toContain('not-executed-followed-up S-37 O1');
  });

  it('nor when the provider says that all of it is', async () => {
    const said = (services: readonly object[]) =>
      world.call('reportNotExecuted', coordinator, { path, body: { services } });
    await said([{ code: 'OMV', reason: 'Personal saknas' }]);
    await said([]);
    expect(await deadline('D46')).toMatchObject({ state: 'done' });
  });
});

describe('the provider that a switch brings (S-43, S-57)', () => {
  it('is watched from the notice, and the switch says that it has not begun', async () => {
    await world.register({ caseNo: 'A-2', providerId: 'P2' });
    const asked = { caseNo: 'A-2', toProviderId: 'P1', mode: 'ORAL', healthCareEnrolled: false };
    const { id } = (await world.call('requestSwitch', officer, { body: asked })).body;
    const switchPath = { switchId: id };
    await world.call('tellProviders', officer, { path: switchPath, body: {} });
    await world.call('setSwitchDate', officer, { path: switchPath, body: { on: '2026-11-12' } });
    expect(await read()).toMatchObject({ heard: { from: 'SWITCH' }, startBy: '2026-11-12T23:00:00.000Z' });
    await world.passTo('2026-12-01', '08:00');
    expect(await deadline('D05')).toMatchObject({ state: 'overdue' });
    const { body } = await world.call('getSwitch', officer, { path: switchPath });
    expect(body.warnings).toMatchObject([{ code: 'JOINING_NOT_BEGUN' }]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { neighbour, officer, type World } from '../../../support/a-world.ts';
import { anOrderUnderWay, path, postSince } from '../../../support/an-order-under-way.ts';

let world: World;
let joining: string;
let switchId: string;
const omv = (minutesPerMonth: number) => [{ code: 'OMV', minutesPerMonth }];
const change = (from: string, minutes: number, orderId = path.orderId, more: object = {}) =>
  world.call('changeServices', officer, { path: { orderId }, body: { from, services: omv(minutes), ...more } });
const services = async () => (await world.call('getOrder', neighbour, { path: { orderId: joining } })).body.services;
const given = async () =>
  (await assignmentStore(world.table).ofCase('A-1')).map((one) => [one.providerId, one.from, one.to, one.services]);

describe('a decision while a switch is under way (L-45, L-60, S-41)', () => {
  beforeEach(async () => {
    world = await anOrderUnderWay('2026-09-14');
    const asked = { caseNo: 'A-1', toProviderId: 'P2', mode: 'ORAL' };
    switchId = (await world.call('requestSwitch', officer, { body: asked })).body.id;
    await world.call('tellProviders', officer, { path: { switchId }, body: {} });
    const { body } = await world.call('setSwitchDate', officer, { path: { switchId }, body: { on: '2026-09-24' } });
    joining = body.orderId;
  });

  it('reaches the order that takes over: its provider hears so, the answer says it, and the month has it', async () => {
    await world.tick();
    const before = (await world.letters()).length;
    const answer = await change('2026-09-16', 1200);
    expect(answer).toMatchObject({
      status: 200,
      body: { id: 'B-1', atJoining: { orderId: joining, from: '2026-09-24', reached: true } },
    });
    expect(await services()).toEqual(omv(1200));
    expect(await given()).toEqual([
      [
        'P1',
        '2026-09-07',
        '2026-09-23',
        [
          { code: 'OMV', minutesPerMonth: 600, to: '2026-09-15' },
          { code: 'OMV', minutesPerMonth: 1200, from: '2026-09-16' },
        ],
      ],
      ['P2', '2026-09-24', null, omv(1200)],
    ]);
    expect((await postSince(world, before)).map((one) => one.split(' ')[0]).toSorted()).toEqual([
      'p1@utforare.example',
      'p2@utforare.example',
    ]);
    expect((await world.journal('A-1')).filter((row) => row.startsWith('services-changed'))).toHaveLength(2);
    // Moved afterwards, it is still drawn from what is in force.
    await world.call('setSwitchDate', officer, { path: { switchId }, body: { on: '2026-09-22' } });
    expect(await services()).toEqual(omv(1200));
  });

  it('leaves what has been decided there meanwhile, and says so', async () => {
    await change('2026-09-25', 3000, joining);
    const was = await services();
    expect((await change('2026-09-16', 1200)).body.atJoining).toEqual({
      orderId: joining,
      from: '2026-09-24',
      reached: false,
    });
    expect(await services()).toEqual(was);
  });

  it('a decrease reaches it too; what changes nothing says nothing', async () => {
    const decrease = { ground: 'CUSTOMERS_WISH', decision: 'STANDING' };
    expect((await change('2026-09-16', 300, 'B-1', { decrease })).body.atJoining.reached).toBe(true);
    expect(await services()).toEqual(omv(300));
    expect((await change('2026-09-16', 300, 'B-1')).body.atJoining).toBeUndefined();
  });
});

describe('a decision where nobody takes over', () => {
  it('says nothing of it', async () => {
    world = await anOrderUnderWay('2026-09-14');
    expect((await change('2026-09-16', 1200)).body.atJoining).toBeUndefined();
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { aWorld, head, officer, type World } from '../../support/a-world.ts';

const services = [{ code: 'OMV', minutesPerMonth: 600 }];

describe('a municipality with one routine for its orders and another for its month', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld({ date: '2026-11-02', clock: '11:00', settings: { pack: 'sn2016-840+leksand' } });
    const body = { caseNo: 'A-1', providerId: 'P2', services, choice: { mode: 'ORAL' }, healthCareEnrolled: false };
    expect((await world.call('placeOrder', officer, { body })).status).toBe(201);
  });

  it('gives an order by the one', async () => {
    const { body } = await world.call('getOrder', officer, { path: { orderId: 'B-1' } });
    expect(body.deadlines).toMatchObject([{ code: 'D04', rule: 'S-12', due: '2026-11-03T11:00:00+01:00' }]);
    expect(await world.journal('A-1')).toEqual([
      'order-placed S-08 O1',
      'choice-registered S-06 O1',
      'health-care-checked S-09 O1',
    ]);
  });

  it('and has its month opened by the other, on the days that it says', async () => {
    await world.passTo('2026-12-01', '00:10');
    const path = { month: '2026-11', providerId: 'P2' };
    const { body } = await world.call('getMonth', head, { path });
    expect(body.deadlines).toMatchObject([
      { code: 'D10', rule: 'L-22', due: '2026-12-02T00:00:00+01:00' },
      { code: 'D12', rule: 'L-33', due: '2026-12-08T00:00:00+01:00' },
      { code: 'D13', rule: 'L-37', due: '2026-12-15T00:00:00+01:00' },
    ]);
  });
});

describe.each([
  ['leksand', 'switch.minDays=7', 'L-60', 'L-61', 'D19', 'L-63'],
  ['sn2016-840', 'switch.minDays=0', 'S-41', 'S-46', 'D21', 'S-56'],
])('a switch by %s with %s', (pack, setting, requested, told, code, switched) => {
  it('is journalled under its own paragraphs, and waited for by its own deadline', async () => {
    const settings = { pack, overrides: [setting] };
    const world = await aWorld({ date: '2026-09-01', clock: '09:00', settings });
    await world.register({ caseNo: 'A-1' });
    const more = pack === 'leksand' ? {} : { healthCareEnrolled: false };
    const body = { caseNo: 'A-1', toProviderId: 'P2', mode: 'ORAL', ...more };
    const { body: asked } = await world.call('requestSwitch', officer, { body });
    const answer = await world.call('tellProviders', officer, { path: { switchId: asked.id }, body: {} });
    expect(answer.body.deadlines).toContainEqual(expect.objectContaining({ code, rule: switched }));
    expect(await world.journal('A-1')).toEqual([`switch-requested ${requested} O1`, `switch-told ${told} O1`]);
  });
});

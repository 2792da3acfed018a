import { beforeEach, expect, it } from 'vitest';
import { aWorld, manager, neighbourManager, officer, type World } from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-11-02' });
});
const place = async (minutesPerMonth: number, over: object = {}) => {
  const services = [{ code: 'OMV', minutesPerMonth }];
  const { body } = await world.call('placeOrder', officer, {
    body: { caseNo: 'A-1', providerId: 'P1', services, ...over },
  });
  return body.warnings.map(({ rule }: { rule: string }) => rule);
};

it('a provider that is chosen though its ceiling is reached by it gives the officer a remark (A44)', async () => {
  await world.call('declareCeiling', manager, { path: { providerId: 'P1' }, body: { value: 10 } });
  expect(await place(600)).not.toContain('A44');
  expect(await place(60, { caseNo: 'A-2' })).toContain('A44');
});

it('one without a ceiling gives none', async () => {
  expect(await place(60_000)).not.toContain('A44');
});

it('and so does one that is to take over, for the officer alone', async () => {
  await world.call('declareCeiling', neighbourManager, { path: { providerId: 'P2' }, body: { value: 5 } });
  await place(600);
  const wish = { caseNo: 'A-1', toProviderId: 'P2', mode: 'ORAL' };
  const { body } = await world.call('requestSwitch', officer, { body: wish });
  expect(body.warnings).toMatchObject([{ code: 'JOINING_FULL' }]);
  const path = { switchId: body.id };
  await world.call('tellProviders', officer, { path, body: {} });
  expect((await world.call('getSwitch', neighbourManager, { path })).body.warnings).toEqual([]);
});

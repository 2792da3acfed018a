import { beforeEach, expect, it } from 'vitest';
import { colleague, coordinator, head, officer, type Person, type World } from '../../../support/a-world.ts';
import { anOrderUnderWay, path } from '../../../support/an-order-under-way.ts';

let world: World;
beforeEach(async () => {
  world = await anOrderUnderWay();
});
const list = (who: Person, caseNo = 'A-1') => world.call('listCaseOrders', who, { path: { caseNo } });

it('the orders of a case are its officer’s and the head’s, each once however its services have changed', async () => {
  const services = [{ code: 'OMV', minutesPerMonth: 900 }];
  await world.call('changeServices', officer, { path, body: { from: '2026-09-20', services } });
  for (const who of [officer, head]) {
    const { body } = await list(who);
    expect(body.items).toMatchObject([{ id: 'B-1', caseNo: 'A-1', providerId: 'P1', state: 'started', late: false }]);
    expect(body.items[0].waitsFor.code).toBe('D16');
  }
  expect((await list(colleague)).body.code).toBe('case-not-found');
  expect((await list(coordinator)).status).toBe(403);
});

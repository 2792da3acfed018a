import { expect, it } from 'vitest';
import { dueKey } from '../../../shared/stores/due-index.ts';
import { aWorld, officer } from '../../support/a-world.ts';

it('sends the nine though one of ten in the outbox cannot be read (R4)', async () => {
  const world = await aWorld();
  const at = world.clock.now();
  const poisoned = { pk: 'LETTER#trasigt', sk: 'LETTER', data: { id: 'trasigt' } };
  await world.put({
    kind: 'put',
    over: 0,
    item: { ...poisoned, indexes: { g2: dueKey('letters', at, 'trasigt') } },
  });
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    const body = { caseNo: `N-${n}`, providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 60 }] };
    await world.takeIn(body.caseNo);
    expect(await world.call('placeOrder', officer, { body })).toMatchObject({ status: 201 });
  }
  await world.machine.tick();
  expect(await world.letters()).toHaveLength(9);
});

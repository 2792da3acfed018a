import { expect, it } from 'vitest';
import { administrator, aWorld } from '../../../support/a-world.ts';

it('cases whose officer’s time has run out are said to the head each morning, until they have another', async () => {
  const world = await aWorld({ date: '2026-10-12', clock: '09:00' });
  const roles = [{ role: 'officer', to: '2026-10-13' }];
  expect((await world.call('saveStaff', administrator, { path: { userId: 'O1' }, body: { roles } })).status).toBe(200);
  const told = async () =>
    (await world.letters()).filter(({ subject }) => subject === 'Ärenden saknar handläggare').map(({ to }) => to);
  await world.passTo('2026-10-13', '12:00');
  expect(await told()).toEqual([]);
  await world.passTo('2026-10-14', '12:00');
  expect(await told()).toEqual(['h1@kommun.example']);
  const body = { to: 'O2', cases: 'ALL', reason: 'LEAVES' };
  expect((await world.call('moveCases', administrator, { path: { officerId: 'O1' }, body })).body.state).toBe('DONE');
  await world.passTo('2026-10-15', '12:00');
  expect(await told()).toEqual(['h1@kommun.example']);
});

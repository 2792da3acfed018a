import { expect, it } from 'vitest';
import { switchStore } from '../../../../functions/switches/switch-store.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { aWorld, coordinator, neighbour, officer, providers } from '../../../support/a-world.ts';

const customer = { name: 'Elsa Provsson', personnummer: '191212121212', protected: true };

async function aRequest(pack: string, isProtected: boolean) {
  const world = await aWorld({ date: '2026-09-01', clock: '09:00', settings: { pack } });
  await world.register({ caseNo: 'A-1' });
  if (isProtected) await world.call('saveCustomer', officer, { path: { caseNo: 'A-1' }, body: { customer } });
  const enrolled = pack === 'leksand' ? {} : { healthCareEnrolled: false };
  const asked = await world.call('requestSwitch', officer, {
    body: { caseNo: 'A-1', toProviderId: 'P2', mode: 'ORAL', toldAt: '2026-09-01T08:00:00+02:00', ...enrolled },
  });
  expect(asked).toMatchObject({ status: 201 });
  const path = { switchId: asked.body.id };
  const channels = async () => (await switchStore(world.table).find(asked.body.id))?.entity.told?.channels;
  return { world, channels, tell: (body: object = {}) => world.call('tellProviders', officer, { path, body }) };
}

it('in Leksand a switch of somebody protected is told inside, and never said to have gone by mail', async () => {
  const { world, channels, tell } = await aRequest('leksand', true);
  expect(await tell()).toMatchObject({ status: 200 });
  expect(await channels()).toEqual({ out: 'SYSTEM', in: 'SYSTEM' });
  await world.tick();
  expect(await world.letters()).toEqual([]);
  for (const who of [coordinator, neighbour]) expect((await world.call('listMessages', who)).body.unread).toBe(1);
});

it('where the routine has mail it is phoned: refused until it is, and nothing is journalled as told', async () => {
  const { world, channels, tell } = await aRequest('sn2016-840', true);
  const refused = await tell();
  expect(refused).toMatchObject({ status: 422 });
  expect(refused.body.faults).toEqual([expect.objectContaining({ at: 'body.outAt', code: 'protected-by-phone' })]);
  expect((await world.journal('A-1')).filter((row) => row.startsWith('switch-told'))).toEqual([]);
  expect(await tell({ outAt: '2026-09-01T08:30:00+02:00' })).toMatchObject({ status: 200 });
  expect(await channels()).toEqual({ out: 'PHONE', in: 'SYSTEM' });
});

it('a provider without an address is told inside as well', async () => {
  const { world, channels, tell } = await aRequest('leksand', false);
  const found = await providerStore(world.table).find('P1');
  if (!found) throw new Error('no such provider');
  await world.put(providerStore(world.table).save({ ...providers.P1, email: '' }, found));
  expect(await tell()).toMatchObject({ status: 200 });
  expect(await channels()).toEqual({ out: 'SYSTEM', in: 'EMAIL' });
  expect((await world.call('listMessages', coordinator)).body.unread).toBe(1);
});

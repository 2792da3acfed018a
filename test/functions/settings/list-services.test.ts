import { expect, it } from 'vitest';
import { aWorld, coordinator, feeOfficer, nightPatrol, officer, unitPeople } from '../../support/a-world.ts';

it('whoever orders sees what may be ordered, and of the settings nothing else (L-11, S-17)', async () => {
  const services = [{ code: 'TRY', name: 'Trygghetslarm', unit: 'MONTH' as const }];
  const world = await aWorld({ settings: { services } });
  for (const person of [officer, nightPatrol, coordinator, ...unitPeople])
    expect(await world.call('listServices', person)).toMatchObject({ status: 200, body: { items: services } });
  expect((await world.call('listServices', feeOfficer)).status).toBe(403);
  expect((await world.call('getSettings', nightPatrol)).status).toBe(403);
});

it('none is told where any code is taken', async () => {
  const world = await aWorld();
  expect((await world.call('listServices', officer)).body).toEqual({ items: [] });
});

import { beforeEach, expect, it } from 'vitest';
import { unitStore } from '../../../../shared/stores/unit-store.ts';
import { aWorld, coordinator, everyone, unitPeople, units, type World } from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ hasUnits: true });
});

it('shows everybody the units by id, each with its routine in words', async () => {
  for (const who of [...everyone, ...unitPeople])
    expect((await world.call('listUnits', who)).body, who.role).toEqual({
      items: [
        { ...units.E1, routine: expect.stringContaining('Helsingborg') },
        { ...units.E2, routine: expect.stringContaining('Halmstad') },
      ],
    });
});

it('shows a unit whose routine is in force no more without its words, and is read a page at a time', async () => {
  await world.put(unitStore(world.table).save({ ...units.E1, id: 'E3', pack: 'nedlagd' }, undefined));
  const first = await world.call('listUnits', coordinator, { query: { limit: '2' } });
  expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual(['E1', 'E2']);
  const rest = await world.call('listUnits', coordinator, { query: { limit: '2', cursor: first.body.next } });
  expect(rest.body).toEqual({ items: [{ ...units.E1, id: 'E3', pack: 'nedlagd' }] });
});

it('leaves out one that cannot be read, and shows the rest', async () => {
  const broken = { pk: 'UNIT#E0', sk: 'UNIT', data: {}, indexes: { g1: { pk: 'UNITS', sk: 'E0' } } };
  await world.put({ kind: 'put', over: 0, item: broken });
  expect((await world.call('listUnits', coordinator)).body.items).toHaveLength(2);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import {
  aWorld,
  coordinator,
  head,
  neighbour,
  nurse,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-10-12', clock: '09:00' });
});
type Told = { userId: string; name?: string; role: string; providerId?: string; now: boolean };
const staff = async (who: Person): Promise<Told[]> => (await world.call('listStaff', who, {})).body.items;
const ids = async (who: Person) => (await staff(who)).map(({ userId }) => userId);

describe('who works here', () => {
  it('is told by name to the municipality’s own, of everybody', async () => {
    for (const who of [officer, head, nurse])
      expect(await ids(who)).toEqual(expect.arrayContaining(['O1', 'O2', 'H1', coordinator.userId, neighbour.userId]));
    expect(await staff(officer)).toContainEqual({ userId: 'O2', name: 'Person O2', role: 'officer', now: true });
  });

  it('to a provider of its own and the municipality’s, never of another provider', async () => {
    const seen = await staff(coordinator);
    expect(seen.map(({ userId }) => userId)).toEqual(expect.arrayContaining(['O1', 'H1', coordinator.userId]));
    expect(new Set(seen.flatMap(({ providerId }) => providerId ?? []))).toEqual(new Set(['P1']));
  });

  it('without addresses, and also of those who have left: the journal still names them', async () => {
    const store = membershipStore(world.table);
    const found = await store.find('O2', 'officer');
    if (!found) throw new Error('no such officer');
    await world.table.commit([store.save({ ...found.entity, to: '2026-10-11' }, found)]);
    const left = (await staff(officer)).find(({ userId }) => userId === 'O2');
    expect(left).toEqual({ userId: 'O2', name: 'Person O2', role: 'officer', now: false });
  });
});

import { describe, expect, it } from 'vitest';
import { committed, committedInTurn, layBefore } from '../../../shared/steps/commit.ts';
import { type Effects, system } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { capacityStore } from '../../../shared/stores/capacity-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { journalStore } from '../../../shared/stores/journal-store.ts';
import { aWorld, manager, type World } from '../../support/a-world.ts';

const acting = (world: World) => ({ by: system, at: world.clock.now() });
/** A case that is new: lost when it stands already. */
const taking = (world: World, caseNo: string): Effects => ({
  saves: [caseStore(world.table).save({ caseNo, officerId: 'O1' }, undefined)],
});
const stands = async (world: World, caseNo: string) => (await caseStore(world.table).find(caseNo)) !== undefined;
const rowOf = (caseNo: string) => ({ event: 'customer-saved', caseNo });

describe('what an act comes to', () => {
  it('is laid before, a commit each, and then committed with its rows by whoever acts', async () => {
    const world = await aWorld();
    const effects = {
      ...taking(world, 'A-13'),
      rows: [rowOf('A-13')],
      before: [taking(world, 'A-11'), taking(world, 'A-12')],
    };
    expect(await committed(effects, acting(world), world.deps)).toBe(true);
    for (const caseNo of ['A-11', 'A-12', 'A-13']) expect(await stands(world, caseNo)).toBe(true);
    const { items } = await journalStore(world.table).ofCase('A-13', { limit: 10 });
    expect(items).toMatchObject([{ by: { userId: 'system', role: 'system' }, event: 'customer-saved' }]);
  });

  it('comes to nothing more as soon as something before it is lost; what was laid stands', async () => {
    const world = await aWorld();
    const before = [taking(world, 'A-11'), taking(world, 'A-1'), taking(world, 'A-12')];
    expect(await committed({ ...taking(world, 'A-13'), before }, acting(world), world.deps)).toBe(false);
    expect(await Promise.all(['A-11', 'A-12', 'A-13'].map((caseNo) => stands(world, caseNo)))).toEqual([
      true,
      false,
      false,
    ]);
    expect(await layBefore([taking(world, 'A-12')], acting(world), world.deps)).toBe(true);
  });

  it('counts what a provider is given where it is laid (L-74)', async () => {
    const world = await aWorld();
    await world.call('declareCeiling', manager, { path: { providerId: 'P1' }, body: { value: 100 } });
    const services = [{ code: 'OMV', minutesPerMonth: 600 }];
    const given = { caseNo: 'A-1', providerId: 'P1', officerId: 'O1', services, from: '2026-11-02', to: null };
    const before = [{ saves: [assignmentStore(world.table).add(given)] }];
    expect(await committed({ before }, acting(world), world.deps)).toBe(true);
    expect((await capacityStore(world.table).find('P1'))?.version).toBe(2);
  });

  it('is nothing at all, and then nothing is committed', async () => {
    const world = await aWorld();
    const commit = () => Promise.reject(new Error('nothing to commit'));
    const deps = { ...world.deps, table: { ...world.table, commit } };
    expect(await committed({}, acting(world), deps)).toBe(true);
  });
});

it('an act in several commits hears of each whether it was lost', async () => {
  const world = await aWorld();
  async function* act(): AsyncGenerator<Effects, readonly boolean[], boolean> {
    const heard = [];
    for (const caseNo of ['A-11', 'A-1', 'A-12']) heard.push(yield taking(world, caseNo));
    return heard;
  }
  expect(await committedInTurn(act(), acting(world), world.deps)).toEqual([true, false, true]);
});

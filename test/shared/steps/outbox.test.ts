import { beforeEach, describe, expect, it } from 'vitest';
import { Letter } from '../../../shared/domain/letter.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import { aWorld, receivingManager, type World } from '../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-10-12', clock: '09:00', hasUnits: true });
});

type Unit = Parameters<ReturnType<typeof outbox>['toUnit']>[0];
async function written(unit: Unit) {
  const settings = await settingsStore(world.table).find();
  if (!settings) throw new Error('the municipality is there');
  const box = outbox(world.deps, settings.entity, world.clock.now());
  const changes = await box.toUnit(unit, 'M02', { to: 'tasks', count: 1, overdue: 0 });
  return changes.map((change) => Letter.parse(change.kind === 'put' ? change.item.data : undefined));
}
const addresses = async (unit: Unit) => (await written(unit)).map(({ to }) => to.split('@')[0]).sort();

describe('a letter to a unit', () => {
  it('goes to each who has one of the roles there, and to all of the unit where none are named', async () => {
    expect(await addresses({ unitId: 'E2', roles: ['receiving-manager', 'receiving-coordinator'] })).toEqual([
      'em1',
      'em2',
    ]);
    expect(await addresses({ unitId: 'E2' })).toEqual(['em1', 'em2', 'em3', 'em4']);
    expect(await addresses({ unitId: 'E9' })).toEqual([]);
    expect(new Set((await written({ unitId: 'E2' })).map(({ inside }) => JSON.stringify(inside))).size).toBe(1);
    expect((await written({ unitId: 'E2' }))[0]?.inside?.owner).toBe('unit:E2');
  });

  it('goes once to who has two of them, and to nobody whose days have not come or have been', async () => {
    const memberships = membershipStore(world.table);
    const one = { userId: 'EM1', role: 'contact-person', unitId: 'E2', email: 'em1@kommun.example' } as const;
    const later = { userId: 'EM8', role: 'contact-person', unitId: 'E2', email: 'em8@kommun.example' } as const;
    const gone = { ...later, userId: 'EM9', email: 'em9@kommun.example' };
    await world.put(
      memberships.save(one, undefined),
      memberships.save({ ...later, from: '2026-10-13' }, undefined),
      memberships.save({ ...gone, to: '2026-10-11' }, undefined),
    );
    expect(await addresses({ unitId: 'E2', roles: ['receiving-manager', 'contact-person'] })).toEqual(['em1', 'em3']);
  });

  it('goes to the deputy of a manager who is away, as to the manager', async () => {
    const days = { from: '2026-10-12', to: '2026-10-16' };
    const body = { forUserId: 'EM1', deputyUserId: 'EB1', role: 'receiving-manager', ...days };
    expect((await world.call('appointDeputy', receivingManager, { body })).status).toBe(201);
    expect(await addresses({ unitId: 'E2', roles: ['receiving-manager'] })).toEqual(['eb1', 'em1']);
  });
});

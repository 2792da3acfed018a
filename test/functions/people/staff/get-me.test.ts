import { beforeEach, describe, expect, it } from 'vitest';
import { registry } from '../../../../functions/registry.ts';
import { Role } from '../../../../shared/domain/roles.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { aWorld, manager, officer, type World } from '../../../support/a-world.ts';

describe('who one is here', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld({ date: '2026-11-02' });
  });

  const alsoHolds = (role: Role, more: { from?: string; to?: string }) => {
    const { table } = world.machine.deps;
    return table.commit([membershipStore(table).save({ userId: 'O1', role, name: 'Person O1', ...more }, undefined)]);
  };
  const rolesOf = async () => (await world.call('getMe', officer)).body.roles;

  it('is told to every role there is', () => {
    expect([...registry.getMe.on.roles].toSorted()).toEqual(Role.options.toSorted());
  });

  it('has a name, the role that is active, and the provider it is held at', async () => {
    expect((await world.call('getMe', manager)).body).toEqual({
      userId: 'M1',
      name: 'Person M1',
      role: 'provider-manager',
      roles: [{ role: 'provider-manager', providerId: 'P1', providerName: 'Omsorg Ett AB' }],
    });
  });

  it('counts the roles that are held today, both ends included, and no others', async () => {
    await alsoHolds('head', { from: '2026-11-02', to: '2026-11-02' });
    await alsoHolds('fee-officer', { to: '2026-11-01' });
    await alsoHolds('administrator', { from: '2026-11-03' });
    expect((await rolesOf()).map(({ role }: { role: string }) => role).toSorted()).toEqual(['head', 'officer']);
  });

  it('acts in the role that was asked for', async () => {
    await alsoHolds('head', {});
    expect((await world.call('getMe', { userId: 'O1', role: 'head' })).body.role).toBe('head');
  });
});

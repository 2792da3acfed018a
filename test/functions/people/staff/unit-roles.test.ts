import { beforeEach, describe, expect, it } from 'vitest';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { administrator, aWorld, head, receivingManager, type World } from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-10-12', clock: '09:00', hasUnits: true });
});
const save = (userId: string, roles: readonly object[]) =>
  world.call('saveStaff', administrator, { path: { userId }, body: { name: 'Ny Chef', roles } });
const rolesOf = async (userId: string, role: string) =>
  (await world.call('getMe', { userId, role: role as 'head' })).body.roles;

describe('a role that is held at a unit', () => {
  it.each([
    'ordering-manager',
    'ordering-administrator',
    'ordering-officer',
    'receiving-manager',
    'receiving-coordinator',
    'contact-person',
    'employee',
  ])('%s names one that there is', async (role) => {
    const refused = (code: string) => ({
      status: 422,
      body: { faults: [{ at: 'body.roles[0].unitId', code }] },
    });
    expect(await save('U1', [{ role }])).toMatchObject(refused('missing-field'));
    expect(await save('U1', [{ role, unitId: 'E9' }])).toMatchObject(refused('unknown-unit'));
    expect((await save('U1', [{ role, unitId: 'E1' }])).status).toBe(201);
    expect(await rolesOf('U1', role)).toEqual([{ role, unitId: 'E1', unitName: 'Personlig assistans Norr' }]);
  });

  it.each(['economist', 'finance', 'development-leader', 'registrar-own', 'registrar-lov', 'area-head', 'officer'])(
    '%s may name one, and need not',
    async (role) => {
      expect((await save('U1', [{ role }])).status).toBe(201);
      expect(await rolesOf('U1', role)).toEqual([{ role }]);
      expect(await save('U1', [{ role, unitId: 'E9' }])).toMatchObject({ status: 422 });
      expect((await save('U1', [{ role, unitId: 'E2' }])).status).toBe(200);
      expect(await rolesOf('U1', role)).toMatchObject([{ role, unitId: 'E2' }]);
    },
  );

  it('moves with the person, who is found at the new unit and no more at the old one', async () => {
    const at = async (unitId: string) =>
      (await membershipStore(world.table).ofUnit('employee', unitId)).map(({ userId }) => userId);
    await save('Åsa', [{ role: 'employee', unitId: 'E1' }]);
    expect([await at('E1'), await at('E2')]).toEqual([['Åsa'], ['EM4']]);
    await save('Åsa', [{ role: 'employee', unitId: 'E2' }]);
    expect([await at('E1'), await at('E2')]).toEqual([[], ['EM4', 'Åsa']]);
    // Neither is anybody of a unit whose id begins alike, and all of the role are still one list.
    await save('U2', [{ role: 'employee', unitId: 'E1' }]);
    expect(await at('E')).toEqual([]);
    const all = await membershipStore(world.table).withRole('employee');
    expect(all.map(({ userId }) => userId).toSorted()).toEqual(['EM4', 'U2', 'Åsa']);
  });

  it('is nobody’s to move for themselves (A72)', async () => {
    const own = [{ role: 'administrator' }, { role: 'ordering-manager', unitId: 'E1' }];
    expect(
      await world.call('saveStaff', administrator, { path: { userId: administrator.userId }, body: { roles: own } }),
    ).toMatchObject({ status: 403, body: { code: 'own-role', faults: [{ at: 'body.roles[1]' }] } });
    await world.put(
      membershipStore(world.table).save({ userId: 'D1', role: 'ordering-manager', unitId: 'E2' }, undefined),
    );
    expect(
      await world.call('saveStaff', administrator, { path: { userId: administrator.userId }, body: { roles: own } }),
    ).toMatchObject({ status: 403, body: { code: 'own-role' } });
  });

  it('is told of in the list of staff, by the unit’s id', async () => {
    const { items } = (await world.call('listStaff', head)).body;
    expect(items.find(({ userId }: { userId: string }) => userId === 'EM1')).toMatchObject({ unitId: 'E2' });
  });

  it('is handed over with its unit, between two days', async () => {
    const body = { forUserId: 'EM1', deputyUserId: 'EM2', role: 'receiving-manager' };
    const days = { from: '2026-10-12', to: '2026-10-16' };
    const appointed = await world.call('appointDeputy', receivingManager, { body: { ...body, ...days } });
    expect(appointed.status).toBe(201);
    expect(await rolesOf('EM2', 'receiving-manager')).toMatchObject([
      {},
      { role: 'receiving-manager', unitId: 'E2', unitName: 'Hemtjänst Söder' },
    ]);
    const held = await membershipStore(world.table).ofUnit('receiving-manager', 'E2');
    expect(held.map(({ userId }) => userId)).toEqual(['EM1', 'EM2']);
  });
});

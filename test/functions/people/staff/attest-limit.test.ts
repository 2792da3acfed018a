import { beforeEach, describe, expect, it } from 'vitest';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { administrator, aWorld, head, type Person, type World } from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-10-12', clock: '09:00' });
});
const save = (userId: string, roles: object[], who: Person = administrator) =>
  world.call('saveStaff', who, { path: { userId }, body: { roles } });
const limitOf = async (userId: string) =>
  (await membershipStore(world.table).find(userId, 'head'))?.entity.attestLimitOre;

describe('how much a head attests alone (attest.limitOre)', () => {
  it('is given with the role, stays when nothing is said of it, and is lifted by null alone', async () => {
    await save('C9', [{ role: 'head', attestLimitOre: 400_000 }]);
    expect(await limitOf('C9')).toBe(400_000);
    await save('C9', [{ role: 'head', to: '2026-12-31' }]);
    expect(await limitOf('C9')).toBe(400_000);
    const { items } = (await world.call('listStaff', head)).body;
    expect(items).toContainEqual(expect.objectContaining({ userId: 'C9', role: 'head', attestLimitOre: 400_000 }));
    await save('C9', [{ role: 'head', attestLimitOre: null }]);
    expect(await limitOf('C9')).toBeUndefined();
  });

  it('is a head’s alone', async () => {
    expect(await save('N9', [{ role: 'nurse', attestLimitOre: 1 }])).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.roles[0].attestLimitOre', code: 'not-a-heads-role' }] },
    });
  });

  it('is never raised by oneself', async () => {
    await save('C9', [{ role: 'administrator' }, { role: 'head', attestLimitOre: 400_000 }]);
    const own = (attestLimitOre: number | null) =>
      save('C9', [{ role: 'head', attestLimitOre }], { userId: 'C9', role: 'administrator' });
    for (const raised of [400_001, null])
      expect(await own(raised)).toMatchObject({ status: 403, body: { code: 'own-role' } });
    expect((await own(399_999)).status).toBe(200);
    expect(await limitOf('C9')).toBe(399_999);
  });

  it('goes with the role to a deputy', async () => {
    await save('C9', [{ role: 'head', attestLimitOre: 400_000 }]);
    const days = { from: '2026-10-12', to: '2026-10-20' };
    const body = { forUserId: 'C9', deputyUserId: 'O2', role: 'head', ...days };
    expect((await world.call('appointDeputy', head, { body })).status).toBe(201);
    expect(await limitOf('O2')).toBe(400_000);
  });
});

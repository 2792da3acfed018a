import { beforeEach, describe, expect, it } from 'vitest';
import {
  administrator,
  aWorld,
  feeOfficer,
  head,
  nightPatrol,
  nurse,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-10-12', clock: '09:00' });
});
const save = (userId: string, body: object, who: Person = administrator) =>
  world.call('saveStaff', who, { path: { userId }, body });
const end = (userId: string, body: object = {}) => world.call('endStaff', administrator, { path: { userId }, body });
const me = (userId: string, role: Person['role']) => world.call('getMe', { userId, role });

describe('nobody gives themselves a role', () => {
  const own = administrator.userId;

  it('nor more days in one, as deputy or for good; name, address and fewer days are one’s own matter', async () => {
    const refused = { status: 403, body: { code: 'own-role' } };
    expect(await save(own, { roles: [{ role: 'head' }] })).toMatchObject(refused);
    expect(await save(own, { roles: [{ role: 'administrator' }, { role: 'nurse' }] })).toMatchObject({
      ...refused,
      body: { faults: [{ at: 'body.roles[1]', code: 'own-role' }] },
    });
    expect(await save(own, { name: 'Annat Namn', roles: [{ role: 'administrator' }] })).toMatchObject({ status: 200 });
    await save('A9', { roles: [{ role: 'administrator', from: '2026-10-12', to: '2026-10-30' }] });
    const temporary = { userId: 'A9', role: 'administrator' } as const;
    const until = (to?: string) =>
      save('A9', { roles: [{ role: 'administrator', from: '2026-10-12', to }] }, temporary);
    expect(await until('2026-10-31')).toMatchObject(refused);
    expect(await until()).toMatchObject(refused);
    expect(await until('2026-10-29')).toMatchObject({ status: 200 });
    expect(await save('A9', { roles: [{ role: 'administrator', to: '2026-10-29' }] }, temporary)).toMatchObject(
      refused,
    );
    expect(await save('A9', { roles: [{ role: 'administrator' }] })).toMatchObject({ status: 200 });
  });

  it('nor does a deputy make what is had for a time one’s own', async () => {
    const days = { from: '2026-10-12', to: '2026-10-20' };
    const body = { forUserId: own, deputyUserId: 'O2', role: 'administrator', ...days };
    expect((await world.call('appointDeputy', administrator, { body })).status).toBe(201);
    const deputy = { userId: 'O2', role: 'administrator' } as const;
    for (const role of ['head', 'administrator'])
      expect(await save('O2', { roles: [{ role }] }, deputy)).toMatchObject({
        status: 403,
        body: { code: 'own-role' },
      });
    expect(await me('O2', 'head')).toMatchObject({ status: 403 });
  });
});

describe('somebody is taken in', () => {
  it('with a role from a day to a day, and holds it on those days and no others', async () => {
    const roles = [{ role: 'officer', unit: 'Norr', from: '2026-10-14', to: '2026-10-16' }];
    const saved = await save('O3', { name: 'Nya Handläggaren', email: 'o3@kommun.example', roles });
    expect(saved).toMatchObject({ status: 201, body: { userId: 'O3', isNew: true } });
    expect(await me('O3', 'officer')).toMatchObject({ status: 403 });
    world.sleepTo('2026-10-14', '07:00');
    expect(await me('O3', 'officer')).toMatchObject({ status: 200, body: { name: 'Nya Handläggaren' } });
    world.sleepTo('2026-10-16', '23:59');
    expect(await me('O3', 'officer')).toMatchObject({ status: 200 });
    world.sleepTo('2026-10-17', '00:00');
    expect(await me('O3', 'officer')).toMatchObject({ status: 403, body: { code: 'no-role' } });
  });

  it('with two roles keeps the one that does not end, and a role that is not named stays', async () => {
    const two = [{ role: 'officer' }, { role: 'fee-officer', to: '2026-10-12' }];
    await save('O3', { roles: two });
    world.sleepTo('2026-10-13', '08:00');
    expect(await me('O3', 'fee-officer')).toMatchObject({ status: 403, body: { code: 'role-not-held' } });
    expect((await me('O3', 'officer')).body.roles).toEqual([{ role: 'officer' }]);
    expect(await save('O3', { roles: [{ role: 'nurse' }] })).toMatchObject({ status: 200, body: { isNew: false } });
    expect((await me('O3', 'officer')).body.roles).toEqual([{ role: 'nurse' }, { role: 'officer' }]);
  });

  it('and another name or address follows to every role of theirs', async () => {
    await save('O1', { name: 'Annat Namn', roles: [{ role: 'nurse' }] });
    const { items } = (await world.call('listStaff', administrator, {})).body;
    const theirs = items.filter(({ userId }: { userId: string }) => userId === 'O1');
    expect(theirs).toEqual([
      { userId: 'O1', name: 'Annat Namn', role: 'nurse', now: true, email: 'o1@kommun.example' },
      { userId: 'O1', name: 'Annat Namn', role: 'officer', now: true, email: 'o1@kommun.example' },
    ]);
  });

  it.each([
    ['a provider’s role at no provider', [{ role: 'provider' }], 'body.roles[0].providerId', 'missing-field'],
    [
      'at one that is not there',
      [{ role: 'provider', providerId: 'P9' }],
      'body.roles[0].providerId',
      'unknown-provider',
    ],
    [
      'the municipality’s role at one',
      [{ role: 'head', providerId: 'P1' }],
      'body.roles[0].providerId',
      'not-a-providers-role',
    ],
    ['the same role twice', [{ role: 'head' }, { role: 'head' }], 'body.roles[1].role', 'same-role-twice'],
    [
      'days the wrong way round',
      [{ role: 'head', from: '2026-11-02', to: '2026-11-01' }],
      'body.roles[0].to',
      'to-before-from',
    ],
  ])('not with %s', async (_what, roles, at, code) => {
    const refused = await save('X1', { roles });
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.body.faults).toContainEqual(expect.objectContaining({ at, code }));
    expect(await me('X1', 'head')).toMatchObject({ status: 403 });
  });

  it('not a role that has been handed over to them for a time', async () => {
    const week = { from: '2026-10-12', to: '2026-10-18' };
    const handed = { forUserId: 'H1', deputyUserId: 'O1', role: 'head', ...week };
    await world.call('appointDeputy', head, { body: handed });
    expect(await save('O1', { roles: [{ role: 'head' }] })).toMatchObject({
      status: 409,
      body: { code: 'already-holds-role' },
    });
  });

  it('by the administrator alone', async () => {
    for (const who of [officer, head, feeOfficer, nurse])
      expect(await save('X1', { roles: [{ role: 'head' }] }, who)).toMatchObject({ status: 403 });
  });
});

describe('somebody leaves', () => {
  it('and is out at the next request; the journal still knows them by name', async () => {
    expect(await me('T1', 'night-patrol')).toMatchObject({ status: 200 });
    expect(await end('T1')).toMatchObject({ status: 200, body: { lastDay: '2026-10-11', roles: ['night-patrol'] } });
    expect(await me('T1', 'night-patrol')).toMatchObject({ status: 403, body: { code: 'no-role' } });
    expect(await end('T1')).toMatchObject({ status: 409, body: { code: 'staff-ended' } });
    expect(await end('X9')).toMatchObject({ status: 404, body: { code: 'staff-not-found' } });
    const { items } = (await world.call('listStaff', administrator, {})).body;
    expect(items).toContainEqual(expect.objectContaining({ userId: 'T1', now: false, to: '2026-10-11' }));
  });

  it('on a day to come, and works until it is over', async () => {
    await end('N1', { lastDay: '2026-10-13' });
    world.sleepTo('2026-10-13', '16:00');
    expect(await me('N1', 'nurse')).toMatchObject({ status: 200 });
    world.sleepTo('2026-10-14', '00:00');
    expect(await me('N1', 'nurse')).toMatchObject({ status: 403 });
  });

  it('not as the last administrator, in whatever words', async () => {
    const last = { status: 409, body: { code: 'last-administrator' } };
    expect(await end('D1')).toMatchObject(last);
    expect(await save('D1', { roles: [{ role: 'administrator', to: '2026-10-12' }] })).toMatchObject(last);
    // One for a week, or whose own time ends first, is nobody to go on.
    await save('O3', { roles: [{ role: 'administrator', to: '2026-10-31' }] });
    expect(await end('D1', { lastDay: '2026-11-30' })).toMatchObject(last);
    await save('O4', { roles: [{ role: 'administrator' }] });
    expect(await end('D1')).toMatchObject({ status: 200 });
  });

  it('not while cases are theirs: how many, and which, is said', async () => {
    const refused = await end('O1');
    expect(refused).toMatchObject({ status: 409, body: { code: 'work-left' } });
    expect(refused.body.faults).toContainEqual(
      expect.objectContaining({ at: 'cases', code: 'cases-left', message: 'Kvar att flytta: 5 ärenden.' }),
    );
    expect(refused.body.faults).toContainEqual(expect.objectContaining({ at: 'A-5', code: 'case-not-moved' }));
    expect(await save('O1', { roles: [{ role: 'officer', to: '2026-10-11' }] })).toMatchObject({ status: 409 });
    expect(await me('O1', 'officer')).toMatchObject({ status: 200 });
  });

  it('and is nobody’s deputy any more, nor is anybody theirs', async () => {
    const week = { from: '2026-10-12', to: '2026-10-18' };
    await world.call('appointDeputy', head, {
      body: { forUserId: 'O1', deputyUserId: 'O2', role: 'officer', ...week },
    });
    await world.call('appointDeputy', feeOfficer, {
      body: { forUserId: 'F1', deputyUserId: 'N1', role: 'fee-officer', ...week },
    });
    expect(await me('N1', 'fee-officer')).toMatchObject({ status: 200 });
    expect(await end('O2')).toMatchObject({ status: 200 });
    expect(await end('F1')).toMatchObject({ status: 200 });
    expect(await me('N1', 'fee-officer')).toMatchObject({ status: 403 });
    expect(await me('N1', 'nurse')).toMatchObject({ status: 200 });
    const { items } = (await world.call('listDeputies', head, {})).body;
    expect(items.map(({ inForce }: { inForce: boolean }) => inForce)).toEqual([false, false]);
  });
});

describe('every role', () => {
  it.each([
    [nightPatrol, 'N1'],
    [nurse, 'T1'],
    [administrator, 'H1'],
    [{ userId: 'K1', role: 'provider' } as Person, 'M1'],
  ])('can be handed over: %o', async (who, deputyUserId) => {
    const { userId: forUserId, role } = who;
    const body = { forUserId, deputyUserId, role, from: '2026-10-12', to: '2026-10-12' };
    expect(await world.call('appointDeputy', who, { body })).toMatchObject({ status: 201 });
    expect(await me(deputyUserId, role)).toMatchObject({ status: 200 });
    world.sleepTo('2026-10-13', '08:00');
    expect(await me(deputyUserId, role)).toMatchObject({ status: 403, body: { code: 'deputy-ended' } });
  });

  it('is not handed to a provider, nor a provider’s to the municipality', async () => {
    const day = { from: '2026-10-12', to: '2026-10-12' };
    const body = { forUserId: 'T1', deputyUserId: 'K1', role: 'night-patrol', ...day };
    expect(await world.call('appointDeputy', nightPatrol, { body })).toMatchObject({ status: 422 });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { type EntryKey, registry } from '../../../../functions/registry.ts';
import type { WayIn } from '../../../../functions/way-in.ts';
import { outbox } from '../../../../shared/steps/outbox.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { orderStore } from '../../../../shared/stores/order-store.ts';
import { settingsStore } from '../../../../shared/stores/settings-store.ts';
import { aHandedInMonth, asked, lineAt, month, ofP1, stating } from '../../../support/a-handed-in-month.ts';
import {
  administrator,
  aWorld,
  colleague,
  coordinator,
  feeOfficer,
  head,
  manager,
  neighbour,
  officer,
  type Person,
  signInFor,
  type World,
} from '../../../support/a-world.ts';
import { anOrder } from '../../../support/builders.ts';

const lines = Object.entries(registry) as [EntryKey, WayIn][];
const officersEntries = lines.flatMap(([key, { on }]) =>
  'http' in on && on.roles !== 'everyone' && on.roles.includes('officer') ? [{ key, http: on.http }] : [],
);
const week = { from: '2026-11-09', to: '2026-11-15' };
const standIn = { forUserId: 'O1', deputyUserId: 'O2', role: 'officer', ...week };
const forO1 = { 'x-acting-for': 'O1' };

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-11-02', clock: '08:00' });
});
const appoint = (who: Person, body: object = {}) => world.call('appointDeputy', who, { body: { ...standIn, ...body } });
const end = (who: Person, body: object = {}) => {
  const { to: _, ...id } = standIn;
  return world.call('endDeputy', who, { body: { ...id, ...body } });
};

describe('a deputy is appointed', () => {
  it.each([
    ['by the officer', officer],
    ['by the head', head],
  ])('%s', async (_by, who) => {
    expect(await appoint(who)).toMatchObject({ status: 201, body: { ...standIn, appointedBy: who.userId } });
    expect(await appoint(who)).toMatchObject({ status: 409, body: { code: 'deputy-exists' } });
  });

  it.each([
    ['a colleague', colleague, {}],
    ['an officer for the head', officer, { forUserId: 'H1', role: 'head' }],
    ['the head for a provider', head, { forUserId: 'M1', deputyUserId: 'K1', role: 'provider-manager' }],
    ['an officer for themselves as the head', officer, { role: 'head' }],
  ])('not by %s', async (_who, who, body) => {
    expect(await appoint(who, body)).toMatchObject({ status: 403, body: { code: 'may-not-appoint' } });
  });

  it.each([
    ['days the wrong way round', { from: '2026-11-15', to: '2026-11-09' }, 'body.to', 'to-before-from'],
    ['days that have passed', { from: '2026-10-01', to: '2026-11-01' }, 'body.to', 'days-have-passed'],
    ['nobody', { deputyUserId: 'X9' }, 'body.deputyUserId', 'cannot-be-deputy'],
    ['somebody who is no officer', { deputyUserId: 'K1' }, 'body.deputyUserId', 'cannot-be-deputy'],
    ['for somebody who is no officer', { forUserId: 'H1' }, 'body.forUserId', 'role-not-theirs'],
    ['for themselves', { deputyUserId: 'O1' }, 'body.deputyUserId', 'own-deputy'],
  ])('not with %s', async (_what, body, where, code) => {
    const refused = await appoint(head, body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'bad-request' } });
    expect(refused.body.faults).toContainEqual(expect.objectContaining({ at: where, code }));
  });

  it.each([
    ['more days than the officer is one', 'O1', 'officer', head, standIn, 'body.to', 'days-beyond-role'],
    ['more days than the head is one', 'H1', 'head', head, standIn, 'body.to', 'days-beyond-role'],
    ['somebody who leaves before', 'O2', 'officer', head, standIn, 'body.deputyUserId', 'cannot-be-deputy'],
    [
      'somebody who leaves before, as the head',
      ...(['F1', 'fee-officer', head, { ...standIn, forUserId: 'H1', deputyUserId: 'F1', role: 'head' }] as const),
      ...(['body.deputyUserId', 'cannot-be-deputy'] as const),
    ],
  ] as const)('nor with %s', async (_what, userId, role, who, wish, where, code) => {
    const held = await membershipStore(world.table).find(userId, role);
    if (!held) throw new Error('nobody');
    await world.put(membershipStore(world.table).save({ ...held.entity, to: '2026-11-12' }, held));
    const refused = await appoint(who, wish);
    expect(refused).toMatchObject({ status: 422, body: { code: 'bad-request' } });
    expect(refused.body.faults).toContainEqual(expect.objectContaining({ at: where, code }));
    expect((await appoint(who, { ...wish, to: '2026-11-12' })).status).toBe(201);
  });

  it('not of oneself, in whatever role one appoints', async () => {
    await world.put(membershipStore(world.table).save({ userId: 'H1', role: 'officer' }, undefined));
    const own = { at: 'body.deputyUserId', code: 'appoints-themselves' };
    expect((await appoint(head, { deputyUserId: 'H1' })).body.faults).toMatchObject([own]);
  });

  it('and appoints nobody in turn: neither as what they are for a time, nor while they act for somebody', async () => {
    const asHead: Person = { userId: 'F1', role: 'head' };
    const oneDay = { forUserId: 'H1', deputyUserId: 'F1', role: 'head', from: '2026-11-02', to: '2026-11-02' };
    expect((await appoint(head, oneDay)).status).toBe(201);
    expect((await appoint(head, { from: '2026-11-02' })).status).toBe(201);
    const refused = { status: 403, body: { code: 'deputy-may-not-appoint' } };
    for (const wish of [
      { forUserId: 'H1', deputyUserId: 'O2', role: 'head', to: '2099-12-31' },
      { forUserId: 'F1', deputyUserId: 'O2', role: 'head' },
      { forUserId: 'F1', deputyUserId: 'D1', role: 'fee-officer' },
      {},
    ])
      expect(await appoint(asHead, wish)).toMatchObject(refused);
    const body = { ...standIn, forUserId: 'O2', deputyUserId: 'O1' };
    expect(await world.call('appointDeputy', colleague, { body, headers: forO1 })).toMatchObject(refused);
    // What somebody else has handed over is not a deputy's to take back either.
    expect(await end(asHead, { from: '2026-11-02' })).toMatchObject({ status: 404 });
    // In a role of their own they appoint as before.
    expect((await appoint(feeOfficer, { forUserId: 'F1', deputyUserId: 'D1', role: 'fee-officer' })).status).toBe(201);
  });

  it('nor on the strength of a role that they have for a time', async () => {
    await world.put(
      membershipStore(world.table).save(
        { userId: 'X1', role: 'fee-officer', from: week.from, to: week.to, deputyFor: 'F1' },
        undefined,
      ),
    );
    const refused = await appoint(head, { forUserId: 'H1', deputyUserId: 'X1', role: 'head' });
    expect(refused.body.faults).toMatchObject([{ at: 'body.deputyUserId', code: 'cannot-be-deputy' }]);
  });

  it('and is seen by the head, by the one who is away, and by the deputy', async () => {
    await appoint(officer);
    const list = async (who: Person) => (await world.call('listDeputies', who)).body;
    const shown = { ...standIn, inForce: false };
    expect(await list(head)).toMatchObject({ items: [shown], mine: [] });
    expect(await list(officer)).toMatchObject({ items: [shown], mine: [] });
    expect(await list(colleague)).toMatchObject({ items: [], mine: [shown] });
    world.sleepTo('2026-11-09', '00:00');
    expect((await list(colleague)).mine).toMatchObject([{ inForce: true }]);
    // Every role may be handed over, and sees what has been: its own, and nobody else's.
    for (const who of [administrator, coordinator]) expect(await list(who)).toMatchObject({ items: [], mine: [] });
  });
});

describe('who acts for an officer', () => {
  const acting = async (key: EntryKey, who: Person = colleague) => {
    const path = { orderId: 'B-1', month, providerId: 'P1', caseNo: 'A-1', recordId: 'R', checkId: 'C', threadId: 'T' };
    const body =
      registry[key].on && 'http' in registry[key].on && registry[key].on.http.startsWith('GET') ? undefined : {};
    return world.call(key, who, { path, body, headers: forO1 });
  };
  const refusals = ['not-deputy', 'deputy-not-yet', 'deputy-ended'];

  it.each(officersEntries)('$http: only in the days of the deputy', async ({ key }) => {
    const codeOf = async (who?: Person) => (await acting(key, who)).body.code;
    expect(await codeOf()).toBe('not-deputy');
    await appoint(officer);
    expect(await codeOf()).toBe('deputy-not-yet');
    world.sleepTo('2026-11-08', '23:59');
    expect(await codeOf()).toBe('deputy-not-yet');
    for (const [date, clock] of [
      ['2026-11-09', '00:00'],
      ['2026-11-15', '23:59'],
    ] as const) {
      world.sleepTo(date, clock);
      const answer = await acting(key);
      expect(refusals).not.toContain(answer.body.code);
      expect(answer.status).not.toBe(401);
    }
    world.sleepTo('2026-11-16', '00:00');
    expect(await acting(key)).toMatchObject({ status: 403, body: { code: 'deputy-ended' } });
  });

  it('is nobody in another role, and nobody with a strange name', async () => {
    await appoint(officer);
    world.sleepTo('2026-11-10', '08:00');
    for (const who of [head, feeOfficer, manager])
      expect((await world.call('listTasks', who, { headers: forO1 })).body.code).toBe('not-deputy');
    for (const name of ['O', 'O1#', '~', '', 'H1'])
      expect((await world.call('listTasks', colleague, { headers: { 'x-acting-for': name } })).body.code).toBe(
        'not-deputy',
      );
  });

  it('is nobody any more when it was taken back, at once', async () => {
    await appoint(officer);
    world.sleepTo('2026-11-10', '08:00');
    expect((await acting('listTasks')).status).toBe(200);
    expect(await end(colleague)).toMatchObject({ status: 404, body: { code: 'deputy-not-found' } });
    expect((await end(head)).status).toBe(200);
    expect(await acting('listTasks')).toMatchObject({ status: 403, body: { code: 'deputy-ended' } });
    expect(await end(head)).toMatchObject({ status: 409, body: { code: 'deputy-ended' } });
    expect((await appoint(officer)).status).toBe(201);
    expect((await acting('listTasks')).status).toBe(200);
  });

  it('sees and does what is the officer’s, and the journal tells both', async () => {
    await world.put(orderStore(world.table).save(anOrder(), undefined));
    await world.register({ caseNo: 'A-1' });
    await appoint(officer);
    world.sleepTo('2026-11-10', '08:00');
    const ids = async (headers = {}) =>
      (await world.call('listOrders', colleague, { headers })).body.items.map(({ id }: { id: string }) => id);
    expect([await ids(), await ids(forO1)]).toEqual([[], ['B-1']]);

    const customer = { name: 'Elsa Prov' };
    const save = (headers = {}) =>
      world.call('saveCustomer', colleague, { path: { caseNo: 'A-1' }, body: { customer }, headers });
    expect((await save()).status).toBe(403);
    expect((await save(forO1)).body.officerId).toBe('O1');
    const { body } = await world.call('getJournal', officer, { path: { caseNo: 'A-1' } });
    const by = { userId: 'O2', role: 'officer', actingFor: 'O1' };
    expect(body.items).toMatchObject([{ event: 'customer-saved', by }]);
    expect((await world.call('listAccess', head, { path: { caseNo: 'A-1' } })).body.items).toMatchObject([{ by }]);
  });

  it('does not get the first answer of what they did for themselves', async () => {
    await appoint(officer);
    world.sleepTo('2026-11-10', '08:00');
    await world.takeIn('A-9', colleague);
    const body = { caseNo: 'A-9', providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 60 }] };
    const key = { 'idempotency-key': 'k' };
    expect((await world.call('placeOrder', colleague, { body, headers: key })).body.officerId).toBe('O2');
    const again = await world.call('placeOrder', colleague, { body, headers: { ...key, ...forO1 } });
    expect(again).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });
});

describe('letters to an officer who is away', () => {
  const toOfficers = async () => {
    const settings = await settingsStore(world.table).find();
    if (!settings) throw new Error('no settings');
    const fields = { to: 'orders', orderId: 'B-1', caseNo: 'A-1' } as const;
    const before = (await world.letters()).length;
    await world.put(...(await outbox(world.deps, settings.entity, world.clock.now()).toOfficer('O1', 'N03', fields)));
    await world.tick();
    return (await world.letters()).slice(before).map(({ to }) => to);
  };
  const [o1, o2] = ['o1@kommun.example', 'o2@kommun.example'];

  it('reach the deputy as well, in those days and until it is taken back', async () => {
    await appoint(officer);
    expect(await toOfficers()).toEqual([o1]);
    world.sleepTo('2026-11-09', '00:00');
    expect(await toOfficers()).toEqual([o1, o2]);
    world.sleepTo('2026-11-16', '00:00');
    expect(await toOfficers()).toEqual([o1]);
    await appoint(officer, { from: '2026-11-16', to: '2026-11-17' });
    expect(await toOfficers()).toEqual([o1, o2]);
    await end(officer, { from: '2026-11-16' });
    expect(await toOfficers()).toEqual([o1]);
  });

  it('do so also when the municipality has been read in again', async () => {
    await appoint(officer);
    const file = {
      ...{ municipality: 'Exempelkommun', month: '2026-10', rates: [{ validFrom: '2026-01-01', orePerHour: 40000 }] },
      ...{ providers: [{ id: 'P1', kind: 'private' }], cases: [], people: [] },
      officers: [{ id: 'O1', name: 'O1', email: o1 }],
    };
    expect((await world.call('importMunicipality', administrator, { body: { file } })).status).toBe(200);
    world.sleepTo('2026-11-09', '00:00');
    expect(await toOfficers()).toEqual([o1, o2]);
  });
});

describe('the month of an officer who is away', () => {
  const said = { decision: 'APPROVE', contacts: asked };
  const call = (key: EntryKey, path: Record<string, string>, body: object, headers: object = forO1, more = {}) =>
    world.call(key, colleague, { path, body, headers: { ...headers }, ...more });
  const sign = async (first: object, second: object = first) => {
    const intent = await call('intendReport', ofP1, {}, first);
    if (intent.status >= 400) return intent;
    const { intentId } = intent.body;
    return call('signReport', ofP1, { intentId }, second, signInFor(intentId));
  };
  beforeEach(async () => {
    world = await aHandedInMonth();
    await appoint(head, { from: '2026-11-02', to: '2026-11-06' });
  });

  it('is decided and signed by the deputy, as the officer’s report by the deputy’s hand (L-27, L-33)', async () => {
    const ticked = await call('approveLines', ofP1, { caseNos: ['A-1'] });
    expect(ticked).toMatchObject({ status: 200, body: { approved: ['A-1'], undecided: 1 } });
    expect((await call('decideLine', lineAt('A-2'), said)).body.decision).toMatchObject({ by: 'O2' });
    expect(await world.journal('A-2')).toEqual(['line-approved L-31 O2']);
    const signed = await sign(forO1);
    expect(signed).toMatchObject({ status: 201, body: { totals: { cases: 2 } } });

    const { body } = await world.call('getRecord', head, { path: { ...ofP1, recordId: signed.body.record.recordId } });
    expect(body.payload).toMatchObject({ signedBy: { userId: 'O2' }, content: { officerId: 'O1' } });
    const month = (await world.call('getMonth', head, { path: ofP1 })).body;
    expect(month.parts).toContainEqual(expect.objectContaining({ officerId: 'O1', undecided: 0 }));
    const tasks = async (who: Person) => (await world.call('listTasks', who)).body.items;
    const stateOf = async (who: Person) =>
      (await tasks(who)).find(({ code }: { code: string }) => code === 'D12')?.state;
    expect([await stateOf(officer), await stateOf(colleague)]).toEqual(['done', 'due']);
  });

  it('is not the deputy’s own: without acting for the officer the line is not there', async () => {
    expect((await call('decideLine', lineAt('A-1'), said, {})).status).toBe(404);
    expect((await call('approveLines', ofP1, { caseNos: ['A-1'] }, {})).status).toBe(422);
    expect((await call('decideLine', lineAt('A-3'), said)).status).toBe(404);
  });

  it('what one was shown as oneself is not signed as another, nor the other way round', async () => {
    await call('approveLines', ofP1, { caseNos: ['A-1'] });
    await call('decideLine', lineAt('A-2'), said);
    await call('approveLines', ofP1, { caseNos: ['A-3'] }, {});
    const missing = { status: 404, body: { code: 'intent-not-found' } };
    expect(await sign(forO1, {})).toMatchObject(missing);
    expect(await sign({}, forO1)).toMatchObject(missing);
    const intent = await call('intendReport', ofP1, {});
    const body = { intentId: intent.body.intentId };
    expect(await world.call('signReport', officer, { path: ofP1, body })).toMatchObject(missing);
    expect((await sign(forO1)).status).toBe(201);
    expect((await sign({})).status).toBe(201);
  });
});

describe('a role that is handed over', () => {
  const asHead: Person = { userId: 'O2', role: 'head' };
  const handOver = (body: object = {}) => appoint(head, { forUserId: 'H1', role: 'head', ...body });

  it('is held in those days and no others, and letters to the head reach whoever is it', async () => {
    expect((await handOver()).status).toBe(201);
    const code = async () => (await world.call('listTasks', asHead)).body.code;
    expect(await code()).toBe('deputy-not-yet');
    world.sleepTo('2026-11-09', '00:00');
    expect((await world.call('listTasks', asHead)).status).toBe(200);
    expect((await world.call('listTasks', colleague)).status).toBe(200);
    world.sleepTo('2026-11-15', '23:59');
    expect((await world.call('listTasks', asHead)).status).toBe(200);
    world.sleepTo('2026-11-16', '00:00');
    expect(await code()).toBe('deputy-ended');
    expect((await world.call('listTasks', colleague)).status).toBe(200);
  });

  it('is not had twice, and may be had again afterwards', async () => {
    await handOver();
    expect((await handOver({ from: '2026-11-20', to: '2026-11-21' })).body.code).toBe('already-holds-role');
    world.sleepTo('2026-11-16', '08:00');
    expect((await handOver({ from: '2026-11-20', to: '2026-11-21' })).status).toBe(201);
    const { forUserId, deputyUserId, role } = { forUserId: 'H1', deputyUserId: 'O2', role: 'head' };
    const body = { forUserId, deputyUserId, role, from: '2026-11-20' };
    expect((await world.call('endDeputy', head, { body })).status).toBe(200);
    world.sleepTo('2026-11-20', '08:00');
    expect((await world.call('listTasks', asHead)).body.code).toBe('deputy-ended');
  });

  it('signs a statement in the head’s place, by the deputy’s hand', async () => {
    world = await aHandedInMonth();
    await handOver({ from: '2026-11-02', to: '2026-11-20', deputyUserId: 'F1' });
    const asDeputy: Person = { userId: 'F1', role: 'head' };
    for (const who of [officer, colleague]) {
      for (const caseNo of ['A-1', 'A-2', 'A-3'])
        await world.call('decideLine', who, { path: lineAt(caseNo), body: { decision: 'APPROVE', contacts: asked } });
      await world.sign(who, ['intendReport', 'signReport'], { path: ofP1, body: {} });
    }
    const sent = await world.sign(asDeputy, stating, { path: ofP1, body: {} });
    expect(sent.status).toBe(201);
    const { items } = await world.table.query({ pk: `JOURNAL#MONTH#${month}#P1`, from: 'AT#', to: 'AT#~' });
    expect(items.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ event: 'statement-sent', by: { userId: 'F1', role: 'head', actingFor: 'H1' } }),
    );
  });

  it('of a provider stays in the house: its manager hands it to its coordinator and to no other', async () => {
    const wish = { forUserId: 'M1', deputyUserId: 'K1', role: 'provider-manager', ...week };
    expect((await appoint(manager, { ...wish, deputyUserId: neighbour.userId })).status).toBe(422);
    expect((await appoint(manager, wish)).status).toBe(201);
    world.sleepTo('2026-11-10', '08:00');
    const asManager: Person = { userId: 'K1', role: 'provider-manager' };
    const { status, body } = await world.call('listTasks', asManager);
    expect([status, body.code]).toEqual([200, undefined]);
    expect((await world.call('getMonth', asManager, { path: { month, providerId: 'P2' } })).status).toBe(404);
  });

  it('is told by letter to the one who has it on the day', async () => {
    world = await aHandedInMonth();
    await handOver({ from: '2026-11-03', to: '2026-11-03' });
    const report = async (who: Person, caseNos: readonly string[]) => {
      for (const caseNo of caseNos)
        await world.call('decideLine', who, { path: lineAt(caseNo), body: { decision: 'APPROVE', contacts: asked } });
      await world.sign(who, ['intendReport', 'signReport'], { path: ofP1, body: {} });
      await world.tick();
    };
    const toHeads = async () =>
      (await world.letters()).filter(({ subject }) => subject.includes('rapport')).map(({ to }) => to);
    world.sleepTo('2026-11-03', '09:00');
    await report(officer, ['A-1', 'A-2']);
    expect((await toHeads()).toSorted()).toEqual(['h1@kommun.example', 'o2@kommun.example']);
    world.sleepTo('2026-11-04', '09:00');
    await report(colleague, ['A-3']);
    expect((await toHeads()).toSorted()).toEqual(['h1@kommun.example', 'h1@kommun.example', 'o2@kommun.example']);
  });
});

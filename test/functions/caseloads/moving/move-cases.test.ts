import { beforeEach, describe, expect, it } from 'vitest';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import {
  aHandedInMonth,
  aMonthEnd,
  asked,
  decideLine,
  handIn,
  lineAt,
  ofP1,
  reporting,
  stating,
} from '../../../support/a-handed-in-month.ts';
import {
  administrator,
  aWorld,
  colleague,
  coordinator,
  head,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';

const order = { providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 600 }] };
const move = (world: World, body: object = {}, who: Person = head, officerId = 'O1') =>
  world.call('moveCases', who, {
    path: { officerId },
    body: { to: 'O2', cases: 'ALL', reason: 'LEAVES', ...body },
  });
const all = async (world: World, who: Person, key: 'listOrders' | 'listSwitches' | 'listMessages' | 'listTasks') =>
  (await world.call(key, who, {})).body.items.length;
const getMonth = async (world: World, who: Person) => (await world.call('getMonth', who, { path: ofP1 })).body;
const caseNosOf = ({ lines }: { lines: { caseNo: string }[] }) => lines.map(({ caseNo }) => caseNo);

describe('an officer’s cases', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld({ date: '2026-09-07', clock: '08:00' });
    for (const caseNo of ['A-1', 'A-2']) await world.call('placeOrder', officer, { body: { ...order, caseNo } });
    await world.call('confirmOrder', coordinator, { path: { orderId: 'B-1' }, body: {} });
    await world.call('startOrder', coordinator, { path: { orderId: 'B-1' }, body: {} });
    const text = 'När kommer nyckeln?';
    await world.call('sendMessage', coordinator, { body: { caseNo: 'A-1', to: 'officer:O1', text } });
    await world.call('requestSwitch', officer, { body: { caseNo: 'A-1', toProviderId: 'P2', mode: 'ORAL' } });
    await world.tick();
  });

  it('move with orders, switch, tasks and what is unread, and nothing is left behind', async () => {
    const had = await Promise.all(
      (['listOrders', 'listSwitches', 'listMessages', 'listTasks'] as const).map((key) => all(world, officer, key)),
    );
    expect(Math.min(...had.slice(0, 3))).toBeGreaterThan(0);
    expect(await move(world)).toMatchObject({ status: 202, body: { state: 'DONE', moved: 5, left: 0, failed: [] } });
    for (const [n, key] of (['listOrders', 'listSwitches', 'listMessages', 'listTasks'] as const).entries()) {
      expect([key, await all(world, officer, key)]).toEqual([key, 0]);
      expect([key, await all(world, colleague, key)]).toEqual([key, had[n]]);
    }
    expect(await world.call('getOrder', officer, { path: { orderId: 'B-1' } })).toMatchObject({ status: 404 });
    expect((await world.call('getOrder', colleague, { path: { orderId: 'B-1' } })).status).toBe(200);
    expect(await world.journal('A-1')).toContain('case-moved - H1');
    const ended = await world.call('endStaff', administrator, { path: { userId: 'O1' }, body: {} });
    expect(ended).toMatchObject({ status: 200 });
    expect((await world.call('getMe', officer, {})).status).toBe(403);
  });

  it('are told of once to each, in how many and nothing of whom', async () => {
    await world.tick();
    const before = (await world.letters()).length;
    await move(world);
    await world.tick();
    const told = (await world.letters()).slice(before);
    expect(told.map(({ to, subject }) => [to, subject]).sort()).toEqual([
      ['o1@kommun.example', 'Ärenden har bytt handläggare'],
      ['o2@kommun.example', 'Ärenden har bytt handläggare'],
    ]);
    for (const { text } of told) expect(text).not.toMatch(/A-\d/);
  });

  it('go on being answered: the provider’s next word reaches the new officer', async () => {
    await move(world, { cases: ['A-1'] });
    const { items } = (await world.call('listMessages', colleague, {})).body;
    const { threadId } = items.find(({ isNotice }: { isNotice: boolean }) => !isNotice);
    const answered = await world.call('replyMessage', colleague, { path: { threadId }, body: { text: 'I morgon.' } });
    expect(answered.status).toBe(201);
    const back = await world.call('replyMessage', coordinator, { path: { threadId }, body: { text: 'Tack.' } });
    expect(back.status).toBe(201);
    const thread = await world.call('getThread', colleague, { path: { threadId } });
    expect(thread.body).toMatchObject({ unread: 1, with: ['provider:P1'] });
  });

  it('move one by one, and the others stay', async () => {
    expect(await move(world, { cases: ['A-2'] })).toMatchObject({ status: 202, body: { moved: 1, left: 0 } });
    expect((await world.call('getCaseload', head, { path: { officerId: 'O1' } })).body.items).toEqual(
      ['A-1', 'A-3', 'A-4', 'A-5'].map((caseNo) => ({ caseNo })),
    );
    expect((await world.call('getOrder', colleague, { path: { orderId: 'B-2' } })).status).toBe(200);
    expect((await world.call('getOrder', officer, { path: { orderId: 'B-1' } })).status).toBe(200);
  });

  it.each([
    ['to nobody', { to: 'X9' }, 'body.to', 'not-an-officer'],
    ['to somebody without the role', { to: 'F1' }, 'body.to', 'not-an-officer'],
    ['to the same officer', { to: 'O1' }, 'body.to', 'own-cases'],
    ['of somebody else', { cases: ['A-1', 'B-9'] }, 'body.cases.1', 'case-not-theirs'],
  ])('do not move %s: nothing is half done', async (_what, body, at, code) => {
    const refused = await move(world, body);
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.body.faults).toEqual([expect.objectContaining({ at, code })]);
    for (const orderId of ['B-1', 'B-2'])
      expect((await world.call('getOrder', officer, { path: { orderId } })).status).toBe(200);
  });

  it('nor to one whose time is over, nor by an officer', async () => {
    const memberships = membershipStore(world.table);
    const found = await memberships.find('O2', 'officer');
    if (!found) throw new Error('no such officer');
    await world.put(memberships.save({ ...found.entity, to: '2026-09-06' }, found));
    expect((await move(world)).body.faults).toEqual([expect.objectContaining({ code: 'not-an-officer' })]);
    expect((await move(world, {}, officer)).status).toBe(403);
  });

  it('all at once go to one: while that is running nothing else is begun', async () => {
    for (let n = 10; n < 40; n++) await world.takeIn(`C-${n}`);
    await world.call('saveStaff', administrator, { path: { userId: 'O7' }, body: { roles: [{ role: 'officer' }] } });
    const both = await Promise.all([move(world), move(world, { to: 'O7' }, administrator)]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
    const refused = { status: 409, body: { code: 'move-running' } };
    expect(both.find(({ status }) => status === 409)).toMatchObject(refused);
    expect(await move(world, { to: 'O7', cases: ['C-39'] })).toMatchObject(refused);
    await world.tick();
    expect(await move(world)).toMatchObject({ status: 202, body: { state: 'DONE', moved: 0 } });
  });

  it('many follow by themselves, each once, and the answer says how far it has come', async () => {
    for (let n = 10; n < 40; n++) await world.takeIn(`C-${n}`);
    const first = await move(world);
    expect(first.body).toMatchObject({ state: 'RUNNING', moved: 10, left: 25 });
    await world.tick();
    const now = await world.call('getMove', head, { path: { officerId: 'O1', moveId: first.body.id } });
    expect(now.body).toMatchObject({ state: 'DONE', moved: 35, left: 0 });
    expect((await world.journal('C-12')).filter((row) => row.startsWith('case-moved'))).toHaveLength(1);
  });
});

describe('a month that is not signed', () => {
  it('goes to the new officer with what was decided, who signs it; the old one cannot send the statement', async () => {
    const world = await aHandedInMonth();
    await decideLine(world, 'A-1', { decision: 'APPROVE' });
    expect((await move(world)).body).toMatchObject({ state: 'DONE', failed: [] });
    expect(caseNosOf(await getMonth(world, colleague))).toEqual(['A-1', 'A-2', 'A-3']);
    expect(caseNosOf(await getMonth(world, officer))).toEqual([]);
    const line = (await world.call('getLine', colleague, { path: lineAt('A-1') })).body;
    expect(line.decision).toMatchObject({ kind: 'APPROVED', by: 'O1' });
    for (const caseNo of ['A-2', 'A-3'])
      await decideLine(world, caseNo, { decision: 'APPROVE', contacts: asked }, colleague);
    expect(await world.sign(colleague, reporting, { path: ofP1, body: {} })).toMatchObject({ status: 201 });
    const { parts } = await getMonth(world, head);
    expect(parts).toMatchObject([{ officerId: 'O2', lines: 3, undecided: 0 }]);
    // O1 decided a line: in whatever role, the statement is another's to send (A72).
    const week = { from: '2026-11-02', to: '2026-11-08' };
    const deputy = { forUserId: 'H1', deputyUserId: 'O1', role: 'head', ...week };
    await world.call('appointDeputy', head, { body: deputy });
    const o1: Person = { userId: 'O1', role: 'head' };
    expect(await world.sign(o1, stating, { path: ofP1, body: {} })).toMatchObject({
      status: 409,
      body: { code: 'four-eyes' },
    });
    expect(await world.sign(head, stating, { path: ofP1, body: {} })).toMatchObject({ status: 201 });
  });

  it('stays where it is signed, and nothing is put into what the new officer has signed', async () => {
    const world = await aHandedInMonth();
    await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
    await world.sign(colleague, reporting, { path: ofP1, body: {} });
    const stuck = await move(world);
    expect(stuck.body.failed.map(({ caseNo, code }: { caseNo: string; code: string }) => `${caseNo} ${code}`)).toEqual([
      'A-1 report-signed',
      'A-2 report-signed',
    ]);
    expect(caseNosOf(await getMonth(world, officer))).toEqual(['A-1', 'A-2']);
    // Signed by the old officer, it is theirs and stays; the cases can go.
    await decideLine(world, 'A-1', { decision: 'APPROVE' });
    await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked });
    await world.sign(officer, reporting, { path: ofP1, body: {} });
    expect((await move(world)).body).toMatchObject({ state: 'DONE', moved: 2, failed: [] });
    expect((await getMonth(world, head)).parts.map(({ officerId }: { officerId: string }) => officerId)).toEqual([
      'O1',
      'O2',
    ]);
  });

  it('has its date at the new officer when it is not handed in yet, and is handed in to them', async () => {
    const world = await aMonthEnd({ date: '2026-10-31', clock: '23:00' });
    await world.passTo('2026-11-02', '09:00');
    const dates = async (who: Person) =>
      (await world.call('listTasks', who, {})).body.items.filter(
        ({ code, doneAt }: { code: string; doneAt?: string }) => code === 'D12' && !doneAt,
      ).length;
    const had = await dates(officer);
    expect(had).toBeGreaterThan(0);
    await move(world);
    expect(await dates(officer)).toBe(0);
    expect(await dates(colleague)).toBeGreaterThanOrEqual(had);
    expect((await handIn(world)).status).toBe(201);
    expect(caseNosOf(await getMonth(world, colleague))).toEqual(['A-1', 'A-2', 'A-3']);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { coordinator, officer, type World } from '../../../support/a-world.ts';
import {
  anOrderUnderWay,
  deadlinesOf,
  body as orderBody,
  path,
  postSince,
} from '../../../support/an-order-under-way.ts';

let world: World;
let before: number;
const reason = 'Beslutet hade fel dag';
const end = (lastDay: string, more: object = {}, at = path) =>
  world.call('endOrder', officer, { path: at, body: { lastDay, ...more } });
const back = (at = path) => world.call('withdrawEnd', officer, { path: at, body: { reason } });
const order = async (at = path) => (await world.call('getOrder', officer, { path: at })).body;
const days = async () => (await assignmentStore(world.table).ofCase('A-1')).map(({ from, to }) => [from, to]);
const ofCase = async () =>
  (await world.call('listTasks', officer, {})).body.items.filter(({ code }: { code: string }) => code === 'D17');

describe('a decided last day that has closed the order (L-72)', () => {
  beforeEach(async () => {
    world = await anOrderUnderWay('2026-09-14');
    await end('2026-09-20');
    await world.passTo('2026-09-22', '08:00');
    before = (await world.letters()).length;
    expect((await order()).state).toBe('closed');
  });

  it('may be put right: the officer sees that, and is not told to write to herself', async () => {
    expect((await order()).next).toEqual(['endOrder', 'withdrawEnd']);
    const { body } = await world.call('reportHospital', officer, { path, body: { from: '2026-09-21' } });
    expect([body.code, body.title]).toEqual(['order-closed', expect.not.stringContaining('handläggaren')]);
  });

  it('becomes a later one: the order goes on until then, waits for what it waited for, and the provider hears so', async () => {
    const answer = await end('2026-10-09', { reason });
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'ending', to: null, ending: { lastDay: '2026-10-09', before: 'started' } },
    });
    expect(answer.body.closed).toBeUndefined();
    expect(answer.body.corrections).toMatchObject([{ what: 'LAST_DAY', was: '2026-09-20', is: '2026-10-09', reason }]);
    expect(await days()).toEqual([['2026-09-07', '2026-10-09']]);
    expect(await deadlinesOf(world)).toContain('D15 open 2026-10-24T00:00:00+02:00');
    expect(await postSince(world, before)).toEqual(
      expect.arrayContaining(['p1@utforare.example Sista dagen i ett ärende har ändrats']),
    );
    expect(await deadlinesOf(world)).toContain('D16 overdue 2026-09-22T00:00:00+02:00');
    expect(await world.journal('A-1')).toContain('end-moved L-72 O1');
    await world.passTo('2026-10-09', '23:00');
    expect((await order()).state).toBe('ending');
    await world.passTo('2026-10-10', '08:00');
    expect(await order()).toMatchObject({ state: 'closed', to: '2026-10-09' });
  });

  it('becomes an earlier one: it stays closed with that day, and the documentation is owed from it (L-53)', async () => {
    expect(await end('2026-09-18', { reason })).toMatchObject({
      status: 200,
      body: { state: 'closed', to: '2026-09-18', ending: { lastDay: '2026-09-18' } },
    });
    expect(await days()).toEqual([['2026-09-07', '2026-09-18']]);
    expect(await deadlinesOf(world)).toContain('D15 open 2026-10-03T00:00:00+02:00');
    // Taken back after all, it is what it was before any end.
    expect(await back()).toMatchObject({ status: 200, body: { state: 'started', to: null } });
    expect(await days()).toEqual([['2026-09-07', null]]);
  });

  it('is taken back: what the order was before it, the case is followed up again, nothing is owed', async () => {
    const answer = await back();
    expect(answer).toMatchObject({ status: 200, body: { state: 'started', to: null } });
    expect(answer.body.ending).toBeUndefined();
    expect(await days()).toEqual([['2026-09-07', null]]);
    expect(await deadlinesOf(world)).toContain('D15 lapsed 2026-10-05T00:00:00+02:00');
    expect(await postSince(world, before)).toContain('p1@utforare.example Ett ärende fortsätter');
    await world.passTo('2027-09-01', '08:00');
    expect((await order()).state).toBe('started');
    expect(await ofCase()).toHaveLength(1);
  });

  it('not where another provider has the days by now, of the dead, or unexplained', async () => {
    expect(await end('2026-10-09')).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.reason', code: 'reason-missing' }] },
    });
    const next = { ...orderBody, providerId: 'P2', from: '2026-09-21' };
    expect((await world.call('placeOrder', officer, { body: next })).status).toBe(201);
    expect(await end('2026-10-09', { reason })).toMatchObject({ status: 409, body: { code: 'case-has-order' } });
    expect(await back()).toMatchObject({ status: 409, body: { code: 'case-has-order' } });
    await world.call('reportDeath', officer, { path: { orderId: 'B-2' }, body: { date: '2026-09-22' } });
    expect(await back()).toMatchObject({ status: 409, body: { code: 'customer-dead' } });
    expect((await order()).state).toBe('closed');
  });

  it('the same again changes nothing; the provider may not', async () => {
    const was = await order();
    const again = await end('2026-09-20', { reason });
    expect([again.status, again.body.version]).toEqual([200, was.version]);
    expect((await world.call('endOrder', coordinator, { path, body: { lastDay: '2026-10-09', reason } })).status).toBe(
      403,
    );
  });
});

describe('an order that was granted for a time', () => {
  const path2 = { orderId: 'B-2' };
  beforeEach(async () => {
    world = await anOrderUnderWay('2026-09-14');
    const body = { ...orderBody, caseNo: 'A-2', from: '2026-09-14', to: '2026-09-30' };
    await world.call('placeOrder', officer, { body });
    await world.call('startOrder', coordinator, { path: path2, body: {} });
  });

  it('is closed by its own day: prolonged afterwards, and nothing to take back', async () => {
    await world.passTo('2026-10-02', '08:00');
    expect((await order(path2)).next).toEqual(['endOrder']);
    expect(await back(path2)).toMatchObject({ status: 409, body: { code: 'no-end-decided' } });
    expect(await end('2026-10-31', { reason }, path2)).toMatchObject({
      status: 200,
      body: { state: 'ending', to: '2026-10-31' },
    });
    const [given] = await assignmentStore(world.table).ofCase('A-2');
    expect(given?.to).toBe('2026-10-31');
  });

  it('goes on to that day when its earlier end is taken back, or is closed by it at once when it has been', async () => {
    await end('2026-09-20', {}, path2);
    await world.passTo('2026-10-02', '08:00');
    expect(await back(path2)).toMatchObject({ status: 200, body: { state: 'closed', to: '2026-09-30' } });
    const [given] = await assignmentStore(world.table).ofCase('A-2');
    expect(given?.to).toBe('2026-09-30');
  });
});

describe('an end that is decided long after (L-53, A20)', () => {
  it('has its documentation counted from the last day all the same, says so, and is late at once', async () => {
    world = await anOrderUnderWay('2026-10-06');
    const { body } = await end('2026-09-20', { reason });
    const owed = body.deadlines.find((one: { code: string }) => one.code === 'D15');
    expect(owed).toMatchObject({ due: '2026-10-05T00:00:00+02:00', why: [{ rule: 'L-53' }, { rule: 'A20' }] });
    expect(owed.why[1].text).toContain('meddelades först tis 6 okt');
    await world.tick();
    expect(await deadlinesOf(world)).toContain('D15 overdue 2026-10-05T00:00:00+02:00');
  });
});

describe('an end that others have part in', () => {
  it('stays theirs: a death is undone in its own way', async () => {
    world = await anOrderUnderWay('2026-09-14');
    await world.call('reportDeath', officer, { path, body: { date: '2026-09-14' } });
    await world.passTo('2026-09-18', '08:00');
    expect(await end('2026-10-09', { reason })).toMatchObject({ status: 409, body: { code: 'customer-dead' } });
    expect(await back()).toMatchObject({ status: 409, body: { code: 'customer-dead' } });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { closeOrders } from '../../../../functions/orders/ending/close-orders.ts';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { threadStore } from '../../../../shared/stores/thread-store.ts';
import { colleague, coordinator, manager, neighbour, officer, type World } from '../../../support/a-world.ts';
import {
  anOrderUnderWay,
  deadlinesOf,
  body as orderBody,
  path,
  postSince,
} from '../../../support/an-order-under-way.ts';

let world: World;
let before: number;
beforeEach(async () => {
  world = await anOrderUnderWay();
  before = (await world.letters()).length;
});
const wish = (body: object = { wishedOn: '2026-09-30', text: 'Flyttar till sin dotter.' }, who = coordinator) =>
  world.call('requestEnd', who, { path, body });
const verify = (body: object = {}, who = officer) =>
  world.call('verifyEnd', who, {
    path,
    body: { contactedAt: '2026-09-14T07:45:00+02:00', result: 'CONFIRMED', lastDay: '2026-09-30', ...body },
  });
const closeIt = (who = coordinator) => world.call('closeOrder', who, { path, body: {} });
const code = async (answer: ReturnType<typeof closeIt>) => (await answer).body.code;
const order = async () => (await world.call('getOrder', officer, { path })).body;

describe('the customer wishes to end (L-70)', () => {
  it('and the officer has five vardagar to speak with the customer (D26, A53)', async () => {
    expect(await wish()).toMatchObject({
      status: 200,
      body: { state: 'ending', ending: { cause: 'WISH', wishedOn: '2026-09-30', before: 'started' } },
    });
    expect(await deadlinesOf(world)).toContain('D26 open 2026-09-22T00:00:00+02:00');
    expect(await postSince(world, before)).toEqual(['o1@kommun.example Ny händelse i ett ärende']);
    const { body } = await world.call('listReports', officer, { path });
    expect(body.items).toMatchObject([{ kind: 'END_WISH', on: '2026-09-30' }]);
    const { items } = await threadStore(world.table).messages(body.items[0].threadId, { limit: 1 });
    expect(items).toMatchObject([{ text: 'Flyttar till sin dotter.' }]);
    expect(await world.journal('A-1')).toContain('end-wished L-70 K1');
  });

  it('nothing ends by it: the assignment stands, and the provider cannot close (L-72)', async () => {
    await wish();
    expect(await code(closeIt())).toBe('end-not-permitted');
    await world.passTo('2026-10-15', '08:00');
    expect(await code(closeIt())).toBe('end-not-permitted');
    expect(await assignmentStore(world.table).ofCase('A-1')).toMatchObject([{ to: null }]);
    expect(await deadlinesOf(world)).toContain('D26 overdue 2026-09-22T00:00:00+02:00');
  });

  it('once', async () => {
    await wish();
    expect(await wish()).toMatchObject({ status: 409, body: { code: 'order-ending' } });
  });

  it.each([
    [{ wishedOn: '2026-09-30' }, 'body.text', 'missing-field'],
    [{ wishedOn: '2026-09-31', text: 'x' }, 'body.wishedOn', 'bad-value'],
    [{ wishedOn: '2026-09-30', text: 'Hon heter 191212121212' }, 'body.text', 'person-id-in-text'],
  ])('%o is not taken', async (body, at, fault) => {
    expect(await wish(body)).toMatchObject({ status: 422, body: { faults: [{ at, code: fault }] } });
  });
});

describe('the officer has spoken with the customer (L-71)', () => {
  it('who confirms: the provider may close when the last day has passed (L-72, N25)', async () => {
    await wish();
    expect(await verify()).toMatchObject({
      status: 200,
      body: { state: 'ending', ending: { cause: 'WISH', lastDay: '2026-09-30', before: 'started' } },
    });
    expect(await postSince(world, before + 1)).toEqual(['p1@utforare.example Ett ärende kan avslutas']);
    expect((await world.letters()).at(-1)?.text).toContain('Sista dag: ons 30 sep');
    expect(await assignmentStore(world.table).ofCase('A-1')).toMatchObject([{ to: '2026-09-30' }]);
    expect(await deadlinesOf(world)).toContain('D26 done 2026-09-22T00:00:00+02:00');
    expect(await deadlinesOf(world)).toContain('D15 open 2026-10-15T00:00:00+02:00');
    expect(await code(closeIt())).toBe('last-day-not-passed');

    world.sleepTo('2026-10-01', '00:00');
    expect(await closeIt()).toMatchObject({ status: 200, body: { state: 'closed', closed: { by: 'K1' } } });
    expect(await code(closeIt(manager))).toBe('order-closed');
    expect(await world.journal('A-1')).toContain('order-closed L-72 K1');
  });

  it('is closed by the clock when the provider does not', async () => {
    await wish();
    await verify();
    await world.passTo('2026-09-30', '23:59');
    expect((await order()).state).toBe('ending');
    await world.passTo('2026-10-01', '00:00');
    expect(await order()).toMatchObject({ state: 'closed', closed: { by: 'system' } });
    expect(await deadlinesOf(world)).toContain('D15 open 2026-10-15T00:00:00+02:00');
  });

  it('who goes on after all: everything is as it was', async () => {
    await wish();
    const answer = await verify({ result: 'GOES_ON', lastDay: undefined });
    expect(answer).toMatchObject({ status: 200, body: { state: 'started' } });
    expect(answer.body.ending).toBeUndefined();
    expect(await postSince(world, before + 1)).toEqual(['p1@utforare.example Ett ärende fortsätter']);
    expect(await deadlinesOf(world)).toContain('D26 done 2026-09-22T00:00:00+02:00');
    expect(await world.journal('A-1')).toContain('end-withdrawn L-71 O1');
    expect(await wish()).toMatchObject({ status: 200 });
    expect(await deadlinesOf(world)).toContain('D26 open 2026-09-22T00:00:00+02:00');
  });

  it.each([
    ['without the last day', { lastDay: undefined }, 422, 'last-day-missing'],
    ['with a last day before the order', { lastDay: '2026-09-06' }, 422, 'end-before-order'],
    ['before speaking', { contactedAt: '2026-09-14T08:00:01+02:00' }, 422, 'date-ahead'],
  ])('not %s', async (_what, body, status, fault) => {
    await wish();
    const answer = await verify(body);
    expect(answer).toMatchObject({ status, body: { faults: [{ code: fault }] } });
  });

  it('not where nobody wished, and not in another’s case', async () => {
    expect(await verify()).toMatchObject({ status: 409, body: { code: 'no-end-wish' } });
    await wish();
    expect(await verify({}, colleague)).toMatchObject({ status: 404 });
    expect(await wish(undefined, neighbour)).toMatchObject({ status: 404 });
    expect(await closeIt(neighbour)).toMatchObject({ status: 404 });
  });
});

describe('the officer decides that it ends', () => {
  const end = (lastDay: string, who = officer) =>
    world.call('endOrder', who, { path, body: { lastDay, reason: 'Ett nytt beslut' } });

  it('and may move the day while it lies ahead; the documentation’s limit moves with it', async () => {
    await end('2026-09-30');
    expect(await deadlinesOf(world)).toContain('D15 open 2026-10-15T00:00:00+02:00');
    expect(await end('2026-10-10')).toMatchObject({ status: 200, body: { ending: { cause: 'DECISION' } } });
    expect(await assignmentStore(world.table).ofCase('A-1')).toMatchObject([{ to: '2026-10-10' }]);
    expect((await deadlinesOf(world)).filter((one) => one.startsWith('D15'))).toEqual([
      'D15 open 2026-10-25T00:00:00+02:00',
    ]);
    await world.passTo('2026-10-01', '08:00');
    expect((await order()).state).toBe('ending');
    await world.passTo('2026-10-11', '00:00');
    expect((await order()).state).toBe('closed');
  });

  it('but not into days that another order has', async () => {
    await end('2026-09-30');
    await world.call('placeOrder', officer, { body: { ...orderBody, providerId: 'P2', from: '2026-10-01' } });
    expect(await end('2026-10-10')).toMatchObject({ status: 409, body: { code: 'case-has-order' } });
    expect(await end('2026-09-20')).toMatchObject({ status: 200 });
  });

  it('not before the order begins, nor in another’s case', async () => {
    expect(await end('2026-09-06')).toMatchObject({ status: 422, body: { code: 'end-before-order' } });
    expect(await end('2026-09-30', colleague)).toMatchObject({ status: 404 });
  });
});

describe('the job that closes', () => {
  it('closes what was placed with a last day of its own, and opens the documentation’s limit then', async () => {
    await world.call('placeOrder', officer, { body: { ...orderBody, caseNo: 'A-2', to: '2026-09-20' } });
    await world.call('startOrder', coordinator, { path: { orderId: 'B-2' }, body: {} });
    await world.passTo('2026-09-21', '00:00');
    const { body } = await world.call('getOrder', officer, { path: { orderId: 'B-2' } });
    expect(body).toMatchObject({ state: 'closed', ending: { cause: 'DECISION', lastDay: '2026-09-20' } });
    expect(await deadlinesOf(world, 'B-2')).toContain('D15 open 2026-10-05T00:00:00+02:00');
  });

  it('lapses what nobody waits for any more, and owes no papers of help that never began', async () => {
    await world.call('placeOrder', officer, { body: { ...orderBody, caseNo: 'A-2', to: '2026-09-14' } });
    await world.passTo('2026-09-15', '00:00');
    expect((await deadlinesOf(world, 'B-2')).map((one) => one.slice(0, 10))).toEqual(['D01 lapsed', 'D02 lapsed']);
  });

  it('run several times at once closes once', async () => {
    await world.call('endOrder', officer, { path, body: { lastDay: '2026-09-14' } });
    world.sleepTo('2026-09-16', '08:00');
    const did = await Promise.all([1, 2, 3].map(() => closeOrders.run(world.clock.now(), world.deps)));
    expect(did.reduce((sum, { done }) => sum + done, 0)).toBe(1);
    expect((await world.journal('A-1')).filter((row) => row.startsWith('order-closed'))).toEqual([
      'order-closed L-72 system',
    ]);
    expect(await closeOrders.run(world.clock.now(), world.deps)).toEqual({ done: 0 });
  });

  it('catches up an outage of weeks', async () => {
    await world.call('endOrder', officer, { path, body: { lastDay: '2026-09-14' } });
    world.sleepTo('2026-11-20', '08:00');
    await world.tick();
    expect((await order()).state).toBe('closed');
  });
});

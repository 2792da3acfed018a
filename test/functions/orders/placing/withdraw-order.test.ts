import { beforeEach, describe, expect, it } from 'vitest';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { capacityStore } from '../../../../shared/stores/capacity-store.ts';
import { deadlineStore } from '../../../../shared/stores/deadline-store.ts';
import { aWorld, colleague, coordinator, officer, type World } from '../../../support/a-world.ts';
import { body, path, postSince } from '../../../support/an-order-under-way.ts';

const back = { path, body: { reason: 'Fel utförare valdes i listan' } };

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-16', clock: '10:00' });
});
const withdraw = (asked: object = back) => world.call('withdrawOrder', officer, asked);

describe('an order that was sent by mistake is taken back', () => {
  beforeEach(async () => {
    await world.put(
      capacityStore(world.table).save(
        {
          ...{ providerId: 'P1', ceiling: { value: 500, unit: 'HOURS_PER_MONTH' } },
          ...{ base: { minutes: 0, customers: 0 }, changes: [], told: 'NORMAL' },
        },
        undefined,
      ),
    );
    await world.call('placeOrder', officer, { body });
  });

  it('and the right one is sent the same day (between #9)', async () => {
    expect((await world.call('getOrder', officer, { path })).body.next).toContain('withdrawOrder');
    const answer = await withdraw();
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'withdrawn', withdrawn: { by: 'O1', reason: 'Fel utförare valdes i listan' }, next: [] },
    });
    expect(answer.body.deadlines).toMatchObject([{ state: 'lapsed' }, { state: 'lapsed' }]);
    expect(await assignmentStore(world.table).ofCase('A-1')).toEqual([]);
    expect((await capacityStore(world.table).find('P1'))?.entity.changes).toEqual([]);
    expect((await world.call('placeOrder', officer, { body: { ...body, providerId: 'P2' } })).status).toBe(201);
    expect(await world.journal('A-1')).toContain('order-withdrawn - O1');
  });

  it('the provider gets one letter, sees no reason, and nobody is reminded of it', async () => {
    await world.tick();
    const sent = (await world.letters()).length;
    await withdraw();
    expect(await postSince(world, sent)).toEqual(['p1@utforare.example En beställning har tagits tillbaka']);
    const seen = (await world.call('getOrder', coordinator, { path })).body;
    expect([seen.state, seen.withdrawn.reason]).toEqual(['withdrawn', undefined]);
    await world.passTo('2026-09-20', '08:00');
    expect((await world.letters()).length).toBe(sent + 1);
    expect((await deadlineStore(world.table).ofOrder('B-1')).every(({ entity }) => entity.doneAt)).toBe(true);
  });

  it('not one that was confirmed a second ago, whatever version was seen, and nothing is half done', async () => {
    const seen = (await world.call('getOrder', officer, { path })).headers.etag;
    await world.call('confirmOrder', coordinator, { path, body: {} });
    for (const headers of [{ 'if-match': String(seen) }, {}])
      expect(await withdraw({ ...back, headers })).toMatchObject({ status: 409, body: { code: 'order-confirmed' } });
    expect((await assignmentStore(world.table).ofCase('A-1')).length).toBe(1);
    expect((await world.journal('A-1')).some((row) => row.startsWith('order-withdrawn'))).toBe(false);
    expect((await world.call('getOrder', officer, { path })).body.next).not.toContain('withdrawOrder');
  });

  it('and of the two at once one is done, whole', async () => {
    const [withdrawn, confirmed] = await Promise.all([
      withdraw(),
      world.call('confirmOrder', coordinator, { path, body: {} }),
    ]);
    expect([withdrawn.status, confirmed.status].toSorted()).toEqual([200, 409]);
    const { state } = (await world.call('getOrder', officer, { path })).body;
    const given = await assignmentStore(world.table).ofCase('A-1');
    expect([state, given.length]).toEqual(withdrawn.status === 200 ? ['withdrawn', 0] : ['confirmed', 1]);
  });

  it('not on a version that is not the latest, without a reason, twice, or by a colleague', async () => {
    expect((await withdraw({ path, body: {} })).status).toBe(422);
    const seen = String((await world.call('getOrder', officer, { path })).headers.etag);
    await world.call('deferOrder', officer, { path, body: { until: '2026-09-21T08:00:00+02:00' } });
    expect((await withdraw({ ...back, headers: { 'if-match': seen } })).body.code).toBe('stale-version');
    expect((await world.call('withdrawOrder', colleague, back)).status).toBe(404);
    await withdraw();
    expect(await withdraw()).toMatchObject({ status: 409, body: { code: 'order-taken-back' } });
    // Its provider hears that it was taken back, and not that something was ended.
    for (const key of ['confirmOrder', 'startOrder'] as const)
      expect(await world.call(key, coordinator, { path, body: {} })).toMatchObject({
        status: 409,
        body: { code: 'order-taken-back' },
      });
  });
});

it('one that the list gave gives the turn back, and the ledger plays again (A13, L-09)', async () => {
  await world.call('arrangeTurns', officer, {
    body: {
      providers: [
        { providerId: 'P1', number: 1 },
        { providerId: 'P2', number: 2 },
      ],
      first: 'P1',
    },
  });
  const { providerId: _, ...unchosen } = body;
  const abstaining = { body: { ...unchosen, abstains: true } };
  expect((await world.call('placeOrder', officer, abstaining)).body.providerId).toBe('P1');
  expect(
    (await world.call('placeOrder', officer, { body: { ...abstaining.body, caseNo: 'A-2' } })).body.providerId,
  ).toBe('P2');
  expect((await withdraw()).status).toBe(200);
  expect(
    (await world.call('placeOrder', officer, { body: { ...abstaining.body, caseNo: 'A-3' } })).body.providerId,
  ).toBe('P1');
  const { body: file } = await world.call('exportTurns', officer);
  expect(file.turns.map(({ event = 'PICKED' }: { event?: string }) => event)).toEqual([
    'BUILT',
    'PICKED',
    'PICKED',
    'RETURNED',
    'PICKED',
  ]);
});

it('the first letter about it was never sent: a private provider in S that nobody has contacted hears nothing', async () => {
  world = await aWorld({ date: '2026-09-16', clock: '10:00', settings: { pack: 'sn2016-840' } });
  await world.call('placeOrder', officer, { body: { ...body, healthCareEnrolled: false } });
  await world.tick();
  const sent = (await world.letters()).length;
  expect((await withdraw()).status).toBe(200);
  expect(await postSince(world, sent)).toEqual([]);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { deadlineStore } from '../../../../shared/stores/deadline-store.ts';
import { aWorld, coordinator, officer, type World } from '../../../support/a-world.ts';
import { deadlinesOf, body as orderBody, path, postSince } from '../../../support/an-order-under-way.ts';

const reason = 'Besöket skrevs på fel dag';
let world: World;
const start = (body: object) => world.call('startOrder', coordinator, { path, body });

describe('the day of the first visit, told wrong', () => {
  beforeEach(async () => {
    world = await aWorld({ date: '2026-09-07', clock: '08:00' });
    await world.call('placeOrder', officer, { body: orderBody });
    await world.call('confirmOrder', coordinator, { path, body: {} });
    await world.passTo('2026-09-10', '08:00');
    await start({ startedOn: '2026-09-09' });
    await world.tick();
  });

  it('is put right with a reason: late or not, care plan and follow-up by the right day (L-13, L-55, L-56)', async () => {
    expect((await deadlinesOf(world)).find((one) => one.startsWith('D02'))).toContain('D02 overdue');
    const sent = (await world.letters()).length;
    const answer = await start({ startedOn: '2026-09-07', reason });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        started: { on: '2026-09-07', late: false },
        corrections: [{ what: 'FIRST_VISIT', was: '2026-09-09', is: '2026-09-07' }],
      },
    });
    const standing = await deadlinesOf(world);
    expect(standing.find((one) => one.startsWith('D02'))).toContain('D02 done');
    expect(standing.find((one) => one.startsWith('D16'))).toContain('2026-09-22T00:00:00');
    const [followUp] = await deadlineStore(world.table).ofCase('A-1');
    expect(followUp?.entity.dueAt).toBe('2027-09-07T22:00:00.000Z');
    expect(await postSince(world, sent)).toEqual(['o1@kommun.example En uppgift i ett ärende har rättats']);
    expect(await world.journal('A-1')).toContain('first-visit-corrected L-16 K1');
    const late = await start({ startedOn: '2026-09-09', reason });
    expect(late.body.started).toMatchObject({ on: '2026-09-09', late: true });
  });

  it('the same day again is nothing new; without a reason, ahead or before the order it is refused', async () => {
    const { headers } = await world.call('getOrder', officer, { path });
    const again = await start({ startedOn: '2026-09-09', reason });
    expect([again.status, again.headers.etag]).toEqual([200, headers.etag]);
    expect((await start({ startedOn: '2026-09-08' })).body.code).toBe('order-already-started');
    for (const [startedOn, code] of [
      ['2026-09-11', 'start-ahead'],
      ['2026-09-06', 'start-before-order'],
    ])
      expect(await start({ startedOn, reason })).toMatchObject({ status: 422, body: { code } });
  });
});

describe('a start that was moved (S-14, L-68)', () => {
  const until = (day: string) => `2026-09-${day}T12:00:00+02:00`;
  const defer = (day: string, more: object = { reason: 'Kunden ber om det' }) =>
    world.call('deferOrder', officer, { path, body: { until: until(day), ...more } });
  beforeEach(async () => {
    world = await aWorld({ date: '2026-09-07', clock: '08:00' });
    await world.call('placeOrder', officer, { body: orderBody });
    await world.tick();
  });

  it('follows both ways, one letter a change (history 27)', async () => {
    const sent = (await world.letters()).length;
    for (const day of ['20', '18', '22']) {
      expect((await defer(day)).status).toBe(200);
      expect(await deadlinesOf(world)).toContain(`D02 open ${until(day)}`);
    }
    const { headers } = await world.call('getOrder', officer, { path });
    expect((await defer('22')).headers.etag).toBe(headers.etag);
    expect(await postSince(world, sent)).toEqual([
      'p1@utforare.example En beställning har fått ett senare startdatum',
      'p1@utforare.example En beställning har fått ett tidigare startdatum',
      'p1@utforare.example En beställning har fått ett senare startdatum',
    ]);
  });

  it('is not brought forward without a reason', async () => {
    await defer('20', {});
    expect(await defer('18', {})).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.reason', code: 'reason-missing' }] },
    });
    expect((await defer('22', {})).status).toBe(200);
  });

  it('never to before the limit that the order itself sets', async () => {
    await defer('20');
    const body = { until: '2026-09-07T20:00:00+02:00', reason: 'Kunden ber om det' };
    expect((await world.call('deferOrder', officer, { path, body })).body.code).toBe('deferral-not-later');
  });
});

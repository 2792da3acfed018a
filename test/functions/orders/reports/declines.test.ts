import { beforeEach, describe, expect, it } from 'vitest';
import { repeated } from '../../../../functions/orders/reports/declines.ts';
import { aPack } from '../../../support/a-pack.ts';
import { coordinator, neighbour, officer, type World } from '../../../support/a-world.ts';
import { anOrderUnderWay, deadlinesOf, path, postSince } from '../../../support/an-order-under-way.ts';

describe('declined help is repeated (L-50, A34)', () => {
  const on = (...days: string[]) => days.map((day) => ({ on: day }));
  it.each([
    ['not when it is twice', on('2026-09-01', '2026-09-02'), undefined],
    ['when it is three times in thirty days', on('2026-09-01', '2026-09-15', '2026-09-30'), 3],
    ['not when the third is a day later', on('2026-09-01', '2026-09-15', '2026-10-01'), undefined],
    ['on a single day', on('2026-09-01', '2026-09-01', '2026-09-01'), 3],
    ['in whatever order it is told', on('2026-09-30', '2026-08-01', '2026-09-15', '2026-09-02'), 3],
    ['with all that fall within', on('2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04'), 4],
  ])('%s', (_what, declines, count) => {
    expect(repeated(declines, aPack('leksand'))?.length).toBe(count);
  });

  it('each of them is told of once', () => {
    const told = on('2026-09-01', '2026-09-02', '2026-09-03').map((one) => ({ ...one, toldIn: 'r' }));
    expect(repeated([...told, ...on('2026-09-04', '2026-09-05')], aPack('leksand'))).toBeUndefined();
    expect(repeated([...told, ...on('2026-09-04', '2026-09-05', '2026-09-06')], aPack('leksand'))).toHaveLength(3);
  });

  it('by the numbers of the pack', () => {
    const pack = aPack('leksand', 'repeatDecline.count=2', 'repeatDecline.days=1');
    expect(repeated(on('2026-09-01', '2026-09-02'), pack)).toBeUndefined();
    expect(repeated(on('2026-09-01', '2026-09-01'), pack)).toHaveLength(2);
  });
});

describe('the provider tells of declined visits', () => {
  let world: World;
  beforeEach(async () => {
    world = await anOrderUnderWay();
  });
  const decline = (body: object, who = coordinator) => world.call('reportDecline', who, { path, body });

  it('and the third tells the officer, once (D23)', async () => {
    await world.tick();
    const before = (await world.letters()).length;
    expect(await decline({ on: '2026-09-12' })).toMatchObject({ status: 201, body: { repeated: false } });
    expect(await decline({ on: '2026-09-13', code: 'OMV' })).toMatchObject({ body: { repeated: false } });
    expect(await postSince(world, before)).toEqual([]);
    expect(await decline({ on: '2026-09-14', start: '08:30' })).toMatchObject({
      status: 201,
      body: { repeated: true, reportId: 'rapport-1' },
    });
    expect(await postSince(world, before)).toEqual(['o1@kommun.example Ny händelse i ett ärende']);
    expect(await deadlinesOf(world)).toContain('D25 open 2026-09-15T00:00:00+02:00');
    expect(await world.journal('A-1')).toContain('declines-repeated L-50 K1');
    const { body } = await world.call('listReports', officer, { path });
    expect(body.items).toMatchObject([{ kind: 'DECLINES', on: '2026-09-12', to: '2026-09-14', count: 3 }]);

    expect(await decline({ on: '2026-09-14', start: '12:00' })).toMatchObject({ body: { repeated: false } });
    expect(await postSince(world, before)).toHaveLength(1);
  });

  it('two at once: both are kept, and it is told once', async () => {
    await decline({ on: '2026-09-12' });
    const both = await Promise.all([decline({ on: '2026-09-13' }), decline({ on: '2026-09-14' })]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both.filter(({ body }) => body.repeated)).toHaveLength(1);
  });

  it('each visit once', async () => {
    await decline({ on: '2026-09-12', start: '08:30' });
    expect(await decline({ on: '2026-09-12', start: '08:30' })).toMatchObject({
      status: 409,
      body: { code: 'decline-known' },
    });
    expect(await decline({ on: '2026-09-12', start: '12:30' })).toMatchObject({ status: 201 });
  });

  it.each([
    [{ on: '2026-09-15' }, 'body.on', 'date-ahead'],
    [{ on: '2026-02-30' }, 'body.on', 'bad-value'],
    [{ on: '2026-09-13', start: '24:00' }, 'body.start', 'bad-value'],
    [{ on: '2026-09-13', code: 'Ä' }, 'body.code', 'bad-value'],
    [{}, 'body.on', 'missing-field'],
  ])('%o is not taken', async (body, place, code) => {
    expect(await decline(body)).toMatchObject({ status: 422, body: { faults: [{ at: place, code }] } });
  });

  it('of another’s or a closed order is refused', async () => {
    expect(await decline({ on: '2026-09-13' }, neighbour)).toMatchObject({ status: 404 });
    await world.call('endOrder', officer, { path, body: { lastDay: '2026-09-14' } });
    await world.passTo('2026-09-15', '08:00');
    expect(await decline({ on: '2026-09-13' })).toMatchObject({ status: 409, body: { code: 'order-closed' } });
  });
});

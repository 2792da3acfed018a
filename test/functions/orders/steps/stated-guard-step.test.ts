import { beforeEach, describe, expect, it } from 'vitest';
import { decideLine, handIn, ofP1, reporting, stating } from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { coordinator, head, officer, type World } from '../../../support/a-world.ts';
import { anOrderUnderWay, path } from '../../../support/an-order-under-way.ts';

let world: World;
/** October is stated, with 600 granted; September was never handed in. It is the 10th of November. */
beforeEach(async () => {
  world = await anOrderUnderWay('2026-11-02');
  await handIn(world, aReport({ 'A-1': [[1, 60]] }));
  await decideLine(world, 'A-1', { decision: 'APPROVE' });
  await world.sign(officer, reporting, { path: ofP1, body: {} });
  expect(await world.sign(head, stating, { path: ofP1, body: {} })).toMatchObject({ status: 201 });
  world.sleepTo('2026-11-10', '09:00');
});

const more = (from: string, minutesPerMonth = 910) => ({ from, services: [{ code: 'OMV', minutesPerMonth }] });
const october = { month: '2026-10', providerId: 'P1', becomes: 'ADJUSTMENT' };
const acts = {
  'an increase': ['changeServices', officer, more('2026-10-12'), 600, 800],
  'an end': ['endOrder', officer, { lastDay: '2026-10-15', reason: 'Fel dag.' }, 600, 290],
  'a death': ['reportDeath', coordinator, { date: '2026-10-20' }, 600, 600],
  'a stay': ['reportHospital', coordinator, { from: '2026-10-20', to: '2026-11-03' }, 600, 600],
} as const;

describe('what is dated back into a stated month', () => {
  it.each(Object.entries(acts))('%s: refused with what it would mean, and nothing is done', async (_what, act) => {
    const [key, who, body, before, after] = act;
    const refused = await world.call(key, who, { path, body });
    const text = before === after ? 'dagarna som betalas ändras' : `beviljat ${before} → ${after} minuter`;
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'month-stated',
        faults: [{ at: 'months.2026-10.P1', message: `2026-10, P1: ${text}. Det blir en justering.` }],
      },
    });
    expect((await world.call('getOrder', officer, { path })).body).toMatchObject({ state: 'started' });
    expect((await world.journal('A-1')).at(-1)).toMatch(/^line-approved/);
  });

  it.each(Object.entries(acts))('%s: taken by who says yes to it, and the answer says so', async (_what, act) => {
    const [key, who, body, grantedBefore, grantedAfter] = act;
    const taken = await world.call(key, who, { path, body: { ...body, acceptsStated: true } });
    expect(taken).toMatchObject({ status: 200, body: { stated: [{ ...october, grantedBefore, grantedAfter }] } });
    expect(await world.journal('A-1')).toContain(`stated-month-changed L-38 ${who.userId}`);
    // What was signed stands.
    const { body: month } = await world.call('getMonth', head, { path: ofP1 });
    expect(month.month.statement.minutes).toBe(60);
  });

  it('nothing is asked where no stated month is touched, nor told again', async () => {
    const late = await world.call('changeServices', officer, { path, body: more('2026-11-01') });
    expect(late.status).toBe(200);
    expect(late.body.stated).toBeUndefined();
    const ended = await world.call('endOrder', officer, { path, body: { lastDay: '2026-11-05', reason: 'Fel dag.' } });
    expect(ended.status).toBe(200);
  });

  it('a stay that began before and was open: its end in November touches November alone', async () => {
    await world.call('reportHospital', coordinator, { path, body: { from: '2026-10-20', acceptsStated: true } });
    expect(await world.call('resumeOrder', coordinator, { path, body: { on: '2026-11-04' } })).toMatchObject({
      status: 200,
    });
  });

  it('care ordered from a day in it, and taken back again', async () => {
    const late = {
      caseNo: 'A-2',
      providerId: 'P1',
      services: [{ code: 'OMV', minutesPerMonth: 310 }],
      from: '2026-10-22',
    };
    expect(await world.call('placeOrder', officer, { body: late })).toMatchObject({
      status: 409,
      body: { code: 'month-stated', faults: [{ at: 'months.2026-10.P1' }] },
    });
    const placed = await world.call('placeOrder', officer, { body: { ...late, acceptsStated: true } });
    const stated = [{ ...october, grantedBefore: 0, grantedAfter: 100 }];
    expect(placed).toMatchObject({ status: 201, body: { stated } });
    const back = { path: { orderId: placed.body.id }, body: { reason: 'Det var fel kund.' } };
    expect(await world.call('withdrawOrder', officer, back)).toMatchObject({ body: { code: 'month-stated' } });
    const yes = { ...back, body: { ...back.body, acceptsStated: true } };
    expect(await world.call('withdrawOrder', officer, yes)).toMatchObject({ status: 200 });
    expect((await world.journal('A-2')).filter((row) => row.startsWith('stated-month-changed'))).toHaveLength(2);
  });

  it('a stay that is put right, and an end that is taken back', async () => {
    const stay = { from: '2026-10-20', to: '2026-10-25', acceptsStated: true };
    await world.call('reportHospital', coordinator, { path, body: stay });
    const right = { admittedOn: '2026-10-20', from: '2026-10-22', reason: 'Fel dag.' };
    expect(await world.call('correctStay', officer, { path, body: right })).toMatchObject({
      status: 409,
      body: { code: 'month-stated' },
    });
    expect(await world.call('correctStay', officer, { path, body: { ...right, acceptsStated: true } })).toMatchObject({
      status: 200,
      body: { stated: [october] },
    });
    await world.call('endOrder', officer, {
      path,
      body: { lastDay: '2026-10-15', reason: 'Fel dag.', acceptsStated: true },
    });
    const back = { reason: 'Kunden stannar.' };
    const withdrawn = await world.call('withdrawEnd', officer, { path, body: back });
    expect(withdrawn).toMatchObject({ status: 409, body: { code: 'month-stated' } });
    expect(await world.call('withdrawEnd', officer, { path, body: { ...back, acceptsStated: true } })).toMatchObject({
      status: 200,
      body: { stated: [{ ...october, grantedBefore: 290, grantedAfter: 600 }] },
    });
  });

  it('and in a routine without a month nothing is stated', async () => {
    const other = await anOrderUnderWay('2026-11-02', { pack: 'sn2016-840' });
    expect(await other.call('changeServices', officer, { path, body: more('2026-10-12') })).not.toMatchObject({
      body: { code: 'month-stated' },
    });
  });
});

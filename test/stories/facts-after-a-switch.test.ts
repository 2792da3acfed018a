import { beforeEach, describe, expect, it } from 'vitest';
import { decideLine, handIn, ofP1, reporting, stating } from '../support/a-handed-in-month.ts';
import { aReport, type Visit } from '../support/a-report.ts';
import {
  administrator,
  coordinator,
  head,
  manager,
  neighbour,
  neighbourManager,
  officer,
  type Person,
  type World,
} from '../support/a-world.ts';
import { anOrderUnderWay, path } from '../support/an-order-under-way.ts';

let world: World;

const half = (first: number, last: number): Visit[] =>
  Array.from({ length: last - first + 1 }, (_, n): Visit => [first + n, 30]);

/** P1's October is stated: A-1 got its 600 minutes, half an hour a day until the 20th. It is the 16th of November. */
beforeEach(async () => {
  world = await anOrderUnderWay('2026-11-02');
  await handIn(world, aReport({ 'A-1': half(1, 20) }));
  await decideLine(world, 'A-1', { decision: 'APPROVE' });
  await world.sign(officer, reporting, { path: ofP1, body: {} });
  await world.passTo('2026-11-13', '09:00');
  expect(await world.sign(head, stating, { path: ofP1, body: {} })).toMatchObject({ status: 201 });
  await world.passTo('2026-11-16', '09:00');
});

const ordersOf = async (): Promise<readonly { id: string; providerId: string; state: string }[]> =>
  (await world.call('listCaseOrders', officer, { path: { caseNo: 'A-1' } })).body.items;
/** A provider's order that goes on, else the one that it had. */
async function latestAt(providerId: string): Promise<string> {
  const theirs = (await ordersOf()).filter((one) => one.providerId === providerId);
  return (theirs.find(({ state }) => state !== 'closed') ?? theirs[0])?.id ?? '';
}

async function switchTo(toProviderId: string, on: string) {
  const { id } = (await world.call('requestSwitch', officer, { body: { caseNo: 'A-1', toProviderId, mode: 'ORAL' } }))
    .body;
  await world.call('tellProviders', officer, { path: { switchId: id }, body: {} });
  const dated = await world.call('setSwitchDate', officer, { path: { switchId: id }, body: { on } });
  if (dated.status !== 200) throw new Error(dated.text);
}
/** The next provider begins on its first day, and two days later it is known. */
async function begins(who: Person, providerId: string, on: string, next: string) {
  await world.passTo(on, '10:00');
  const order = { path: { orderId: await latestAt(providerId) } };
  await world.call('confirmOrder', who, { ...order, body: {} });
  const started = await world.call('startOrder', who, { ...order, body: { startedOn: on } });
  if (started.status !== 200) throw new Error(started.text);
  await world.passTo(next, '09:00');
}

const ways = {
  'a switch': async () => {
    await switchTo('P2', '2026-11-18');
    await begins(neighbour, 'P2', '2026-11-18', '2026-11-20');
  },
  'the end of the provider': async () => {
    const body = { lastDay: '2026-11-17', to: { 'A-1': 'P2' } };
    const ended = await world.call('endProvider', administrator, { path: { providerId: 'P1' }, body });
    if (ended.status !== 200) throw new Error(ended.text);
    await begins(neighbour, 'P2', '2026-11-18', '2026-11-20');
  },
} as const;

const yes = { acceptsStated: true };
const die = (orderId: string, date = '2026-10-10', more: object = yes, who: Person = officer) =>
  world.call('reportDeath', who, { path: { orderId }, body: { date, ...more } });
const live = (orderId: string) =>
  world.call('undoDeath', officer, { path: { orderId }, body: { reason: 'Fel person.', ...yes } });

type Row = { caseNo: string; was: number; now?: number; because: string[] };
/** What was told and comes to no minutes is to be said of, and is no row. */
const proposed = async (of = ofP1) =>
  (await world.call('listAdjustments', officer, { path: of })).body.proposed.flatMap(
    ({ caseNo, was, now, because }: Row) => (was === now ? [] : [[caseNo, was, now, because.join(' ')]]),
  );
const dueTo = async () =>
  (await world.call('listTasks', officer)).body.items.flatMap(
    (one: { code: string; doneAt?: string; subject: { ref?: string } }) =>
      one.code === 'D50' && !one.doneAt ? [one.subject.ref] : [],
  );
const checked = async (who: Person, visits: readonly Visit[], providerId: string) => {
  const files = aReport({ 'A-1': visits }, { month: '2026-11', providerId });
  const { body } = await world.call('checkMonth', who, { path: { month: '2026-11' }, body: files });
  const of = (one: { caseNo: string }) => one.caseNo === 'A-1';
  const { granted, charged, unpaid } = body.cases.find(of) ?? {};
  return { status: body.file.status, granted, charged, unpaid };
};

const dead = ['A-1', 600, 330, 'DEATH'];

describe.each(Object.entries(ways))('a death before %s', (_what, move) => {
  beforeEach(move);

  it('is asked about, reaches what was stated and what was not, at both, and is the officer’s task (L-48, L-49)', async () => {
    const orderId = await latestAt('P2');
    const asked = await die(orderId, '2026-10-10', {});
    expect(asked).toMatchObject({ status: 409, body: { code: 'month-stated', faults: [{ at: 'months.2026-10.P1' }] } });
    expect(await proposed()).toEqual([]);
    expect(await die(orderId)).toMatchObject({
      status: 200,
      body: { stated: [{ month: '2026-10', providerId: 'P1' }] },
    });
    expect(await proposed()).toEqual([dead]);
    expect(await dueTo()).toEqual(['adjust:2026-10:P1']);
    await world.passTo('2026-12-01', '09:00');
    expect(await checked(manager, half(1, 17), 'P1')).toMatchObject({ charged: 0, unpaid: { AFTER_DEATH: 510 } });
    const theirs = await checked(neighbourManager, half(18, 20), 'P2');
    expect(theirs).toMatchObject({ status: 'COMPLETE', charged: 0, unpaid: { AFTER_DEATH: 90 } });
  });

  it('undone it is as it was, and told again of another day as that day (A73)', async () => {
    const given = await ordersOf();
    const orderId = await latestAt('P2');
    await die(orderId);
    expect((await live(orderId)).status).toBe(200);
    expect(await proposed()).toEqual([]);
    expect(await dueTo()).toEqual([]);
    const asWas = ({ state, from, to }: Record<string, unknown>) => ({ state, from, to });
    expect((await ordersOf()).map(asWas)).toEqual(given.map(asWas));
    await die(orderId, '2026-10-14');
    expect(await proposed()).toEqual([['A-1', 600, 450, 'DEATH']]);
    const moved = await die(orderId, '2026-10-10', { ...yes, reason: 'Fel dag.' });
    expect(moved.status).toBe(200);
    expect(await proposed()).toEqual([dead]);
  });

  it('may be told of the order that is closed, and undone there', async () => {
    const orderId = await latestAt('P1');
    expect(await die(orderId)).toMatchObject({ status: 200, body: { state: 'closed', ending: { cause: 'DEATH' } } });
    expect(await proposed()).toEqual([dead]);
    expect((await ordersOf()).map(({ state }) => state)).toEqual(['ending', 'closed']);
    expect((await live(orderId)).status).toBe(200);
    expect(await proposed()).toEqual([]);
    expect((await ordersOf()).map(({ state }) => state)).toEqual(['started', 'closed']);
  });

  it('of a day that the closed order did not see: the officer reads where to tell it, a provider not', async () => {
    const [closed, open] = [await latestAt('P1'), await latestAt('P2')];
    expect(await die(closed, '2026-11-19')).toMatchObject({
      status: 409,
      body: { code: 'order-closed', faults: [{ at: `orders.${open}` }] },
    });
    expect((await die(closed, '2026-11-19', {}, coordinator)).body.faults).toBeUndefined();
    expect((await die(open, '2026-11-19')).status).toBe(200);
    expect(await proposed()).toEqual([]);
  });
});

describe('a death in a case', () => {
  it('that has moved twice', async () => {
    await ways['a switch']();
    await switchTo('P1', '2026-11-24');
    await begins(coordinator, 'P1', '2026-11-24', '2026-11-26');
    await die(await latestAt('P1'));
    expect(await proposed()).toEqual([dead]);
    await world.passTo('2026-12-01', '09:00');
    expect(await checked(manager, half(1, 17), 'P1')).toMatchObject({ charged: 0, unpaid: { AFTER_DEATH: 510 } });
    expect(await checked(neighbourManager, half(18, 20), 'P2')).toMatchObject({
      charged: 0,
      unpaid: { AFTER_DEATH: 90 },
    });
  });

  it('that had ended before it was told', async () => {
    await world.call('endOrder', officer, { path, body: { lastDay: '2026-11-17' } });
    await world.passTo('2026-11-20', '09:00');
    expect((await die('B-1')).status).toBe(200);
    expect(await proposed()).toEqual([dead]);
    expect((await live('B-1')).status).toBe(200);
    expect(await proposed()).toEqual([]);
  });
});

const stay = (orderId: string, from: string, to: string, who: Person = officer) =>
  world.call('reportHospital', who, { path: { orderId }, body: { from, to, ...yes } });
const correct = (orderId: string, body: object, who: Person = officer) =>
  world.call('correctStay', who, { path: { orderId }, body: { reason: 'Fel dag.', ...yes, ...body } });

describe.each(Object.entries(ways))('a stay in hospital before %s', (_what, move) => {
  beforeEach(move);

  it('reaches what was stated as a stay and nothing else, and so does what is put right of it', async () => {
    const orderId = await latestAt('P2');
    await stay(orderId, '2026-10-05', '2026-10-12');
    expect(await proposed()).toEqual([['A-1', 600, 420, 'HOSPITAL']]);
    expect(await correct(orderId, { admittedOn: '2026-10-05', from: '2026-10-10' })).toMatchObject({
      status: 200,
      body: { stated: [{ month: '2026-10', providerId: 'P1' }] },
    });
    expect(await proposed()).toEqual([['A-1', 600, 570, 'HOSPITAL']]);
    // It was in November, and so of the one that had the case then.
    await correct(orderId, { admittedOn: '2026-10-10', from: '2026-11-18', to: '2026-11-20' });
    expect(await proposed()).toEqual([]);
    await world.passTo('2026-12-01', '09:00');
    expect(await checked(neighbourManager, half(18, 20), 'P2')).toMatchObject({
      charged: 60,
      unpaid: { HOSPITAL: 30 },
    });
  });

  it('may be told of the order that is closed, once it is over; and is not lost with a death that is undone', async () => {
    const [closed, open] = [await latestAt('P1'), await latestAt('P2')];
    expect(await stay(closed, '2026-10-05', '2026-10-12', coordinator)).toMatchObject({ status: 200 });
    expect(await proposed()).toEqual([['A-1', 600, 420, 'HOSPITAL']]);
    const ahead = { from: '2026-11-18', ...yes };
    expect(await world.call('reportHospital', coordinator, { path: { orderId: closed }, body: ahead })).toMatchObject({
      body: { code: 'order-closed' },
    });
    await die(open, '2026-10-03');
    expect(await proposed()).toEqual([['A-1', 600, 120, 'DEATH HOSPITAL']]);
    expect((await correct(open, { admittedOn: '2026-10-05', from: '2026-10-11' })).status).toBe(200);
    await live(open);
    expect(await proposed()).toEqual([]);
  });
});

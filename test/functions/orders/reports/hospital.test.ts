import { beforeEach, describe, expect, it } from 'vitest';
import { admit, resume, withHomecoming } from '../../../../functions/orders/reports/hospital.ts';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { aWorld, colleague, coordinator, neighbour, officer, type World } from '../../../support/a-world.ts';
import {
  anOrderUnderWay,
  deadlinesOf,
  body as orderBody,
  path,
  postSince,
} from '../../../support/an-order-under-way.ts';
import { anOrder, at } from '../../../support/builders.ts';

const now = at('2026-09-14 08:00');
const by = { at: now, by: 'K1' };
const started = anOrder({ state: 'started' });
const ending = anOrder({ state: 'ending', ending: { ...by, cause: 'WISH', before: 'started' } });

describe('a hospital stay (L-58)', () => {
  it.each([
    [
      'pauses an order that has begun',
      started,
      { from: '2026-09-13' },
      { state: 'paused', pause: { from: '2026-09-13' } },
    ],
    [
      'that is over changes nothing',
      started,
      { from: '2026-09-10', to: '2026-09-12' },
      { state: 'started', pause: undefined },
    ],
    [
      'pauses one that has not begun, too (A71)',
      anOrder(),
      { from: '2026-09-13' },
      { state: 'paused', pause: { from: '2026-09-13', before: 'placed' } },
    ],
    [
      'while it is ending is what it would go back to',
      ending,
      { from: '2026-09-13' },
      { state: 'ending', ending: { before: 'paused' }, pause: { from: '2026-09-13' } },
    ],
  ] as const)('%s', (_what, order, stay, expected) => {
    const admitted = admit(order, stay, by);
    if (!admitted.ok) throw new Error(admitted.code);
    expect({ pause: undefined, ...admitted.value }).toMatchObject(expected);
  });

  it.each([
    ['tomorrow', started, { from: '2026-09-15' }, 'date-ahead'],
    ['until tomorrow', started, { from: '2026-09-13', to: '2026-09-15' }, 'date-ahead'],
    ['that ends before it begins', started, { from: '2026-09-13', to: '2026-09-12' }, 'to-before-from'],
    ['during another', { ...started, pause: { ...by, from: '2026-09-01' } }, { from: '2026-09-13' }, 'order-paused'],
    ['when all is over', anOrder({ state: 'closed' }), { from: '2026-09-13' }, 'order-closed'],
    ['of what was rejected', anOrder({ state: 'rejected' }), { from: '2026-09-13' }, 'order-closed'],
  ] as const)('not %s', (_what, order, stay, code) => {
    expect(admit(order, stay, by)).toMatchObject({ ok: false, code });
  });

  it('ends on the day that the customer is home (L-68)', () => {
    const paused = admit(started, { from: '2026-09-10' }, by);
    const home = paused.ok ? resume(paused.value, '2026-09-14', now) : paused;
    expect(home).toEqual({ ok: true, value: started });
    const away = admit(ending, { from: '2026-09-10' }, by);
    expect(away.ok && resume(away.value, '2026-09-14', now)).toEqual({ ok: true, value: ending });
  });

  it.each([
    ['of what is not paused', started, '2026-09-14', 'order-not-paused'],
    ['tomorrow', anOrder({ state: 'paused', pause: { ...by, from: '2026-09-10' } }), '2026-09-15', 'date-ahead'],
    [
      'before the stay',
      anOrder({ state: 'paused', pause: { ...by, from: '2026-09-10' } }),
      '2026-09-09',
      'resumed-before-pause',
    ],
    [
      'of a closed one',
      anOrder({ state: 'closed', pause: { ...by, from: '2026-09-10' } }),
      '2026-09-14',
      'order-closed',
    ],
  ] as const)('no resumption %s', (_what, order, on, code) => {
    expect(resume(order, on, now)).toMatchObject({ ok: false, code });
  });

  it.each([
    ['of one who is not away', started, at('2026-09-15 13:00'), 'order-not-paused'],
    [
      'back in time',
      anOrder({ state: 'paused', pause: { ...by, from: '2026-09-10' } }),
      at('2026-09-14 07:59'),
      'homecoming-past',
    ],
    ['of a closed case', anOrder({ state: 'closed' }), at('2026-09-15 13:00'), 'order-closed'],
  ] as const)('no home-coming %s', (_what, order, planned, code) => {
    expect(withHomecoming(order, planned, by)).toMatchObject({ ok: false, code });
  });
});

describe('from admission to home again', () => {
  let world: World;
  let before: number;
  beforeEach(async () => {
    world = await anOrderUnderWay();
    before = (await world.letters()).length;
  });
  const admission = (body: object = { from: '2026-09-14' }, who = coordinator) =>
    world.call('reportHospital', who, { path, body });
  const plan = (who = officer) =>
    world.call('planHomecoming', who, { path, body: { at: '2026-09-16T13:00:00+02:00' } });

  it('the officer is told without a word of why, and takes note the same day (D25)', async () => {
    expect(await admission()).toMatchObject({ status: 200, body: { state: 'paused', version: 4 } });
    expect(await postSince(world, before)).toEqual(['o1@kommun.example Ny händelse i ett ärende']);
    expect((await world.letters()).at(-1)?.text).not.toMatch(/sjuk|hospital|paus/i);
    expect(await deadlinesOf(world)).toContain('D25 open 2026-09-15T00:00:00+02:00');
    const { items } = (await world.call('listTasks', officer)).body;
    expect(items.find(({ code }: { code: string }) => code === 'D25')).toMatchObject({
      about: 'Kunden har kommit till sjukhus',
      on: expect.stringMatching(/^2026-09-1\d$/),
    });
    expect(await world.journal('A-1')).toContain('hospital-reported L-58 K1');
  });

  it('the provider is told when the customer comes home (L-68, N24), and has it among its tasks (D27)', async () => {
    await admission();
    expect(await plan()).toMatchObject({ status: 200, body: { pause: { homecoming: '2026-09-16T11:00:00.000Z' } } });
    const post = await postSince(world, before);
    expect(post.at(-1)).toBe('p1@utforare.example Ett ärende tas upp igen');
    expect((await world.letters()).at(-1)?.text).toContain('Planerad tid: ons 16 sep 2026 13:00');
    const { body: tasks } = await world.call('listTasks', coordinator);
    expect(tasks.items).toContainEqual(expect.objectContaining({ code: 'D27', state: 'due', hard: false }));
  });

  it('a new time takes the place of the old', async () => {
    await admission();
    await plan();
    await world.call('planHomecoming', officer, { path, body: { at: '2026-09-17T10:00:00+02:00' } });
    expect((await deadlinesOf(world)).filter((one) => one.startsWith('D27'))).toEqual([
      'D27 open 2026-09-17T10:00:00+02:00',
    ]);
  });

  it('the services go on', async () => {
    await admission();
    await plan();
    await world.passTo('2026-09-16', '12:00');
    const home = await world.call('resumeOrder', coordinator, { path, body: { on: '2026-09-16' } });
    expect(home).toMatchObject({ status: 200, body: { state: 'started' } });
    expect(home.body.pause).toBeUndefined();
    expect(await deadlinesOf(world)).toContain('D27 done 2026-09-16T13:00:00+02:00');
    const { body } = await world.call('listReports', officer, { path });
    expect(body.items).toMatchObject([{ kind: 'HOSPITAL' }, { kind: 'HOME', on: '2026-09-16', late: false }]);
    expect(await admission({ from: '2026-09-16' })).toMatchObject({ status: 200 });
  });

  it('a second notice is told that the order waits already; a stay told late is marked', async () => {
    expect(await admission({ from: '2026-09-13' })).toMatchObject({ status: 200 });
    expect(await admission()).toMatchObject({ status: 409, body: { code: 'order-paused' } });
    const { body } = await world.call('listReports', officer, { path });
    expect(body.items).toMatchObject([{ kind: 'HOSPITAL', on: '2026-09-13', late: true }]);
  });

  it('two notices at once: one of them is taken', async () => {
    const both = await Promise.all([admission(), admission({ from: '2026-09-13' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('to others the order does not exist', async () => {
    expect(await admission({ from: '2026-09-14' }, neighbour)).toMatchObject({ status: 404 });
    await admission();
    expect(await plan(colleague)).toMatchObject({ status: 404, body: { code: 'order-not-found' } });
    expect(await world.call('resumeOrder', neighbour, { path, body: { on: '2026-09-14' } })).toMatchObject({
      status: 404,
    });
  });

  it('is told of before the start too, and the start waits for the home-coming (A71)', async () => {
    await world.call('placeOrder', officer, { body: { ...orderBody, caseNo: 'A-2' } });
    const second = { path: { orderId: 'B-2' }, body: { from: '2026-09-14' } };
    expect(await world.call('reportHospital', coordinator, second)).toMatchObject({
      status: 200,
      body: { state: 'paused', pause: { before: 'placed' } },
    });
    expect(await deadlinesOf(world, 'B-2')).toContain('D02 lapsed 2026-09-15T08:00:00+02:00');
    expect(await deadlinesOf(world, 'B-2')).toContain('D25 open 2026-09-15T00:00:00+02:00');
  });
});

describe('a customer who lies in hospital before the first visit (A71)', () => {
  const homeAt = (world: World, date: string, who = officer) =>
    world.call('planHomecoming', who, { path, body: { at: `${date}T13:00:00+02:00` } });

  it('the start follows the home-coming, earlier and later, with one letter a change (L-68)', async () => {
    const world = await aWorld({ date: '2026-09-14', clock: '08:00' });
    await world.call('placeOrder', officer, { body: orderBody });
    await world.tick();
    const before = (await world.letters()).length;
    expect((await homeAt(world, '2026-09-20')).body).toMatchObject({
      state: 'paused',
      startBy: '2026-09-21T11:00:00.000Z',
    });
    expect((await homeAt(world, '2026-09-18')).body.startBy).toBe('2026-09-19T11:00:00.000Z');
    await homeAt(world, '2026-09-18');
    expect((await homeAt(world, '2026-09-22')).body.startBy).toBe('2026-09-23T11:00:00.000Z');
    expect(await deadlinesOf(world)).toContain('D02 open 2026-09-23T13:00:00+02:00');
    expect(await postSince(world, before)).toEqual(Array(3).fill('p1@utforare.example Ett ärende tas upp igen'));
    await world.call('confirmOrder', coordinator, { path, body: {} });
    await world.passTo('2026-09-22', '15:00');
    const home = await world.call('resumeOrder', officer, { path, body: { on: '2026-09-22' } });
    expect(home.body).toMatchObject({ state: 'confirmed', startBy: '2026-09-23T11:00:00.000Z' });
    expect((await world.call('startOrder', coordinator, { path, body: {} })).body.state).toBe('started');
  });

  it('the officer records the stay, once, and the provider is told without a word of why (L-67)', async () => {
    const world = await anOrderUnderWay();
    const before = (await world.letters()).length;
    const stay = () => world.call('reportHospital', officer, { path, body: { from: '2026-09-13' } });
    expect(await stay()).toMatchObject({ status: 200, body: { state: 'paused' } });
    const again = await stay();
    expect(again).toMatchObject({ status: 200, body: { state: 'paused' } });
    expect(await postSince(world, before)).toEqual(['p1@utforare.example Ny händelse i ett ärende']);
    expect((await world.journal('A-1')).filter((row) => row.startsWith('hospital-reported'))).toHaveLength(1);
  });

  it('every provider of the case whose days it concerns has it in its month (A66)', async () => {
    const world = await anOrderUnderWay();
    await world.register(
      { caseNo: 'A-1', providerId: 'P2' },
      { caseNo: 'A-1', providerId: 'P2', from: '2024-01-01', to: '2024-12-31' },
    );
    await world.call('reportHospital', coordinator, { path, body: { from: '2026-09-13' } });
    const known = async () =>
      (await assignmentStore(world.table).ofCase('A-1')).map((one) => [
        one.providerId,
        one.from,
        one.known?.length ?? 0,
      ]);
    expect((await known()).toSorted()).toEqual([
      ['P1', '2026-09-07', 1],
      ['P2', '2024-01-01', 0],
      ['P2', '2025-03-01', 1],
    ]);
    await world.call('resumeOrder', coordinator, { path, body: { on: '2026-09-14' } });
    const facts = (await assignmentStore(world.table).ofCase('A-1')).flatMap((one) => one.known ?? []);
    expect(facts).toEqual(Array(2).fill({ kind: 'HOSPITAL', from: '2026-09-13', to: '2026-09-14' }));
  });
});

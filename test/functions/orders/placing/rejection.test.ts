import { beforeEach, describe, expect, it } from 'vitest';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { capacityStore } from '../../../../shared/stores/capacity-store.ts';
import { aWorld, coordinator, manager, officer, type World } from '../../../support/a-world.ts';

const path = { orderId: 'B-1' };
const body = { caseNo: 'A-1', providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 600 }] };
const no = { path, body: { reason: 'CAPACITY' } };

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-16', clock: '15:20' });
});
const ceiling = () =>
  world.put(
    capacityStore(world.table).save(
      {
        ...{ providerId: 'P1', ceiling: { value: 500, unit: 'HOURS_PER_MONTH' } },
        ...{ base: { minutes: 0, customers: 0 }, changes: [], told: 'NORMAL' },
      },
      undefined,
    ),
  );

describe('a provider with a ceiling says no to an order (A58)', () => {
  beforeEach(async () => {
    await ceiling();
    await world.call('placeOrder', officer, { body });
  });

  it('and what it was given is taken back, nobody waits for it, and the officer hears of it', async () => {
    expect((await world.call('getOrder', coordinator, { path })).body.next).toContain('rejectOrder');
    const answer = await world.call('rejectOrder', coordinator, no);
    expect(answer.body).toMatchObject({ state: 'rejected', rejected: { by: 'K1', reason: 'CAPACITY' }, next: [] });
    expect(answer.body.deadlines).toMatchObject([
      { code: 'D01', state: 'lapsed' },
      { code: 'D02', state: 'lapsed' },
    ]);
    expect(await assignmentStore(world.table).ofCase('A-1')).toEqual([]);
    const sent = (await world.letters()).length;
    await world.passTo('2026-09-20', '08:00');
    const told = (await world.letters()).slice(sent).map(({ to, subject }) => `${to} ${subject}`);
    expect(told).toContain('o1@kommun.example Ny händelse i ett ärende');
    expect(told.filter((one) => one.includes('i tid'))).toEqual([]);
    expect(await world.journal('A-1')).toContain('order-rejected A58 K1');
  });

  it('and the officer finds it among the rejected, and orders elsewhere the same days', async () => {
    await world.call('rejectOrder', manager, no);
    const list = await world.call('listOrders', officer, { query: { state: 'rejected' } });
    expect(list.body.items).toMatchObject([{ id: 'B-1' }]);
    expect((await world.call('placeOrder', officer, { body: { ...body, providerId: 'P2' } })).status).toBe(201);
  });

  it('not once it has confirmed, nor twice, nor for another reason', async () => {
    expect((await world.call('rejectOrder', coordinator, { path, body: { reason: 'VILL EJ' } })).status).toBe(422);
    await world.call('confirmOrder', coordinator, { path, body: {} });
    expect(await world.call('rejectOrder', coordinator, no)).toMatchObject({
      status: 409,
      body: { code: 'order-not-open' },
    });
  });

  it('and it is over: nothing more is done with it', async () => {
    await world.call('rejectOrder', coordinator, no);
    for (const [key, who, more] of [
      ['rejectOrder', coordinator, { reason: 'CAPACITY' }],
      ['confirmOrder', coordinator, {}],
      ['startOrder', coordinator, {}],
      ['reportNotExecuted', coordinator, { services: [] }],
      ['deferOrder', officer, { until: '2026-09-21T08:00:00+02:00' }],
    ] as const)
      expect(await world.call(key, who, { path, body: more })).toMatchObject({
        status: 409,
        body: { code: 'order-closed' },
      });
  });
});

it('a provider that has declared no ceiling takes what it is given (A58)', async () => {
  await world.call('placeOrder', officer, { body });
  expect(await world.call('rejectOrder', coordinator, no)).toMatchObject({
    status: 409,
    body: { code: 'rejection-without-ceiling' },
  });
  expect((await world.call('getOrder', coordinator, { path })).body.next).not.toContain('rejectOrder');
});

describe('the start counted from the confirmation (A04)', () => {
  const start = async () =>
    (await world.call('getOrder', officer, { path })).body.deadlines.find(
      ({ code }: { code: string }) => code === 'D02',
    );
  beforeEach(async () => {
    const settings = { overrides: ['start.from=confirmedAt'] };
    world = await aWorld({ date: '2026-09-16', clock: '15:20', settings });
    await world.call('placeOrder', officer, { body });
  });

  it('moves when the provider confirms, and says so', async () => {
    world.sleepTo('2026-09-16', '20:00');
    const { body: order } = await world.call('confirmOrder', coordinator, { path, body: {} });
    expect(order.startBy).toBe('2026-09-17T18:00:00.000Z');
    expect(await start()).toMatchObject({ due: '2026-09-17T20:00:00+02:00', state: 'open' });
    expect((await start()).why.at(-1)).toEqual({
      rule: 'A04',
      text: 'Räknas från bekräftelsen: senast tors 17 sep 2026 20:00.',
    });
    await world.passTo('2026-09-17', '19:59');
    expect(await start()).toMatchObject({ state: 'open' });
    await world.passTo('2026-09-17', '20:05');
    expect(await start()).toMatchObject({ state: 'overdue' });
  });

  it('and is met by a time to begin within it', async () => {
    world.sleepTo('2026-09-16', '20:00');
    await world.call('confirmOrder', coordinator, { path, body: { canStartAt: '2026-09-17T19:00:00+02:00' } });
    expect(await start()).toMatchObject({ state: 'done' });
  });
});

describe('a first day that lies ahead', () => {
  it('is not late before it is over (S-14)', async () => {
    await world.call('placeOrder', officer, { body: { ...body, from: '2026-09-21' } });
    await world.call('confirmOrder', coordinator, { path, body: {} });
    await world.passTo('2026-09-21', '23:59');
    const letters = (await world.letters()).map(({ subject }) => subject);
    expect(letters).not.toContain('En beställning är inte påbörjad i tid');
    const { body: order } = await world.call('startOrder', coordinator, { path, body: {} });
    expect(order).toMatchObject({ started: { on: '2026-09-21', late: false } });
  });

  it('is late when it is over and nobody has come', async () => {
    await world.call('placeOrder', officer, { body: { ...body, from: '2026-09-21' } });
    await world.passTo('2026-09-22', '00:05');
    const letters = (await world.letters()).map(({ subject }) => subject);
    expect(letters).toContain('En beställning är inte påbörjad i tid');
  });
});

it('told days later of a first visit in time: the order and its limit agree that nothing was late (A04)', async () => {
  await world.call('placeOrder', officer, { body });
  await world.passTo('2026-09-19', '09:00');
  const { body: order } = await world.call('startOrder', coordinator, { path, body: { startedOn: '2026-09-16' } });
  expect(order).toMatchObject({ started: { late: false }, confirmed: { late: true, implicit: true } });
  expect(order.deadlines.slice(0, 2)).toMatchObject([
    { code: 'D01', state: 'overdue' },
    { code: 'D02', state: 'done' },
  ]);
});

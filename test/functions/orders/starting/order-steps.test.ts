import { beforeEach, describe, expect, it } from 'vitest';
import {
  administrator,
  aWorld,
  colleague,
  coordinator,
  head,
  manager,
  neighbour,
  neighbourManager,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';

const path = { orderId: 'B-1' };
const body = { caseNo: 'A-1', providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 600 }] };

/** The order of E16: sent to P1 on Wednesday at 15:20, due on Thursday at 15:20. */
let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-16', clock: '15:20' });
  await world.call('placeOrder', officer, { body });
});

type Told = { code: string; state: string; due: string; doneAt?: string; why: { rule: string }[] };
const deadlines = async () => {
  const answer = await world.call('getOrder', officer, { path });
  return new Map<string, Told>(answer.body.deadlines.map((one: Told) => [one.code, one]));
};
const states = async () => [...(await deadlines())].map(([code, { state }]) => `${code} ${state}`);
const subjects = async () => (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);

describe('the provider confirms', () => {
  it('and the officer is told', async () => {
    world.sleepTo('2026-09-16', '16:00');
    const { status, headers, body: order } = await world.call('confirmOrder', coordinator, { path, body: {} });
    expect(status).toBe(200);
    expect(headers).toMatchObject({ etag: '"2"' });
    expect(order).toMatchObject({ state: 'confirmed', version: 2, confirmed: { by: 'K1', late: false } });
    expect(await states()).toEqual(['D01 done', 'D02 open']);
    expect(await world.journal('A-1')).toEqual(['order-placed L-10 O1', 'order-confirmed L-12 K1']);
    await world.tick();
    expect((await world.letters()).at(-1)).toMatchObject({
      to: 'o1@kommun.example',
      subject: 'En beställning är bekräftad',
      text: expect.stringContaining('Ärende A-1.\n'),
    });
  });

  it.each([
    ['in time, which is what L-13 asks for (A04)', '2026-09-17T15:20:00+02:00', 'D02 done'],
    ['too late, which is not', '2026-09-17T15:20:01+02:00', 'D02 open'],
  ])('and can begin %s', async (_what, canStartAt, start) => {
    await world.call('confirmOrder', coordinator, { path, body: { canStartAt } });
    expect(await states()).toEqual(['D01 done', start]);
  });

  it('late: the order is confirmed, and the mark stays', async () => {
    await world.passTo('2026-09-18', '08:00');
    const { body: order } = await world.call('confirmOrder', manager, { path, body: {} });
    expect(order).toMatchObject({ state: 'confirmed', confirmed: { late: true } });
    expect((await deadlines()).get('D01')).toMatchObject({
      state: 'overdue',
      doneAt: expect.stringContaining('2026-09-18'),
    });
  });

  it.each(['1850-01-01T00:00:00Z', '9999-12-31T00:00:00Z', '2026-02-30T00:00:00Z', 'snart'])(
    'but cannot begin %s',
    async (canStartAt) => {
      const answer = await world.call('confirmOrder', coordinator, { path, body: { canStartAt } });
      expect(answer).toMatchObject({ status: 422, body: { faults: [{ at: 'body.canStartAt', code: 'bad-value' }] } });
    },
  );

  it('once', async () => {
    await world.call('confirmOrder', coordinator, { path, body: {} });
    const again = await world.call('confirmOrder', manager, { path, body: {} });
    expect(again).toMatchObject({ status: 409, body: { code: 'order-not-open' } });
  });

  it('at the same time as a colleague: one of them does', async () => {
    const both = await Promise.all(
      [coordinator, manager].map((who) => world.call('confirmOrder', who, { path, body: {} })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await world.journal('A-1')).filter((row) => row.startsWith('order-confirmed'))).toHaveLength(1);
  });

  it('the same request again gets the first answer', async () => {
    const asked = { path, body: {}, headers: { 'idempotency-key': 'k' } };
    const first = await world.call('confirmOrder', coordinator, asked);
    world.sleepTo('2026-09-18', '08:00');
    const again = await world.call('confirmOrder', coordinator, asked);
    expect([again.status, again.text]).toEqual([200, first.text]);
    const theirs = await world.call('confirmOrder', manager, asked);
    expect(theirs).toMatchObject({ status: 409, body: { code: 'order-not-open' } });
  });
});

describe('the provider begins', () => {
  it('and everything that the order waited for is met', async () => {
    await world.call('confirmOrder', coordinator, { path, body: {} });
    world.sleepTo('2026-09-17', '09:00');
    const { body: order, headers } = await world.call('startOrder', coordinator, { path, body: {} });
    expect(order).toMatchObject({ state: 'started', started: { on: '2026-09-17', late: false, by: 'K1' } });
    expect(headers).toMatchObject({ etag: '"3"' });
    expect(await states()).toEqual(['D01 done', 'D02 done', 'D16 open']);
    expect(await world.journal('A-1')).toContain('order-started L-16 K1');
  });

  it('without having confirmed, which confirms it (A57)', async () => {
    const { body: order } = await world.call('startOrder', manager, { path, body: { startedOn: '2026-09-16' } });
    expect(order).toMatchObject({ confirmed: { implicit: true, late: false }, started: { on: '2026-09-16' } });
    expect(await states()).toEqual(['D01 done', 'D02 done', 'D16 open']);
  });

  it('after the confirmation was due: D01 stays overdue (A57)', async () => {
    await world.passTo('2026-09-18', '09:00');
    await world.call('startOrder', coordinator, { path, body: {} });
    expect(await states()).toEqual(['D01 overdue', 'D02 overdue', 'D16 open']);
  });

  it.each<[string, object, string]>([
    ['ahead of time', { startedOn: '2026-09-17' }, 'start-ahead'],
    ['before the order’s first day', { startedOn: '2026-09-15' }, 'start-before-order'],
    ['on no day', { startedOn: '2026-02-30' }, 'bad-value'],
  ])('not %s', async (_what, wrong, code) => {
    const answer = await world.call('startOrder', coordinator, { path, body: wrong });
    expect(answer).toMatchObject({ status: 422, body: { faults: [{ at: 'body.startedOn', code }] } });
  });

  it('once', async () => {
    await world.call('startOrder', coordinator, { path, body: {} });
    const again = await world.call('startOrder', coordinator, { path, body: {} });
    expect(again).toMatchObject({ status: 409, body: { code: 'order-already-started' } });
  });
});

describe('a later start', () => {
  const until = '2026-09-21T08:00:00+02:00';
  const defer = (who: Person, more: object = {}) => world.call('deferOrder', who, { path, body: { until, ...more } });

  it('agreed with the customer moves the limit and says why; the officer is told', async () => {
    const { status, body: order } = await defer(coordinator);
    expect(status).toBe(200);
    expect(order).toMatchObject({
      startBy: '2026-09-21T06:00:00.000Z',
      deferral: { wish: 'customer', late: false, by: 'K1' },
    });
    const start = (await deadlines()).get('D02');
    expect(start).toMatchObject({ state: 'open', due: until });
    expect(start?.why.at(-1)).toEqual({
      rule: 'L-13',
      text: 'Senare start enligt överenskommelse med kunden: senast mån 21 sep 2026 08:00.',
    });
    await world.tick();
    expect((await subjects()).at(-1)).toBe('o1@kommun.example En beställning har fått ett senare startdatum');
  });

  it.each([
    ['the officer’s own', {}, 'L-13', 'officer'],
    ['the customer’s, told to the officer', { wish: 'customer' }, 'L-13', 'customer'],
  ])('by %s wish is told to the provider', async (_whose, more, rule, wish) => {
    const { body: order } = await defer(officer, more);
    expect(order.deferral).toMatchObject({ wish, by: 'O1' });
    expect((await deadlines()).get('D02')?.why.at(-1)?.rule).toBe(rule);
    await world.tick();
    expect((await subjects()).at(-1)).toBe('p1@utforare.example En beställning har fått ett senare startdatum');
  });

  it('a provider never speaks for the officer', async () => {
    expect((await defer(coordinator, { wish: 'officer' })).body.deferral).toMatchObject({ wish: 'customer' });
  });

  it('E52: agreed after the limit had passed keeps the mark, and the new date', async () => {
    await world.passTo('2026-09-17', '16:00');
    const { body: order } = await defer(officer);
    expect(order.deferral).toMatchObject({ late: true });
    expect((await deadlines()).get('D02')).toMatchObject({ state: 'overdue', due: until });
    const sent = (await world.letters()).length;
    await world.passTo('2026-09-25', '08:00');
    // Nobody is told again that it is late; the heads, that the new time was not kept either (N08).
    expect((await world.letters()).slice(sent).map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      'p1@utforare.example En beställning har fått ett senare startdatum',
      'h1@kommun.example En beställning är inte påbörjad i tid',
    ]);
  });

  it('agreed in time is not late until the new time has passed, and then once', async () => {
    await defer(officer);
    await world.passTo('2026-09-21', '08:00');
    expect((await deadlines()).get('D02')).toMatchObject({ state: 'open' });
    await world.passTo('2026-09-22', '08:00');
    expect((await deadlines()).get('D02')).toMatchObject({ state: 'overdue' });
    expect((await subjects()).filter((one) => one.includes('inte påbörjad i tid'))).toEqual([
      'p1@utforare.example En beställning är inte påbörjad i tid',
      'o1@kommun.example En beställning är inte påbörjad i tid',
      'h1@kommun.example En beställning är inte påbörjad i tid',
    ]);
  });

  it('is watched also when the provider had already said that it could begin in time (D08)', async () => {
    await world.call('confirmOrder', coordinator, { path, body: { canStartAt: '2026-09-17T08:00:00+02:00' } });
    await defer(officer);
    expect(await states()).toEqual(['D01 done', 'D02 done', 'D08 open']);
    expect((await deadlines()).get('D08')).toMatchObject({ due: until, why: [{ rule: 'L-13' }] });
    await world.call('deferOrder', officer, { path, body: { until: '2026-09-22T08:00:00+02:00' } });
    expect((await deadlines()).get('D08')).toMatchObject({ due: '2026-09-22T08:00:00+02:00', state: 'open' });
    world.sleepTo('2026-09-22', '07:00');
    await world.call('startOrder', coordinator, { path, body: {} });
    expect(await states()).toEqual(['D01 done', 'D02 done', 'D08 done', 'D16 open']);
  });

  it.each<[string, object, number, string]>([
    ['to the time in force', { until: '2026-09-17T15:20:00+02:00' }, 422, 'deferral-not-later'],
    ['to a year that no rule knows', { until: '9999-12-31T00:00:00Z' }, 422, 'bad-request'],
    ['to no time', { until: 'måndag' }, 422, 'bad-request'],
    ['by nobody’s wish', { wish: 'provider' }, 422, 'bad-request'],
  ])('is refused %s', async (_what, wrong, status, code) => {
    expect(await defer(officer, wrong)).toMatchObject({ status, body: { code } });
    expect(await world.journal('A-1')).toEqual(['order-placed L-10 O1']);
  });

  it('is refused once it has begun', async () => {
    await world.call('startOrder', coordinator, { path, body: {} });
    expect(await defer(officer)).toMatchObject({ status: 409, body: { code: 'order-already-started' } });
  });
});

describe('time alone', () => {
  it('reminds the provider halfway, tells both sides when the limits have passed and the heads a dygn later; each once', async () => {
    await world.passTo('2026-09-20', '08:00');
    expect(await subjects()).toEqual([
      'p1@utforare.example Ny beställning att bekräfta',
      'p1@utforare.example En beställning väntar på bekräftelse',
      'p1@utforare.example En beställning väntar på bekräftelse',
      'o1@kommun.example En beställning väntar på bekräftelse',
      'p1@utforare.example En beställning är inte påbörjad i tid',
      'o1@kommun.example En beställning är inte påbörjad i tid',
      'h1@kommun.example En beställning är inte påbörjad i tid',
    ]);
    const [, reminder, overdue] = await world.letters();
    expect(reminder).toMatchObject({
      at: expect.stringContaining('2026-09-17T01:20'),
      text: expect.stringContaining('inte bekräftad ännu'),
    });
    expect(overdue).toMatchObject({
      at: expect.stringContaining('2026-09-17T13:20'),
      text: expect.stringContaining('inte bekräftats i tid'),
    });
    expect(await world.journal('A-1')).toEqual([
      'order-placed L-10 O1',
      'deadline-reminded L-12 system',
      'deadline-overdue L-12 system',
      'deadline-overdue L-13 system',
      'deadline-escalated L-13 system',
    ]);
  });

  it('exactly on the limit nothing is late', async () => {
    await world.passTo('2026-09-17', '15:20');
    expect(await states()).toEqual(['D01 open', 'D02 open']);
    await world.passTo('2026-09-17', '15:21');
    expect(await states()).toEqual(['D01 overdue', 'D02 overdue']);
  });
});

describe('If-Match', () => {
  const stale = { 'if-match': '"1"' };
  it.each(['confirmOrder', 'startOrder', 'deferOrder'] as const)('an old version: %s is refused', async (key) => {
    await world.call('deferOrder', officer, { path, body: { until: '2026-09-18T08:00:00+02:00' } });
    const asked = key === 'deferOrder' ? { until: '2026-09-21T08:00:00+02:00' } : {};
    const answer = await world.call(key, coordinator, { path, body: asked, headers: stale });
    expect(answer).toMatchObject({ status: 409, body: { code: 'stale-version' } });
    expect((await world.call(key, coordinator, { path, body: asked, headers: { 'if-match': 'W/"2"' } })).status).toBe(
      200,
    );
  });

  it('what cannot be read is a mistake, not a wish to be ignored', async () => {
    const answer = await world.call('confirmOrder', coordinator, { path, body: {}, headers: { 'if-match': 'igår' } });
    expect(answer).toMatchObject({ status: 422, body: { faults: [{ at: 'headers.if-match' }] } });
  });
});

describe('an order that is not one’s own answers, byte for byte, as one that is not there', () => {
  const deeds = [
    ['getOrder', [colleague, neighbour, neighbourManager], undefined],
    ['confirmOrder', [neighbour, neighbourManager], {}],
    ['startOrder', [neighbour, neighbourManager], {}],
    ['deferOrder', [colleague, neighbour], { until: '2026-09-21T08:00:00+02:00' }],
  ] as const;
  it.each(deeds)('%s', async (key, strangers, asked) => {
    for (const person of strangers) {
      const theirs = await world.call(key, person, { path, body: asked });
      const missing = await world.call(key, person, { path: { orderId: 'B-404' }, body: asked });
      expect(theirs).toEqual(missing);
      expect(missing).toMatchObject({ status: 404, body: { code: 'order-not-found' } });
    }
    expect(await world.journal('A-1')).toEqual(['order-placed L-10 O1']);
  });

  it('the head reads every order', async () => {
    expect((await world.call('getOrder', head, { path })).body).toMatchObject({ id: 'B-1', version: 1 });
  });
});

describe('lists of orders', () => {
  const list = (who: Person, query: Record<string, string> = {}) => world.call('listOrders', who, { query });
  const idsOf = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map(({ id }) => id);
  beforeEach(async () => {
    for (const [caseNo, providerId] of [
      ['A-2', 'P1'],
      ['A-3', 'P2'],
      ['A-4', 'P1'],
    ] as const) {
      world.sleepTo('2026-09-16', `16:0${caseNo.slice(2)}`);
      await world.call('placeOrder', officer, { body: { ...body, caseNo, providerId } });
    }
  });

  it('hold one’s own, the newest first', async () => {
    expect(idsOf(await list(officer))).toEqual(['B-4', 'B-3', 'B-2', 'B-1']);
    expect(idsOf(await list(coordinator))).toEqual(['B-4', 'B-2', 'B-1']);
    expect(idsOf(await list(neighbour))).toEqual(['B-3']);
    expect(idsOf(await list(colleague))).toEqual([]);
  });

  it('by state: an order stands in one list at a time', async () => {
    await world.call('confirmOrder', coordinator, { path, body: {} });
    expect(idsOf(await list(coordinator))).toEqual(['B-4', 'B-2']);
    expect(idsOf(await list(coordinator, { state: 'confirmed' }))).toEqual(['B-1']);
    await world.call('startOrder', coordinator, { path, body: {} });
    expect(idsOf(await list(officer, { state: 'confirmed' }))).toEqual([]);
    expect(idsOf(await list(officer, { state: 'started' }))).toEqual(['B-1']);
  });

  it('a page at a time, to the end', async () => {
    const first = await list(officer, { limit: '3' });
    expect(idsOf(first)).toEqual(['B-4', 'B-3', 'B-2']);
    const second = await list(officer, { limit: '3', cursor: first.body.next });
    expect(idsOf(second)).toEqual(['B-1']);
    expect(second.body.next).toBeUndefined();
  });

  it('the head says whose', async () => {
    expect(idsOf(await list(head, { providerId: 'P2' }))).toEqual(['B-3']);
    expect(idsOf(await list(head, { officerId: 'O1', limit: '1' }))).toEqual(['B-4']);
    expect(await list(head)).toMatchObject({ status: 422, body: { faults: [{ code: 'whose-orders' }] } });
  });

  it('an officer and a provider see no others by asking for them', async () => {
    expect(idsOf(await list(colleague, { officerId: 'O1' }))).toEqual([]);
    expect(idsOf(await list(neighbour, { providerId: 'P1' }))).toEqual(['B-3']);
  });

  it.each<Record<string, string>>([
    { limit: '0' },
    { limit: '201' },
    { limit: 'alla' },
    { cursor: 'inte en' },
    { cursor: 'YWJj' },
    { state: 'x' },
    { sort: 'x' },
  ])('%j is a mistake', async (query) => {
    expect(await list(officer, query)).toMatchObject({ status: 422, body: { code: 'bad-request' } });
  });

  it('are for those who order and those who begin', async () => {
    expect((await list(administrator)).status).toBe(403);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { threadStore } from '../../../../shared/stores/thread-store.ts';
import {
  aWorld,
  colleague,
  coordinator,
  neighbour,
  nightPatrol,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';

const services = [{ code: 'OMV', minutesPerMonth: 90 }];
let world: World;
const sn = (date = '2026-11-02', clock = '22:00') => aWorld({ date, clock, settings: { pack: 'sn2016-840' } });
beforeEach(async () => {
  world = await sn();
});
const drawUp = (first = 'P2') =>
  world.call('arrangeTurns', officer, {
    body: { providers: ['P1', 'P2'].map((providerId, index) => ({ providerId, number: index + 1 })), first },
  });
const urgent = (over: object = {}, who: Person = officer) =>
  world.call('placeOrder', who, {
    body: {
      ...{ caseNo: 'A-1', services, urgent: true, neededBy: '2026-11-02T23:30:00+01:00' },
      ...(who === officer ? { healthCareEnrolled: false } : {}),
      ...over,
    },
  });
const inbox = async (owner: string) =>
  (await threadStore(world.table).inbox(owner, { limit: 10 })).items.map(({ entity }) => entity.title);
const subjects = async () => (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);
const queue = async () => (await world.call('listTurns', officer)).body;

describe('an urgent order by SN/2016:840', () => {
  it('goes to the provider that the customer has, beside what it has, and leaves the list alone (S-18)', async () => {
    await drawUp();
    await world.register({ caseNo: 'A-1', providerId: 'P1' });
    const before = await queue();
    const { status, body } = await urgent({ phonedAt: '2026-11-02T21:55:00+01:00' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ providerId: 'P1', choice: { how: 'URGENT_EXISTING' }, warnings: [] });
    // She has phoned: the provider's clock runs, and the paper is the officer's to hand over (A69).
    expect(body.deadlines).toMatchObject([
      { code: 'D05', due: '2026-11-03T21:55:00+01:00' },
      { code: 'D06' },
      { code: 'D07', rule: 'S-16', due: '2026-11-02T23:30:00+01:00', hard: true },
      { code: 'D44', rule: 'S-26' },
    ]);
    expect(await queue()).toEqual(before);
    expect(await world.journal('A-1')).toEqual([
      'order-placed S-22 O1',
      'urgent-assigned S-35 O1',
      'health-care-checked S-09 O1',
    ]);
    await world.tick();
    expect(await world.letters()).toMatchObject([
      {
        to: 'p1@utforare.example',
        subject: 'Ett akut uppdrag',
        text: expect.stringContaining('Ärende A-1. Påbörjas senast mån 2 nov 2026 23:30.'),
      },
    ]);
    expect(await inbox('provider:P1')).toEqual(['N09']);
  });

  it('never goes to another provider than the customer has', async () => {
    await world.register({ caseNo: 'A-1', providerId: 'P1' });
    expect(await urgent({ providerId: 'P2' })).toMatchObject({ status: 409, body: { code: 'case-has-provider' } });
    expect(await world.journal('A-1')).toEqual([]);
  });

  it('goes by the list when the customer has none, and takes the turn (S-16, A12)', async () => {
    await drawUp('P2');
    const { body } = await urgent();
    expect(body).toMatchObject({ providerId: 'P2', choice: { how: 'URGENT_TURN', pick: 2 } });
    expect(body.deadlines.map(({ code }: { code: string }) => code)).toEqual(['D04', 'D07']);
    expect(body.startBy).toBe('2026-11-02T22:30:00.000Z');
    await world.tick();
    expect(await world.letters()).toEqual([]);
    expect(await inbox('provider:P2')).toEqual(['N09']);
    const next = await urgent({ caseNo: 'A-2' });
    expect(next.body).toMatchObject({ providerId: 'P1', choice: { pick: 3 } });
  });

  it.each<[string, object, number, string]>([
    ['by hand from the list', { providerId: 'P1' }, 422, 'urgent-by-list'],
    ['needed by what has passed', { neededBy: '2026-11-02T22:00:00+01:00' }, 422, 'time-passed'],
    ['phoned ahead of time', { phonedAt: '2026-11-02T22:00:01+01:00' }, 422, 'time-ahead'],
    ['before the list is drawn up', {}, 409, 'turn-list-missing'],
  ])('not %s', async (_what, body, status, code) => {
    const answer = await urgent(body);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(code);
    expect(await world.journal('A-1')).toEqual([]);
  });

  it('is told to ask when help is needed and to phone; neither is refused', async () => {
    await drawUp();
    const { body } = await urgent({ neededBy: undefined });
    expect(body.warnings.map(({ rule }: { rule: string }) => rule)).toEqual(['S-16', 'S-16']);
  });

  it('what only an urgent order has is said of no other, all at once', async () => {
    const answer = await urgent({ urgent: false, phonedAt: '2026-11-02T21:55:00+01:00' });
    expect(answer.body.faults).toMatchObject([
      { at: 'body.neededBy', code: 'only-urgent' },
      { at: 'body.phonedAt', code: 'only-urgent' },
      { at: 'body.providerId', code: 'missing-field' },
    ]);
  });

  it('a later start moves when it is needed too (S-14)', async () => {
    await drawUp('P2');
    await urgent();
    await world.call('deferOrder', officer, { path: { orderId: 'B-1' }, body: { until: '2026-11-05T08:00:00+01:00' } });
    const { body } = await world.call('getOrder', officer, { path: { orderId: 'B-1' } });
    expect(body.deadlines).toMatchObject([
      { code: 'D04', due: '2026-11-05T08:00:00+01:00' },
      { code: 'D07', due: '2026-11-05T08:00:00+01:00' },
    ]);
    expect(await inbox('provider:P2')).toContain('N12');
  });
});

describe('the night patrol (S-17)', () => {
  it('gives an urgent order in a known case, and gets what it needs of it; the officer gets a copy', async () => {
    await world.register({ caseNo: 'A-1', providerId: 'P1' });
    const { status, body } = await urgent({}, nightPatrol);
    expect(status).toBe(201);
    expect(body).toEqual({
      ...{ id: 'B-1', caseNo: 'A-1', providerId: 'P1', urgent: true },
      ...{ placedAt: '2026-11-02T21:00:00.000Z', startBy: '2026-11-02T22:30:00.000Z' },
      provider: { name: 'Omsorg Ett AB' },
      warnings: [{ rule: 'S-34', text: 'Ring utföraren om det akuta uppdraget.' }],
    });
    await world.tick();
    expect((await subjects()).sort()).toEqual([
      'o1@kommun.example Ett akut uppdrag',
      'p1@utforare.example Ett akut uppdrag',
    ]);
    expect(await inbox('officer:O1')).toEqual(['N09']);
    expect(await world.journal('A-1')).toEqual(['order-placed S-22 T1', 'urgent-assigned S-17 T1']);
    const own = await world.call('getOrder', officer, { path: { orderId: 'B-1' } });
    expect(own.body).toMatchObject({ officerId: 'O1', choice: { how: 'URGENT_EXISTING' } });
  });

  it.each<[string, object, number, string]>([
    ['no other order', { urgent: false, neededBy: undefined, abstains: true }, 403, 'only-urgent'],
    ['none in a case that nobody knows', { caseNo: 'A-404' }, 404, 'case-not-found'],
    ['none with somebody’s identity', { customer: { name: 'Elsa Prov' } }, 422, 'only-officer'],
  ])('gives %s', async (_what, body, status, code) => {
    await world.register({ caseNo: 'A-1', providerId: 'P1' });
    const answer = await urgent(body, nightPatrol);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(code);
    expect(await world.journal('A-1')).toEqual([]);
  });

  it('reads no order, and does nothing else with one', async () => {
    const path = { orderId: 'B-1' };
    for (const key of ['getOrder', 'listOrders', 'deferOrder', 'getOrderHistory', 'prepareSheet'] as const)
      expect(await world.call(key, nightPatrol, { path })).toMatchObject({
        status: 403,
        body: { code: 'role-not-allowed' },
      });
  });
});

describe('an urgent order in Leksand (L-14)', () => {
  beforeEach(async () => {
    world = await aWorld({ date: '2026-09-16', clock: '22:40' });
  });
  const today = (over: object = {}) => urgent({ neededBy: undefined, healthCareEnrolled: undefined, ...over });

  it('goes to the provider that the customer has, or to the one chosen', async () => {
    expect((await today({ providerId: 'P1' })).body).toMatchObject({ providerId: 'P1', choice: { how: 'CHOSEN' } });
    await world.register({ caseNo: 'A-2', providerId: 'P2' });
    expect((await today({ caseNo: 'A-2' })).body).toMatchObject({
      providerId: 'P2',
      choice: { how: 'URGENT_EXISTING' },
    });
    expect((await today({ caseNo: 'A-2', providerId: 'P1' })).body.code).toBe('case-has-provider');
    expect((await today({ caseNo: 'A-3' })).body.faults).toMatchObject([
      { at: 'body.providerId', code: 'missing-field' },
    ]);
  });

  it('moved to a later day, the same day is no longer asked for', async () => {
    await today({ providerId: 'P1' });
    const path = { orderId: 'B-1' };
    await world.call('deferOrder', officer, { path, body: { until: '2026-09-21T08:00:00+02:00' } });
    const { body } = await world.call('getOrder', officer, { path });
    expect(body.deadlines).toMatchObject([
      { code: 'D01' },
      { code: 'D02', state: 'open' },
      { code: 'D03', state: 'lapsed' },
    ]);
    await world.passTo('2026-09-17', '08:00');
    expect(await subjects()).not.toContain('o1@kommun.example En beställning är inte påbörjad i tid');
  });

  it.each([
    ['2026-11-07', '2026-11-07T22:00:00+01:00', 'högst 24 timmar'],
    ['2026-11-08', '2026-11-09T00:00:00+01:00', 'Akut från sön 8 nov'],
    ['2026-11-20', '2026-11-21T00:00:00+01:00', 'Beställd från fre 20 nov'],
  ])('told on a Friday night from %s, without a time, is begun by %s (A69, S-14, S-16)', async (from, due, why) => {
    world = await sn('2026-11-06');
    await world.register({ caseNo: 'A-1', providerId: 'P1' });
    const { body } = await urgent({ neededBy: undefined, from });
    const [start] = body.deadlines.filter(({ code }: { code: string }) => code === 'D05');
    expect(start).toMatchObject({ due, why: [{ rule: 'S-31' }, ...Array(start.why.length - 1).fill({})] });
    expect(start.why.at(-1).text).toContain(why);
    // Nobody has called, and nobody says so.
    expect(start.why[0].text).toMatch(/^Det akuta uppdraget fördelades fre 6 nov/);
    await world.call('contactProvider', officer, {
      path: { orderId: body.id },
      body: { channel: 'PHONE', delivery: 'POST' },
    });
    const called = await world.call('getOrder', officer, { path: { orderId: body.id } });
    const then = called.body.deadlines.find(({ code }: { code: string }) => code === 'D05');
    expect(then.why[0].text).toMatch(/^Utföraren kontaktades/);
  });

  it('that is not urgent is not the night patrol’s, whatever else it lacks (S-17)', async () => {
    const answer = await world.call('placeOrder', nightPatrol, { body: { caseNo: 'A-1', services } });
    expect(answer).toMatchObject({ status: 403, body: { code: 'only-urgent' } });
  });

  it('another officer’s case stays theirs', async () => {
    await world.register({ caseNo: 'A-2', providerId: 'P2' });
    const body = { caseNo: 'A-2', services, urgent: true };
    expect(await world.call('placeOrder', colleague, { body })).toMatchObject({
      status: 403,
      body: { code: 'not-your-case' },
    });
  });
});

describe('a customer who abstains', () => {
  it.each(['leksand', 'sn2016-840'])('gets the provider whose turn it is: %s (L-05, S-03)', async (pack) => {
    world = await aWorld({ date: '2026-11-02', clock: '08:00', settings: { pack } });
    await drawUp('P2');
    await world.hasCome('D-1');
    const order = (caseNo: string) =>
      world.call('placeOrder', officer, {
        body: { caseNo, services, abstains: true, healthCareEnrolled: false, choice: { formDocumentId: 'D-1' } },
      });
    expect((await order('A-1')).body).toMatchObject({
      providerId: 'P2',
      choice: { how: 'ABSTAINED', formId: 'D-1', pick: 2 },
    });
    expect((await order('A-2')).body).toMatchObject({ providerId: 'P1', choice: { pick: 3 } });
    const rows = await world.journal('A-1');
    expect(rows).toContain(pack === 'leksand' ? 'choice-registered L-09 O1' : 'choice-registered S-06 O1');
  });

  it('or two officers at once: each turn is given once', async () => {
    await drawUp('P1');
    const place = (who: Person, caseNo: string) =>
      world.call('placeOrder', who, { body: { caseNo, services, abstains: true, healthCareEnrolled: false } });
    await world.takeIn('A-2', colleague);
    const both = await Promise.all([place(officer, 'A-1'), place(colleague, 'A-2')]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both.map(({ body }) => body.providerId).sort()).toEqual(['P1', 'P2']);
  });

  it('cannot choose as well', async () => {
    const answer = await urgent({
      ...{ urgent: undefined, neededBy: undefined, abstains: true, providerId: 'P1' },
      choice: { mode: 'ORAL' },
    });
    expect(answer.body.faults).toMatchObject([
      { at: 'body.abstains', code: 'choice-and-abstains' },
      { at: 'body.choice.mode', code: 'choice-and-abstains' },
    ]);
  });
});

describe('a municipal provider by SN/2016:840', () => {
  const path = { orderId: 'B-1' };
  beforeEach(async () => {
    world = await sn('2026-06-18', '15:20');
    const body = { caseNo: 'A-1', providerId: 'P2', healthCareEnrolled: false, services };
    await world.call('placeOrder', officer, { body });
  });

  it('E01: is told inside the system, confirms nothing, and has until 07:00 the working day after (S-08, S-12, S-13)', async () => {
    const { body } = await world.call('getOrder', neighbour, { path });
    expect(body.deadlines).toMatchObject([{ code: 'D04', due: '2026-06-23T07:00:00+02:00' }]);
    expect(body.next).not.toContain('confirmOrder');
    await world.tick();
    expect(await world.letters()).toEqual([]);
    expect(await inbox('provider:P2')).toEqual(['N04']);
    expect(await world.call('confirmOrder', neighbour, { path, body: {} })).toMatchObject({
      status: 409,
      body: { code: 'confirmation-not-asked' },
    });
  });

  it('executes by itself, and tells what it does not carry out and why (S-12, S-19)', async () => {
    const { body } = await world.call('startOrder', neighbour, { path, body: {} });
    expect(body).toMatchObject({ state: 'started', deadlines: [{ code: 'D04', state: 'done' }] });
    expect(body.confirmed).toBeUndefined();
    const tell = (given: object) => world.call('reportNotExecuted', neighbour, { path, body: given });
    const said = await tell({ services: [{ code: 'OMV', reason: 'kunden är bortrest' }] });
    expect(said.body.notExecuted).toEqual([{ code: 'OMV', reason: 'kunden är bortrest' }]);
    await world.tick();
    expect(await subjects()).toEqual(['o1@kommun.example Ny händelse i ett ärende']);
    expect((await world.journal('A-1')).slice(-2)).toEqual(['order-started S-12 K2', 'not-executed-reported S-19 K2']);
    expect((await tell({ services: [] })).body.notExecuted).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['without a reason', { services: [{ code: 'OMV' }] }, 'missing-field'],
    ['with a reason of blanks', { services: [{ code: 'OMV', reason: '   ' }] }, 'too-little'],
    [
      'with somebody’s number in it',
      { services: [{ code: 'OMV', reason: 'gäller 191212121212' }] },
      'person-id-in-text',
    ],
    ['of what was not ordered', { services: [{ code: 'TVÄ', reason: 'ingen tid' }] }, 'service-not-ordered'],
  ])('nothing is told %s', async (_what, body, code) => {
    const answer = await world.call('reportNotExecuted', neighbour, { path, body });
    expect(answer).toMatchObject({ status: 422, body: { faults: [{ code }] } });
    expect(await world.journal('A-1')).toHaveLength(2);
  });

  it('a first visit with services that were not ordered is not taken either', async () => {
    const notExecuted = [{ code: 'TVÄ', reason: 'ingen tid' }];
    const answer = await world.call('startOrder', neighbour, { path, body: { notExecuted } });
    expect(answer).toMatchObject({ status: 422, body: { faults: [{ at: 'body.notExecuted.0.code' }] } });
    expect((await world.call('getOrder', neighbour, { path })).body.state).toBe('placed');
  });

  it('the same service twice from one day is a slip of the pen', async () => {
    const body = { caseNo: 'A-2', providerId: 'P2', healthCareEnrolled: false, services: [...services, ...services] };
    expect(await world.call('placeOrder', officer, { body })).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.services.1.code', code: 'service-repeated' }] },
    });
    const later = [...services, { ...services[0], from: '2026-07-01' }];
    expect((await world.call('placeOrder', officer, { body: { ...body, services: later } })).status).toBe(201);
  });

  it('no other provider sees it', async () => {
    expect((await world.call('getOrder', coordinator, { path })).status).toBe(404);
  });
});

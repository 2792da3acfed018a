import { beforeEach, describe, expect, it } from 'vitest';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { aReport } from '../../../support/a-report.ts';
import {
  colleague,
  coordinator,
  manager,
  neighbour,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';
import {
  anOrderUnderWay,
  deadlinesOf,
  body as orderBody,
  path,
  postSince,
} from '../../../support/an-order-under-way.ts';

/** E30: the customer dies on Thursday 10 September 2026. */
let world: World;
let before: number;
beforeEach(async () => {
  world = await anOrderUnderWay('2026-09-10');
  before = (await world.letters()).length;
});
const death = (who: Person = coordinator, date = '2026-09-10', orderId = 'B-1') =>
  world.call('reportDeath', who, { path: { orderId }, body: { date } });
const days = async (caseNo = 'A-1') =>
  (await assignmentStore(world.table).ofCase(caseNo)).map(({ providerId, from, to }) => [providerId, from, to]);
const state = async (orderId = 'B-1') => (await world.call('getOrder', officer, { path: { orderId } })).body.state;

describe('the month’s dry run knows what the order knows', () => {
  const month = { month: '2026-09' };
  const judged = async (visits: Parameters<typeof aReport>[0]) => {
    await world.passTo('2026-10-01', '08:00');
    const answer = await world.call('checkMonth', manager, {
      path: month,
      body: aReport(visits, { month: '2026-09' }),
    });
    return answer.body.cases[0];
  };

  it('a death as a death: it ends pay after D+1 and shrinks nothing that was granted', async () => {
    await death(coordinator, '2026-09-10');
    await death(officer, '2026-09-09');
    const one = await judged({
      'A-1': [
        [8, 300],
        [10, 30, 'EJ UTFÖRD'],
        [11, 20],
      ],
    });
    // 600 a month from the 7th on: 24 of 30 days, whenever the customer died.
    expect(one).toMatchObject({ granted: 480, charged: 330, absence: 30, unpaid: { AFTER_DEATH: 20 } });
    expect(JSON.stringify(one.trail)).toContain('kommunens egen uppgift');
  });

  it('and the month after D+1 has no such case', async () => {
    await death();
    await world.passTo('2026-11-02', '08:00');
    const { body } = await world.call('checkMonth', manager, { path: { month: '2026-10' }, body: aReport({}) });
    expect(body.cases).toEqual([]);
  });

  it('a stay in hospital, until home again', async () => {
    await world.call('reportHospital', coordinator, { path, body: { from: '2026-09-08' } });
    await world.passTo('2026-09-12', '08:00');
    await world.call('resumeOrder', coordinator, { path, body: { on: '2026-09-12' } });
    const one = await judged({
      'A-1': [
        [8, 30],
        [9, 30],
        [11, 30],
        [12, 30],
      ],
    });
    expect(one).toMatchObject({ status: 'MISMATCH', charged: 60, unpaid: { HOSPITAL: 60 } });
  });

  it.each([
    ['2026-09-09', []],
    ['2026-08-31', ['NEED_NOT_TOLD']],
  ])('a need noticed on %s', async (noticedOn, warnings) => {
    const body = { kind: 'INCREASED', noticedOn, text: 'Behöver mer tid på kvällen' };
    expect((await world.call('reportNeed', coordinator, { path, body })).status).toBe(201);
    expect(await judged({ 'A-1': [[8, 500]] })).toMatchObject({ unpaid: { OVER_GRANTED: 20 }, warnings });
  });
});

describe('a death (L-48, L-49, L-59)', () => {
  it('E30: the day after is the last one, and the order closes at D+2 00:00 by itself', async () => {
    expect(await death()).toMatchObject({
      status: 200,
      body: { state: 'ending', ending: { cause: 'DEATH', lastDay: '2026-09-11', before: 'started' } },
    });
    expect(await days()).toEqual([['P1', '2026-09-07', '2026-09-11']]);
    await world.passTo('2026-09-11', '23:59');
    expect(await state()).toBe('ending');
    await world.passTo('2026-09-12', '00:00');
    const { body: order } = await world.call('getOrder', officer, { path });
    expect(order).toMatchObject({
      state: 'closed',
      to: '2026-09-11',
      closed: { at: '2026-09-11T22:00:00.000Z', by: 'system' },
    });
    expect(await world.journal('A-1')).toContain('order-closed L-49 system');
  });

  it('is no word of any letter: the officer hears that something has happened (N23)', async () => {
    await death();
    expect(await postSince(world, before)).toEqual(['o1@kommun.example Ny händelse i ett ärende']);
    await world.passTo('2026-09-30', '08:00');
    for (const { text, subject } of await world.letters()) expect(subject + text).not.toMatch(/död|avlid|dog /i);
  });

  it('told by the officer, the provider hears that the case may be closed, and when (N25)', async () => {
    await death(officer);
    expect(await postSince(world, before)).toEqual(['p1@utforare.example Ett ärende kan avslutas']);
    expect((await world.letters()).at(-1)?.text).toContain('Sista dag: fre 11 sep');
    expect((await deadlinesOf(world)).some((one) => one.startsWith('D25'))).toBe(false);
  });

  it('opens the limit of the documentation, and nobody waits for anything else', async () => {
    await world.call('requestEnd', coordinator, { path, body: { wishedOn: '2026-09-30', text: 'Flyttar.' } });
    await death();
    const standing = await deadlinesOf(world);
    expect(standing).toContain('D15 open 2026-09-26T00:00:00+02:00');
    expect(standing).toContain('D25 open 2026-09-11T00:00:00+02:00');
    expect(standing.filter((one) => one.includes(' open ')).length).toBe(2);
    await world.passTo('2026-09-18', '08:00');
    const post = (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);
    expect(post.at(-1)).toBe('p1@utforare.example Handlingar ska lämnas till kommunen');
  });

  it.each([
    ['a later date never extends it (A27)', '2026-09-11', '2026-09-11'],
    ['an earlier one counts', '2026-09-09', '2026-09-10'],
  ])('told again: %s', async (_what, second, last) => {
    await death();
    world.sleepTo('2026-09-11', '09:00');
    expect(await death(officer, second)).toMatchObject({ status: 200, body: { ending: { lastDay: last } } });
    expect(await days()).toEqual([['P1', '2026-09-07', last]]);
  });

  it('told weeks late still ends with the day after it, and closes at once (A27)', async () => {
    await world.passTo('2026-10-20', '08:00');
    expect(await death()).toMatchObject({ status: 200, body: { ending: { lastDay: '2026-09-11' } } });
    await world.tick();
    expect(await state()).toBe('closed');
    expect(await days()).toEqual([['P1', '2026-09-07', '2026-09-11']]);
    const { body } = await world.call('listReports', officer, { path });
    expect(body.items).toMatchObject([{ kind: 'DEATH', late: true }]);
  });

  it('ends every order of the case, at every provider; one that had not begun never does', async () => {
    await world.call('endOrder', officer, { path, body: { lastDay: '2026-09-20' } });
    const next = { ...orderBody, providerId: 'P2', from: '2026-09-21' };
    expect(await world.call('placeOrder', officer, { body: next })).toMatchObject({ status: 201, body: { id: 'B-2' } });
    await world.tick();
    before = (await world.letters()).length;
    await death();
    expect(await days()).toEqual([['P1', '2026-09-07', '2026-09-11']]);
    expect((await postSince(world, before)).toSorted()).toEqual([
      'o1@kommun.example Ny händelse i ett ärende',
      'p2@utforare.example Ett ärende kan avslutas',
    ]);
    expect((await deadlinesOf(world, 'B-2')).filter((one) => one.includes(' open '))).toEqual([]);
    await world.passTo('2026-09-12', '00:05');
    expect([await state(), await state('B-2')]).toEqual(['closed', 'closed']);
  });

  it('ends what the case had from before the system as well', async () => {
    await world.register({ caseNo: 'A-1', providerId: 'P2' });
    await death();
    expect(await days()).toEqual([
      ['P2', '2025-03-01', '2026-09-11'],
      ['P1', '2026-09-07', '2026-09-11'],
    ]);
  });

  it('during a hospital stay ends what was paused', async () => {
    await world.call('reportHospital', coordinator, { path, body: { from: '2026-09-09' } });
    expect(await death()).toMatchObject({ body: { state: 'ending', ending: { before: 'paused' } } });
  });

  it.each([
    ['tomorrow', coordinator, '2026-09-11', 422, 'bad'],
    ['by another provider', neighbour, '2026-09-10', 404, 'order-not-found'],
    ['by an officer whose case it is not', colleague, '2026-09-10', 404, 'order-not-found'],
  ])('not %s', async (_what, who, date, status, code) => {
    const answer = await death(who, date);
    expect(answer.status).toBe(status);
    if (status === 404) expect(answer.body.code).toBe(code);
    else expect(answer.body).toMatchObject({ faults: [{ at: 'body.date', code: 'date-ahead' }] });
    expect(await days()).toEqual([['P1', '2026-09-07', null]]);
  });

  it('of a closed order is refused, and says what to do', async () => {
    await death();
    await world.passTo('2026-09-12', '08:00');
    const answer = await death(manager);
    expect(answer).toMatchObject({ status: 409, body: { code: 'order-closed' } });
    expect(answer.text).toContain('Skriv ett meddelande');
  });

  it('two notices at once make one ending', async () => {
    const both = await Promise.all([death(), death(officer)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await days()).toEqual([['P1', '2026-09-07', '2026-09-11']]);
    expect(await state()).toBe('ending');
  });
});

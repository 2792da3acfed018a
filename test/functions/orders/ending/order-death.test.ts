import { beforeEach, describe, expect, it } from 'vitest';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { deadlineStore } from '../../../../shared/stores/deadline-store.ts';
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
const death = (who: Person = coordinator, date = '2026-09-10', orderId = 'B-1', more: object = {}) =>
  world.call('reportDeath', who, { path: { orderId }, body: { date, ...more } });
const why = { reason: 'Fel dag i första samtalet' };
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
    await death(officer, '2026-09-09', 'B-1', why);
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

  it('though it was told on the first: granted whole, paid what was done and what was planned the day after (between #1)', async () => {
    await world.passTo('2026-10-01', '16:00');
    await death(coordinator, '2026-10-01');
    await world.passTo('2026-11-02', '08:00');
    const visits = [
      [1, 30],
      [1, 120],
      [2, 30, 'EJ UTFÖRD'],
    ] as const;
    const { body } = await world.call('checkMonth', manager, {
      path: { month: '2026-10' },
      body: aReport({ 'A-1': [...visits] }),
    });
    expect(body.cases).toMatchObject([{ caseNo: 'A-1', granted: 600, charged: 180, status: 'MATCH' }]);
  });

  it('told on the last day of a month, the day after is paid in the next (between #2)', async () => {
    await world.passTo('2026-09-30', '16:00');
    await death(coordinator, '2026-09-30');
    await world.passTo('2026-11-02', '08:00');
    const { body } = await world.call('checkMonth', manager, {
      path: { month: '2026-10' },
      body: aReport({ 'A-1': [[1, 60, 'BOMTID']] }),
    });
    expect(body.cases).toMatchObject([{ caseNo: 'A-1', charged: 60 }]);
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
    ['2026-09-11', '2026-09-12'],
    ['2026-09-09', '2026-09-10'],
  ])('told again of %s, with a reason, it is corrected both ways', async (second, last) => {
    await death();
    await world.passTo('2026-09-11', '09:00');
    before = (await world.letters()).length;
    expect(await death(officer, second)).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.reason', code: 'reason-missing' }] },
    });
    const answer = await death(officer, second, 'B-1', why);
    expect(answer).toMatchObject({ status: 200, body: { ending: { lastDay: last, diedOn: second } } });
    expect(answer.body.corrections).toMatchObject([{ what: 'DEATH', was: '2026-09-10', is: second, ...why }]);
    expect(await days()).toEqual([['P1', '2026-09-07', last]]);
    expect(await postSince(world, before)).toEqual(['p1@utforare.example Sista dagen i ett ärende har ändrats']);
    expect(await world.journal('A-1')).toContain('death-corrected L-48 O1');
  });

  it('told again of the same day nothing is new', async () => {
    const { headers } = await death();
    const rows = await world.journal('A-1');
    before = (await world.letters()).length;
    const again = await death(officer);
    expect([again.status, again.headers.etag]).toEqual([200, headers.etag]);
    expect(await world.journal('A-1')).toEqual(rows);
    expect(await postSince(world, before)).toEqual(['o1@kommun.example Ny händelse i ett ärende']);
  });

  it('told as the 10th, was the 13th: corrected after it has closed, and served until the 14th (L-48)', async () => {
    await death();
    await world.passTo('2026-09-15', '08:00');
    expect(await state()).toBe('closed');
    expect((await death(manager, '2026-09-13', 'B-1', why)).status).toBe(200);
    await world.tick();
    const { body: order } = await world.call('getOrder', officer, { path });
    expect(order).toMatchObject({ state: 'closed', to: '2026-09-14' });
    expect(await days()).toEqual([['P1', '2026-09-07', '2026-09-14']]);
    expect(await deadlinesOf(world)).toContain('D15 open 2026-09-29T00:00:00+02:00');
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
      // Not a last day before its first: it only does not hold any more.
      'p2@utforare.example En beställning har tagits tillbaka',
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

  it('not before anybody could have ordered for the customer: a birth year written for another', async () => {
    expect(await death(officer, '1925-03-01')).toMatchObject({ status: 422, body: { code: 'death-long-ago' } });
    expect(await days()).toEqual([['P1', '2026-09-07', null]]);
  });

  it('of a closed order is refused, and says what to do', async () => {
    await death();
    await world.passTo('2026-09-12', '08:00');
    const answer = await death(manager);
    expect(answer).toMatchObject({ status: 409, body: { code: 'order-closed' } });
    expect(answer.text).toContain('skriv ett meddelande');
  });

  it('two notices at once make one ending', async () => {
    const both = await Promise.all([death(), death(officer)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await days()).toEqual([['P1', '2026-09-07', '2026-09-11']]);
    expect(await state()).toBe('ending');
  });
});

describe('a death that was told by mistake is undone', () => {
  const undo = (who: Person = officer, orderId = 'B-1') =>
    world.call('undoDeath', who, { path: { orderId }, body: { reason: 'Gällde en annan kund' } });

  it('with a reason: orders, days, limits and follow-up as before, and letters that say so (L-59)', async () => {
    await world.call('requestEnd', coordinator, { path, body: { wishedOn: '2026-09-30', text: 'Flyttar.' } });
    const asWas = { order: (await world.call('getOrder', officer, { path })).body, limits: await deadlinesOf(world) };
    await death();
    await world.passTo('2026-09-13', '08:00');
    expect(await state()).toBe('closed');
    before = (await world.letters()).length;
    expect((await undo(officer, 'B-1')).status).toBe(200);
    const { body: order } = await world.call('getOrder', officer, { path });
    expect(order).toMatchObject({ state: 'ending', to: null, ending: asWas.order.ending });
    expect(order.closed).toBeUndefined();
    expect(order.corrections).toMatchObject([{ what: 'DEATH_UNDONE', was: '2026-09-10' }]);
    expect(await days()).toEqual([['P1', '2026-09-07', null]]);
    expect((await deadlinesOf(world)).filter((one) => one.includes(' open '))).toEqual(
      asWas.limits.filter((one) => one.includes(' open ')),
    );
    const ofCase = await deadlineStore(world.table).ofCase('A-1');
    expect(ofCase.map(({ entity: { code, doneAt } }) => [code, doneAt])).toEqual([['D17', undefined]]);
    expect(await postSince(world, before)).toEqual(['p1@utforare.example Ett ärende fortsätter']);
    expect(await world.journal('A-1')).toContain('death-undone L-59 O1');
    // And another one is told as the first.
    expect((await death(officer, '2026-09-12')).body.ending.lastDay).toBe('2026-09-13');
  });

  it('an order that had not begun is there again', async () => {
    await world.call('endOrder', officer, { path, body: { lastDay: '2026-09-20' } });
    const next = { ...orderBody, providerId: 'P2', from: '2026-09-21' };
    await world.call('placeOrder', officer, { body: next });
    const asWas = [await days(), await deadlinesOf(world, 'B-2')];
    const owed = async () => (await deadlinesOf(world)).filter((one) => one.startsWith('D15'));
    const owedThen = await owed();
    await death();
    expect((await undo()).status).toBe(200);
    expect([await days(), await deadlinesOf(world, 'B-2')]).toEqual(asWas);
    expect([await state(), await state('B-2')]).toEqual(['ending', 'placed']);
    expect(await owed()).toEqual(owedThen);
  });

  it('by a provider only what it has told itself', async () => {
    await death(officer);
    expect(await undo(coordinator)).toMatchObject({ status: 403, body: { code: 'death-told-by-other' } });
    expect((await undo()).status).toBe(200);
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'no-death' } });
    await death();
    before = (await world.letters()).length;
    expect((await undo(coordinator)).status).toBe(200);
    expect(await postSince(world, before)).toContain('o1@kommun.example En uppgift i ett ärende har rättats');
  });

  it('asked about where a statement that has been sent builds on it, and done by who says yes', async () => {
    await death();
    await world.passTo('2026-10-14', '08:00');
    const of = { month: '2026-09', providerId: 'P1' };
    const signed = { recordId: 'r', sha256: 's', at: world.clock.now(), by: 'H1' };
    const statement = { ...signed, pdfId: 'p', basisId: 'b', minutes: 0, amountOre: 0 };
    const known = await world.table.get({ pk: 'MONTH#2026-09#P1', sk: 'HEAD' });
    const head = { ...of, officers: [], chunks: [], ...Object(known?.data), state: 'stated', statement };
    await world.put({
      kind: 'put',
      over: known?.version ?? 0,
      item: { pk: 'MONTH#2026-09#P1', sk: 'HEAD', data: head },
    });
    const stated = { status: 409, body: { code: 'month-stated', faults: [{ at: 'months.2026-09.P1' }] } };
    expect(await undo()).toMatchObject(stated);
    expect(await death(officer, '2026-09-12', 'B-1', why)).toMatchObject(stated);
    expect(await state()).toBe('closed');
    // Somebody who lives is not kept dead by a paper: what it means for the month is said, and becomes an adjustment.
    const yes = { path, body: { ...why, acceptsStated: true } };
    const undone = await world.call('undoDeath', officer, yes);
    expect(undone).toMatchObject({ status: 200, body: { stated: [{ month: '2026-09', becomes: 'ADJUSTMENT' }] } });
    expect(await state()).toBe('started');
    expect(await world.journal('A-1')).toContain('stated-month-changed L-38 O1');
  });
});

describe('nobody who has died', () => {
  beforeEach(() => death());
  it.each([
    ['gets more help', 'changeServices', { from: '2026-09-10', services: orderBody.services }],
    ['comes home', 'planHomecoming', { at: '2026-09-12T13:00:00+02:00' }],
    ['is resumed', 'resumeOrder', { on: '2026-09-10' }],
    ['begins later', 'deferOrder', { until: '2026-09-12T13:00:00+02:00' }],
    ['has another last day', 'endOrder', { lastDay: '2026-09-20' }],
  ] as const)('%s', async (_what, key, body) => {
    expect(await world.call(key, officer, { path, body })).toMatchObject({
      status: 409,
      body: { code: 'customer-dead' },
    });
    expect((await world.call('getOrder', officer, { path })).body.next).toEqual(['reportDeath', 'undoDeath']);
  });

  it('gets an order or a switch', async () => {
    const order = { ...orderBody, from: '2026-10-01' };
    const wish = { caseNo: 'A-1', toProviderId: 'P2', mode: 'ORAL' };
    for (const [key, body] of [
      ['placeOrder', order],
      ['requestSwitch', wish],
    ] as const)
      expect(await world.call(key, officer, { body })).toMatchObject({ status: 409, body: { code: 'customer-dead' } });
  });
});

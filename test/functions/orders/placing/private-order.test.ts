import { beforeEach, describe, expect, it } from 'vitest';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { threadStore } from '../../../../shared/stores/thread-store.ts';
import {
  administrator,
  aWorld,
  colleague,
  coordinator,
  head,
  manager,
  neighbour,
  officer,
  type World,
} from '../../../support/a-world.ts';
import { pdfText } from '../../../support/pdf-text.ts';

const path = { orderId: 'B-1' };
const customer = {
  ...{ name: 'Elsa Prov', personnummer: '191212121212', address: 'Storgatan 1, Exempelby' },
  ...{ phone: '070-174 06 05', relativePhone: '070-174 06 06' },
};
const order = (over: object = {}) => ({
  ...{ caseNo: 'A-1', providerId: 'P1', healthCareEnrolled: false, customer },
  services: [
    { code: 'OMV', minutesPerMonth: 605 },
    { code: 'INK', minutesPerMonth: 120 },
  ],
  ...{ choice: { mode: 'WRITTEN', formDocumentId: 'D-1' } },
  ...over,
});

/** E15: distributed to the private P1 on Monday at 11:00. */
let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-11-02', clock: '11:00', settings: { pack: 'sn2016-840' } });
  await world.hasCome('D-1');
});
const place = (over: object = {}) => world.call('placeOrder', officer, { body: order(over) });
const contact = (body: object = {}) =>
  world.call('contactProvider', officer, { path, body: { channel: 'EMAIL', delivery: 'POST', ...body } });
const prepare = () => world.call('prepareSheet', officer, { path });
const deliver = (body: object = {}) => world.call('deliverSheet', officer, { path, body: { way: 'POST', ...body } });
const read = async (who = officer) => (await world.call('getOrder', who, { path })).body;
/** What the provider waits for; the officer's own is in `unwatched.test.ts`. */
const states = async () =>
  (await read(coordinator)).deadlines.map(({ code, state }: { code: string; state: string }) => `${code} ${state}`);
const subjects = async () => (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);

describe('distributed (S-22)', () => {
  it('it waits for the contact, which is the officer’s: nobody is written to', async () => {
    const { status, body } = await place();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'placed',
      deadlines: [{ code: 'D43', rule: 'S-23', due: '2026-11-03T12:00:00+01:00' }],
      warnings: [],
      choice: { mode: 'WRITTEN', formId: 'D-1' },
    });
    expect(body.startBy).toBeUndefined();
    await world.tick();
    expect(await world.letters()).toEqual([]);
    expect(await world.journal('A-1')).toEqual([
      'order-placed S-22 O1',
      'choice-registered S-07 O1',
      'health-care-checked S-09 O1',
    ]);
  });

  it('a form that has not come in, or is another’s, is told of, and nothing is ordered (S-05)', async () => {
    const theirs = (await world.call('openUpload', coordinator, { body: {} })).body.documentId;
    for (const formDocumentId of ['D-9', theirs]) {
      const { status, body } = await place({ choice: { mode: 'WRITTEN', formDocumentId } });
      expect([status, body.code]).toEqual([422, 'file-not-found']);
      expect(body.faults).toMatchObject([{ at: 'body.choice.formDocumentId', code: 'file-not-found' }]);
    }
    expect(await world.journal('A-1')).toEqual([]);
  });

  it('a form is kept with its bytes among what belongs to cases (S-05)', async () => {
    await place();
    const kept = await world.deps.documents.find('documents', 'D-1');
    expect(kept?.sha256).toBe((await world.deps.documents.find('incoming', 'D-1'))?.sha256);
  });

  it('home health care is a question to answer, told with everything else that is wrong (S-09)', async () => {
    const answer = await place({ healthCareEnrolled: undefined, providerId: 'P9' });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        faults: [
          { at: 'body.healthCareEnrolled', code: 'health-care-unanswered' },
          { at: 'body.providerId', code: 'unknown-provider' },
        ],
      },
    });
    expect(await world.journal('A-1')).toEqual([]);
  });

  it('the nurses’ shared list is told of the provider when the customer is enrolled (S-10, S-11)', async () => {
    await place({ healthCareEnrolled: true });
    await world.tick();
    expect(await subjects()).toEqual(['n1@kommun.example Vald utförare']);
    const [letter] = await world.letters();
    expect(letter?.text).toContain('Ärende A-1. Utförare: Omsorg Ett AB.');
    expect(letter?.text).not.toContain('Elsa');
    const inbox = await threadStore(world.table).inbox('nurse', { limit: 10 });
    expect(inbox.items).toMatchObject([{ entity: { title: 'N07', caseNo: 'A-1', unread: 1 } }]);
    expect(await world.journal('A-1')).toContain('nurses-notified S-11 O1');
  });
});

describe('the contact (S-23, S-25, S-27)', () => {
  beforeEach(async () => {
    await place();
    await prepare();
    world.sleepTo('2026-11-02', '14:30');
  });

  it('E15: starts the clock, by mail with the case number alone', async () => {
    const { status, body } = await contact();
    expect(status).toBe(200);
    expect(body).toMatchObject({ contact: { channel: 'EMAIL', delivery: 'POST', by: 'O1' }, warnings: [] });
    expect(body.deadlines).toMatchObject([
      { code: 'D05', rule: 'S-31', hard: true, due: '2026-11-04T07:00:00+01:00' },
      {
        code: 'D06',
        rule: 'S-28',
        hard: false,
        due: '2026-11-03T14:30:00+01:00',
        text: 'Bekräfta att uppdraget är mottaget',
      },
      { code: 'D43', state: 'done' },
      { code: 'D44', rule: 'S-26', hard: false, due: '2026-11-10T00:00:00+01:00' },
    ]);
    await world.tick();
    expect(await world.letters()).toMatchObject([
      {
        to: 'p1@utforare.example',
        subject: 'Det finns ett uppdrag att hämta',
        text: expect.stringContaining('Ärende A-1. Bekräfta snarast; insatsen påbörjas senast ons 4 nov 2026 07:00.'),
      },
    ]);
    expect(await world.journal('A-1')).toContain('provider-contacted S-27 O1');
  });

  it('by phone is journalled with time and way, and no letter leaves', async () => {
    await contact({ channel: 'PHONE', delivery: 'PICKUP', at: '2026-11-02T10:30:00+01:00' });
    expect((await read()).startBy).toBe('2026-11-03T09:30:00.000Z');
    await world.tick();
    expect(await world.letters()).toEqual([]);
    const { body } = await world.call('getOrderHistory', officer, { path });
    expect(body.items.at(-1)).toMatchObject({
      event: 'provider-contacted',
      refs: { channel: 'PHONE', delivery: 'PICKUP', at: '2026-11-02T10:30:00+01:00' },
    });
  });

  it.each<[string, object, number, string]>([
    ['ahead of time', { at: '2026-11-02T14:30:01+01:00' }, 422, 'bad-request'],
    ['by no way that there is', { channel: 'FAX' }, 422, 'bad-request'],
    ['without saying how the paper goes', { delivery: undefined }, 422, 'bad-request'],
  ])('not %s', async (_what, body, status, code) => {
    expect(await contact(body)).toMatchObject({ status, body: { code } });
    expect(await states()).toEqual([]);
  });

  it('once', async () => {
    await contact();
    expect(await contact()).toMatchObject({ status: 409, body: { code: 'already-contacted' } });
    expect((await world.journal('A-1')).filter((row) => row.startsWith('provider-contacted'))).toHaveLength(1);
  });
});

describe('a contact that comes late, or early', () => {
  it('before the paper is allowed with a remark (S-22)', async () => {
    await place();
    expect((await contact()).body.warnings).toEqual([
      { rule: 'S-22', text: 'Uppdraget är fördelat innan pappret är framtaget.' },
    ]);
  });

  it('after the provider has confirmed and gone there finds it done', async () => {
    await place();
    await world.call('confirmOrder', coordinator, { path, body: {} });
    world.sleepTo('2026-11-02', '13:00');
    await world.call('startOrder', coordinator, { path, body: {} });
    await contact({ channel: 'PHONE', at: '2026-11-02T11:05:00+01:00' });
    expect(await states()).toEqual(['D05 done', 'D06 done']);
  });

  it('after the provider has only confirmed waits for the visit', async () => {
    await place();
    await world.call('confirmOrder', coordinator, { path, body: {} });
    await contact();
    expect(await states()).toEqual(['D05 open', 'D06 done']);
  });
});

describe('the paper (S-20, S-21)', () => {
  it('names the customer, the relative’s phone, the time and the case, and is kept nowhere', async () => {
    await place();
    const { status, body } = await prepare();
    expect(status).toBe(200);
    expect(body).toMatchObject({ fileName: 'uppdrag-A-1.pdf', order: { sheet: { by: 'O1' } } });
    const text = pdfText(Buffer.from(body.pdf, 'base64'));
    for (const word of ['A-1', 'Elsa Prov', '191212121212', 'Storgatan 1, Exempelby', '070-174 06 05', '070-174 06 06'])
      expect(text).toContain(word);
    expect(text).toContain('12 tim 5 min');
    for (const word of ['Person O1', 'Omsorg Ett AB', 'Omvårdnad (OMV)', 'Inköp (INK)', 'mån 2 nov 2026'])
      expect(text).toContain(word);
    expect(text).not.toMatch(/^O1$/m);
    expect(await world.journal('A-1')).toContain('sheet-prepared S-21 O1');
    const log = await world.call('listAccess', head, { path: { caseNo: 'A-1' } });
    expect(log.body.items).toMatchObject([
      { by: { userId: 'O1' }, entry: 'prepareSheet', reason: 'uppdrag på papper' },
    ]);
  });

  it('the answer is never kept, whatever key came with it', async () => {
    await place();
    const headers = { 'idempotency-key': 'k' };
    await world.call('prepareSheet', officer, { path, headers });
    const again = await world.call('prepareSheet', officer, { path, headers });
    expect(again.headers['idempotent-replay']).toBeUndefined();
    expect((await world.journal('A-1')).filter((row) => row.startsWith('sheet-prepared'))).toHaveLength(2);
  });

  it('is not made before everything on it is known, which is all told at once', async () => {
    await place({ customer: { name: 'Elsa Prov' } });
    expect(await prepare()).toMatchObject({
      status: 422,
      body: {
        code: 'sheet-incomplete',
        faults: ['personnummer', 'address', 'phone', 'relativePhone'].map((field) => ({
          at: `customer.${field}`,
          code: 'missing-field',
        })),
      },
    });
    expect((await read()).sheet).toBeUndefined();
  });

  it('is made of a customer with protected identity too: told by phone, never by mail, and by the way then agreed', async () => {
    await place({ customer: { ...customer, protected: true } });
    expect(await contact()).toMatchObject({ status: 409, body: { code: 'protected-by-phone' } });
    expect(await world.journal('A-1')).not.toContain('provider-contacted S-27 O1');
    expect((await read()).startBy).toBeUndefined();
    expect(await prepare()).toMatchObject({ status: 200 });
    expect((await world.call('listAccess', head, { path: { caseNo: 'A-1' } })).body.items).toHaveLength(1);
    expect(await contact({ channel: 'PHONE', delivery: 'PICKUP' })).toMatchObject({ status: 200 });
    expect((await read()).startBy).toBeDefined();
    expect(await deliver({ way: 'PICKUP' })).toMatchObject({ status: 200, body: { warnings: [] } });
    await world.tick();
    expect(await world.letters()).toEqual([]);
  });

  it('goes out as agreed, or otherwise with a remark (S-26)', async () => {
    await place();
    await prepare();
    expect(await deliver()).toMatchObject({ status: 409, body: { code: 'not-contacted' } });
    await contact({ delivery: 'PICKUP' });
    expect((await read()).next).toContain('deliverSheet');
    const { body } = await deliver({ at: '2026-11-02T10:00:00+01:00' });
    expect(body).toMatchObject({ sheet: { delivered: { way: 'POST' } }, warnings: [{ rule: 'S-26' }] });
    expect(await deliver()).toMatchObject({ status: 409, body: { code: 'already-delivered' } });
    expect(await world.journal('A-1')).toContain('sheet-delivered S-26 O1');
  });

  it('does not go out before there is one, nor ahead of time', async () => {
    await place();
    await contact();
    expect(await deliver()).toMatchObject({ status: 409, body: { code: 'sheet-not-prepared' } });
    await prepare();
    expect((await deliver({ at: '2026-11-02T11:00:01+01:00' })).body.faults).toMatchObject([
      { at: 'body.at', code: 'time-ahead' },
    ]);
    expect((await deliver()).body.warnings).toEqual([]);
  });
});

describe('the provider', () => {
  beforeEach(async () => {
    await place();
    await contact();
  });

  it('confirms by the system; it is filed and journalled (S-28, S-29, S-30)', async () => {
    await world.call('confirmOrder', coordinator, { path, body: {} });
    expect(await states()).toEqual(['D05 open', 'D06 done']);
    expect((await world.journal('A-1')).slice(-2)).toEqual(['order-confirmed S-28 K1', 'confirmation-filed S-30 K1']);
  });

  it('that it can begin in time is no first visit here (S-31)', async () => {
    await world.call('confirmOrder', coordinator, { path, body: { canStartAt: '2026-11-02T12:00:00+01:00' } });
    expect(await states()).toEqual(['D05 open', 'D06 done']);
  });

  it('is reminded and late softly; the officer hears of both limits', async () => {
    await world.passTo('2026-11-04', '08:00');
    expect(await states()).toEqual(['D05 overdue', 'D06 overdue']);
    expect(await subjects()).toContain('o1@kommun.example En beställning är inte påbörjad i tid');
  });

  it('tells the first visit and what is not carried out; the mail says how many, the system why (S-36, S-37)', async () => {
    world.sleepTo('2026-11-03', '09:00');
    const notExecuted = [{ code: 'INK', reason: 'kunden handlar själv den här veckan' }];
    const { body } = await world.call('startOrder', coordinator, {
      path,
      body: { startedOn: '2026-11-02', notExecuted },
    });
    expect(body).toMatchObject({ state: 'confirmed', firstVisit: { on: '2026-11-02', late: false }, notExecuted });
    expect(body.started).toBeUndefined();
    expect(await states()).toEqual(['D05 done', 'D06 done']);
    await world.tick();
    expect((await world.letters()).at(-1)).toMatchObject({
      to: 'o1@kommun.example',
      subject: 'Datum för första insats',
      text: expect.stringContaining('Insatser som inte verkställs: 1. Orsaken står i systemet.'),
    });
    expect((await world.letters()).at(-1)?.text).not.toContain('handlar');
    expect((await world.journal('A-1')).slice(-2)).toEqual([
      'first-visit-reported S-36 K1',
      'not-executed-reported S-37 K1',
    ]);
  });

  it('in time though it is told after the clock has marked it: nothing is late (A04)', async () => {
    await world.passTo('2026-11-05', '09:00');
    const { body } = await world.call('startOrder', coordinator, { path, body: { startedOn: '2026-11-02' } });
    expect(body.firstVisit).toMatchObject({ late: false });
    expect(await states()).toEqual(['D05 done', 'D06 overdue']);
  });

  it('and only then the officer executes it, from that day; the provider hears of it (S-38, S-39, S-40)', async () => {
    const execute = (executedFrom: string) => world.call('executeOrder', officer, { path, body: { executedFrom } });
    expect(await execute('2026-11-02')).toMatchObject({ status: 409, body: { code: 'first-visit-not-told' } });
    await world.call('startOrder', coordinator, { path, body: {} });
    expect((await read()).next).toContain('executeOrder');
    expect(await execute('2026-11-03')).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.executedFrom', code: 'not-first-visit-day' }] },
    });
    expect((await execute('2026-11-02')).body).toMatchObject({
      state: 'started',
      started: { on: '2026-11-02', by: 'O1' },
    });
    expect(await execute('2026-11-02')).toMatchObject({ status: 409, body: { code: 'order-already-started' } });
    await world.tick();
    expect((await subjects()).at(-1)).toBe('p1@utforare.example Verkställighetsdatum');
    expect(await world.journal('A-1')).toEqual(
      expect.arrayContaining(['order-executed S-38 O1', 'message-filed S-39 O1']),
    );
    expect(await world.call('startOrder', manager, { path, body: {} })).toMatchObject({
      body: { code: 'order-already-started' },
    });
  });

  it('E52: a later start agreed with the customer moves the limit (S-15, S-33)', async () => {
    const until = '2026-11-09T08:00:00+01:00';
    await world.call('deferOrder', coordinator, { path, body: { until } });
    const { deadlines, deferral } = await read();
    expect(deferral).toMatchObject({ wish: 'customer', late: false });
    expect(deadlines).toMatchObject([
      { code: 'D05', due: until, state: 'open' },
      { code: 'D06' },
      { code: 'D43' },
      { code: 'D44' },
    ]);
    await world.tick();
    expect((await subjects()).at(-1)).toBe('o1@kommun.example En beställning har fått ett senare startdatum');
  });
});

describe('a later start before the contact', () => {
  it('is a limit of its own, and stands when the clock begins', async () => {
    await place();
    const until = '2026-11-09T08:00:00+01:00';
    expect((await world.call('deferOrder', officer, { path, body: { until } })).status).toBe(200);
    expect(await states()).toEqual(['D08 open']);
    await contact();
    expect((await read()).deadlines).toMatchObject([
      { code: 'D05', due: until, why: [{}, {}, { rule: 'S-14' }] },
      { code: 'D06' },
      { code: 'D08', due: until },
      { code: 'D43', state: 'done' },
      { code: 'D44' },
    ]);
  });
});

describe('what the routine does not have, and who may not', () => {
  it('Leksand has neither contact nor paper nor an officer who executes', async () => {
    world = await aWorld({ date: '2026-11-02', clock: '11:00' });
    await world.hasCome('D-1');
    await place();
    for (const [key, body] of [
      ['contactProvider', { channel: 'PHONE', delivery: 'POST' }],
      ['prepareSheet', undefined],
      ['deliverSheet', { way: 'POST' }],
      ['executeOrder', { executedFrom: '2026-11-02' }],
    ] as const)
      expect(await world.call(key, officer, { path, body })).toMatchObject({
        status: 409,
        body: { code: 'not-in-routine' },
      });
  });

  it.each([
    ['contactProvider', colleague, { channel: 'PHONE', delivery: 'POST' }],
    ['prepareSheet', colleague, undefined],
    ['deliverSheet', colleague, { way: 'POST' }],
    ['executeOrder', colleague, { executedFrom: '2026-11-02' }],
    ['reportNotExecuted', neighbour, { services: [] }],
    ['rejectOrder', neighbour, { reason: 'CAPACITY' }],
    ['getOrderHistory', neighbour, undefined],
    ['getOrderHistory', colleague, undefined],
  ] as const)('%s: another’s order answers, byte for byte, as one that is not there', async (key, who, body) => {
    await place();
    const theirs = await world.call(key, who, { path, body });
    const missing = await world.call(key, who, { path: { orderId: 'B-404' }, body });
    expect(theirs).toEqual(missing);
    expect(missing).toMatchObject({ status: 404, body: { code: 'order-not-found' } });
  });

  it('a provider without an address is phoned', async () => {
    const stored = await providerStore(world.table).find('P1');
    if (stored) await world.put(providerStore(world.table).save({ ...stored.entity, email: '' }, stored));
    await place();
    expect(await contact()).toMatchObject({ status: 409, body: { code: 'provider-without-email' } });
    expect((await contact({ channel: 'PHONE' })).status).toBe(200);
  });
});

describe('what each sees of it', () => {
  it('what may be done next, in the order of the routine', async () => {
    await place();
    expect((await read()).next.slice(0, 3)).toEqual(['prepareSheet', 'contactProvider', 'deferOrder']);
    expect((await read(coordinator)).next.slice(0, 3)).toEqual(['confirmOrder', 'startOrder', 'deferOrder']);
    expect((await read(head)).next).toEqual([]);
    await contact();
    expect((await read()).next).not.toContain('contactProvider');
  });

  it('how the customer chose is between the customer and the municipality', async () => {
    await place();
    expect((await read()).choice).toMatchObject({ how: 'CHOSEN' });
    expect(await read(coordinator)).not.toHaveProperty('choice');
    const list = await world.call('listOrders', coordinator, { query: { state: 'placed' } });
    expect(list.body.items[0]).not.toHaveProperty('choice');
    const events = async (who = officer) =>
      (await world.call('getOrderHistory', who, { path })).body.items.map(({ event }: { event: string }) => event);
    expect(await events()).toEqual(['order-placed', 'choice-registered', 'health-care-checked']);
    expect(await events(coordinator)).toEqual(['order-placed']);
  });

  it('the history of one order is not the case’s', async () => {
    await place({ to: '2026-11-20' });
    await place({ from: '2026-11-21' });
    expect((await world.call('getOrderHistory', officer, { path })).body.items).toHaveLength(3);
    expect(await world.journal('A-1')).toHaveLength(6);
    expect((await world.call('getOrderHistory', administrator, { path })).status).toBe(403);
  });
});

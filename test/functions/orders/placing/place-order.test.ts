import { beforeEach, describe, expect, it } from 'vitest';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import {
  administrator,
  aWorld,
  colleague,
  coordinator,
  head,
  officer,
  providers,
  type World,
} from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-16', clock: '15:20' });
});

const order = (over: object = {}) => ({
  body: { caseNo: 'A-1', providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 600 }], ...over },
});
const place = (over: object = {}, more: object = {}) => world.call('placeOrder', officer, { ...order(over), ...more });

describe('an officer orders the decided services', () => {
  it('E16: and gets the order with what it waits for and why', async () => {
    const { status, headers, body } = await place();
    expect(status).toBe(201);
    expect(headers).toMatchObject({ etag: '"1"', 'cache-control': 'no-store' });
    expect(body).toMatchObject({
      id: 'B-1',
      state: 'placed',
      officerId: 'O1',
      from: '2026-09-16',
      to: null,
      urgent: false,
      version: 1,
      confirmBy: '2026-09-17T13:20:00.000Z',
      startBy: '2026-09-17T13:20:00.000Z',
    });
    expect(body.deadlines).toMatchObject([
      { code: 'D01', rule: 'L-12', due: '2026-09-17T15:20:00+02:00', hard: true, state: 'open' },
      { code: 'D02', rule: 'L-13', due: '2026-09-17T15:20:00+02:00', hard: true, state: 'open' },
    ]);
    for (const deadline of body.deadlines) {
      expect(deadline.why.map(({ rule }: { rule: string }) => rule)).toContain(deadline.rule);
    }
  });

  it('E18: an urgent one should begin before midnight, softly, and must within the dygn', async () => {
    world = await aWorld({ date: '2026-09-16', clock: '22:40' });
    const { body } = await place({ urgent: true });
    expect(body.deadlines).toMatchObject([
      { code: 'D01' },
      { code: 'D02', due: '2026-09-17T22:40:00+02:00', hard: true },
      { code: 'D03', rule: 'L-14', due: '2026-09-17T00:00:00+02:00', hard: false },
    ]);
  });

  it('the provider is told by letter: the case number and the time, and nothing about anyone', async () => {
    await place({ customer: { name: 'Anna Provsson', personnummer: '191212121212', phone: '070-174 06 05' } });
    await world.tick();
    expect(await world.letters()).toMatchObject([
      {
        to: 'p1@utforare.example',
        subject: 'Ny beställning att bekräfta',
        text: [
          'Exempelkommun har skickat en ny beställning till Omsorg Ett AB.',
          'Ärende A-1. Bekräfta snarast; insatsen ska kunna påbörjas senast tors 17 sep 2026 15:20.',
          'Öppna beställningen: https://utfort.example/#/bestallningar/B-1',
          'Skriv aldrig namn eller personuppgifter i mejl. Svara i systemet eller på mejlet.',
          '',
          'Svara på mejlet: skriv ett av orden överst, eller sätt ett kryss (x) på raden.',
          'Kod är insatsens kod, så som den står i beställningen i systemet.',
          '[ ] JA – vi bekräftar',
          '[ ] START åååå-mm-dd – dagen för första besöket',
          '[ ] EJ UTFÖRT kod orsak – det här utförs inte, och varför (skriv inga namn)',
          '',
        ].join('\n'),
      },
    ]);
  });

  it('a provider without an address gets no letter, and the order all the same', async () => {
    const known = await providerStore(world.table).find('P1');
    await world.put(providerStore(world.table).save({ ...providers.P1, email: '' }, known));
    expect((await place()).status).toBe(201);
    await world.tick();
    expect(await world.letters()).toEqual([]);
  });

  it('one row stands in the journal', async () => {
    await place();
    expect(await world.journal('A-1')).toEqual(['order-placed L-10 O1']);
  });

  it('an order to another provider follows one that has ended', async () => {
    expect((await place({ to: '2026-09-20' })).status).toBe(201);
    expect((await place({ providerId: 'P2', from: '2026-09-21' })).status).toBe(201);
  });
});

it('an order may bring its customer, who is then known', async () => {
  const customer = { name: 'Elsa Provsson', personnummer: '191212121212' };
  expect((await place({ caseNo: 'A-7', customer, to: '2026-09-20' })).status).toBe(201);
  expect((await place({ caseNo: 'A-7', from: '2026-09-21' })).status).toBe(201);
  const asked = { body: { caseNo: 'A-7', reason: 'ringa om besöket' } };
  expect((await world.call('readIdentity', coordinator, asked)).body.customer).toEqual(customer);
});

describe('an order is refused', () => {
  it.each<[string, object, number, string, object[]?]>([
    ['to nobody', { providerId: 'P9' }, 422, 'bad-request', [{ at: 'body.providerId', code: 'unknown-provider' }]],
    ['of nothing', { services: [] }, 422, 'bad-request', [{ at: 'body.services', code: 'too-little' }]],
    [
      'chosen neither in writing nor orally (S-01)',
      { choice: { mode: 'SIGNED' } },
      422,
      'bad-request',
      [{ at: 'body.choice.mode', code: 'bad-value' }],
    ],
    [
      'of half a minute',
      { services: [{ code: 'OMV', minutesPerMonth: 0.5 }] },
      422,
      'bad-request',
      [{ at: 'body.services.0.minutesPerMonth', code: 'bad-value' }],
    ],
    [
      'that ends before it begins',
      { from: '2026-10-02', to: '2026-10-01' },
      422,
      'bad-request',
      [{ at: 'body.to', code: 'to-before-from' }],
    ],
    [
      'whose case number is a person’s',
      { caseNo: '19121212-1212' },
      422,
      'bad-request',
      [{ at: 'body.caseNo', code: 'bad-value' }],
    ],
    ['with a field that nobody knows', { note: 'x' }, 422, 'bad-request', [{ at: 'body.note', code: 'unknown-field' }]],
    [
      'with every fault at once',
      { caseNo: undefined, services: 'x', urgent: 'ja' },
      422,
      'bad-request',
      [
        { at: 'body.caseNo', code: 'missing-field' },
        { at: 'body.services', code: 'bad-value' },
        { at: 'body.urgent', code: 'bad-value' },
      ],
    ],
  ])('%s', async (_what, over, status, code, faults) => {
    const answer = await place(over);
    expect(answer).toMatchObject({ status, body: { status, code, faults } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(await world.journal('A-1')).toEqual([]);
  });

  it('in a case that another officer has', async () => {
    await world.register({ caseNo: 'A-1', officerId: 'O2' });
    expect(await place()).toMatchObject({
      status: 403,
      body: { code: 'not-your-case', faults: [{ at: 'body.caseNo', code: 'not-your-case' }] },
    });
  });

  it('in a case that nobody knows, at its number: nothing is kept, sent or waited for', async () => {
    const before = await world.table.query({ pk: 'CASE#A-8888' });
    const refused = await place({ caseNo: 'A-8888', providerId: 'P9', urgent: false });
    expect(refused).toMatchObject({ status: 422, body: { code: 'bad-request' } });
    expect(refused.body.faults).toMatchObject([
      { at: 'body.caseNo', code: 'unknown-case', message: expect.stringMatching(/Kontrollera numret.*uppgifter/) },
      { at: 'body.providerId', code: 'unknown-provider' },
    ]);
    expect((await place({ caseNo: 'A-8888' })).body.faults).toMatchObject([{ at: 'body.caseNo' }]);
    expect(await world.table.query({ pk: 'CASE#A-8888' })).toEqual(before);
    expect(await world.journal('A-8888')).toEqual([]);
    expect((await world.call('listOrders', officer)).body.items).toEqual([]);
    expect((await world.call('listTasks', officer)).body.items).toEqual([]);
    await world.tick();
    expect(await world.letters()).toEqual([]);
  });

  it('in a case that nobody knows, and then no turn is taken', async () => {
    const both = ['P1', 'P2'].map((providerId, index) => ({ providerId, number: index + 1 }));
    expect((await world.call('arrangeTurns', officer, { body: { providers: both } })).status).toBe(200);
    const turn = async () => (await world.call('listTurns', officer)).body.next;
    const before = await turn();
    const refused = await place({ caseNo: 'A-8888', providerId: undefined, abstains: true });
    expect(refused).toMatchObject({ status: 422, body: { faults: [{ at: 'body.caseNo', code: 'unknown-case' }] } });
    expect(await turn()).toEqual(before);
  });

  it('for days that already have one', async () => {
    await place({ to: '2026-09-20' });
    const again = await place({ providerId: 'P2', from: '2026-09-20' });
    expect(again).toMatchObject({ status: 409, body: { code: 'case-has-order' } });
  });

  it('before the municipality has been read in, and where the routine has no orders', async () => {
    const botkyrka = await aWorld({ settings: { pack: 'botkyrka' } });
    expect(await botkyrka.call('placeOrder', officer, order())).toMatchObject({
      status: 409,
      body: { code: 'not-in-routine' },
    });
    const early = await aWorld({ date: '2014-07-23' });
    expect(await early.call('placeOrder', officer, order())).toMatchObject({
      status: 409,
      body: { code: 'no-routine-in-force' },
    });
  });

  it('what stood in the request is never repeated', async () => {
    const { text } = await place({ caseNo: '19121212-1212', services: [{ code: 'Provsson!', minutesPerMonth: 1 }] });
    expect(text).not.toMatch(/1212-1212|Provsson/);
  });
});

describe('the same request again', () => {
  const key = { headers: { 'idempotency-key': 'k-1' } };

  it('gets the first answer, and nothing is done twice', async () => {
    const first = await place({}, key);
    const again = await place({}, key);
    expect(again.text).toBe(first.text);
    expect(again).toMatchObject({ status: 201, headers: { etag: '"1"', 'idempotent-replay': 'true' } });
    expect(await world.journal('A-1')).toHaveLength(1);
    await world.tick();
    expect(await world.letters()).toHaveLength(1);
  });

  it('at the very same time is also done once', async () => {
    const both = await Promise.all([place({}, key), place({}, key)]);
    expect(new Set(both.map(({ text }) => text)).size).toBe(1);
    expect(await world.journal('A-1')).toHaveLength(1);
  });

  it('with another body is refused', async () => {
    await place({}, key);
    expect(await place({ urgent: true }, key)).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('by somebody else is another request', async () => {
    await place({}, key);
    await world.takeIn('A-2', colleague);
    const theirs = await world.call('placeOrder', colleague, { ...order({ caseNo: 'A-2' }), ...key });
    expect(theirs).toMatchObject({ status: 201, body: { caseNo: 'A-2' } });
  });

  it('after a week is a new one', async () => {
    await place({}, key);
    world.sleepTo('2026-09-23', '15:20');
    expect(await place({}, key)).toMatchObject({ status: 409, body: { code: 'case-has-order' } });
  });

  it('a refusal is not kept: what has been mended may be sent under the same key', async () => {
    expect((await place({ providerId: 'P9' }, key)).status).toBe(422);
    expect((await place({}, key)).status).toBe(201);
  });

  it.each(['', 'a b', 'å', 'x'.repeat(201)])('an unreadable key “%s” is a mistake', async (wrong) => {
    const answer = await place({}, { headers: { 'idempotency-key': wrong } });
    expect(answer).toMatchObject({ status: 422, body: { faults: [{ at: 'headers.idempotency-key' }] } });
  });
});

it('two officers who order in one new case at once: one of them does', async () => {
  const isNew = { caseNo: 'A-7', customer: { name: 'Elsa Provsson' } };
  const both = await Promise.all([place(isNew), world.call('placeOrder', colleague, order(isNew))]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 403]);
  expect(await world.journal('A-7')).toHaveLength(1);
});

it('two orders at once for the same days of one case: one of them is placed', async () => {
  await world.register({ caseNo: 'A-1', to: '2026-08-31' });
  const both = await Promise.all([place(), place({ providerId: 'P2' })]);
  expect(both.map(({ status, body }) => `${status} ${body.code ?? ''}`).sort()).toEqual(['201 ', '409 case-has-order']);
});

it('problems are told in English when it is asked for', async () => {
  const answer = await place({ providerId: 'P9' }, { headers: { 'accept-language': 'en' } });
  expect(answer.body).toMatchObject({ faults: [{ message: 'There is no such provider.' }] });
});

it('what is not JSON is said to be so', async () => {
  expect(await place({}, { body: '{"caseNo":' })).toMatchObject({ status: 422, body: { code: 'not-json' } });
});

it('nobody but an officer orders', async () => {
  for (const person of [head, administrator, coordinator])
    expect(await world.call('placeOrder', person, order())).toMatchObject({
      status: 403,
      body: { code: 'role-not-allowed' },
    });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { formHeader, reportHeader } from '../support/a-month.ts';
import { aClient, type Client } from './support/a-client.ts';
import { aFolder, type Started, start } from './support/a-start.ts';

const caseNo = 'A-4720';
const customer = {
  name: 'Vendela Provberg',
  personnummer: '191212121212',
  address: 'Testgränden 7',
  phone: '070-174 06 05',
};

const Placed = z.looseObject({
  id: z.string(),
  providerId: z.string(),
  state: z.string(),
  choice: z.looseObject({ how: z.string(), pick: z.int() }),
});
const Order = z.looseObject({
  id: z.string(),
  state: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  deadlines: z.array(
    z.looseObject({ code: z.string(), due: z.string(), state: z.string(), why: z.array(z.looseObject({})) }),
  ),
});
const Orders = z.looseObject({ items: z.array(z.looseObject({ id: z.string(), caseNo: z.string() })) });
const Change = z.looseObject({ id: z.string(), window: z.looseObject({ earliest: z.string(), latest: z.string() }) });
const Tasks = z.looseObject({
  items: z.array(
    z.looseObject({
      code: z.string(),
      state: z.string(),
      subject: z.record(z.string(), z.string()),
      why: z.array(z.object({ rule: z.string(), text: z.string() })),
    }),
  ),
});
const Mail = z.array(z.looseObject({ to: z.string(), subject: z.string(), text: z.string() }));
const Checked = z.looseObject({
  cases: z.array(
    z.looseObject({
      caseNo: z.string(),
      granted: z.int(),
      charged: z.int(),
      unpaid: z.record(z.string(), z.int()),
    }),
  ),
});

/** The whole life of an order in one case, with nothing but HTTP and the machine's clock (file 002, items 2, 3 and 14). */
describe('a customer who abstains, and later changes provider', () => {
  let machine: Started;
  let client: Client;
  let remove: () => Promise<void>;
  const known = { orderId: '', first: '', second: '', switchId: '', nextId: '' };
  const managerOf = (providerId: string) => providerId.replace('P', 'M');

  beforeAll(async () => {
    const { folder, remove: gone } = await aFolder();
    remove = gone;
    machine = await start(folder);
    client = aClient(() => machine.base);
    await client.http('PUT', '/_local/clock', { now: '2026-11-02T08:00:00+01:00' });
  }, 60_000);
  afterAll(async () => {
    await machine?.stop();
    await remove?.();
  });

  const clock = (now: string) => client.http('PUT', '/_local/clock', { now });
  const mail = async () => Mail.parse((await client.http('GET', '/_local/mail')).body);
  const order = async (user: string, id: string) => Order.parse((await client.as(user, 'GET', `/orders/${id}`)).body);
  const deadline = async (user: string, id: string, code: string) =>
    (await order(user, id)).deadlines.find((one) => one.code === code);

  it('gets the provider whose turn it is, and the pick is dated (L-05, L-08, L-09)', async () => {
    const before = z
      .looseObject({ next: z.looseObject({ providerId: z.string() }).optional() })
      .parse((await client.as('O1', 'GET', '/choices/turns')).body);
    const body = { caseNo, abstains: true, services: [{ code: 'OMV', minutesPerMonth: 1200 }], customer };
    const answer = await client.as('O1', 'POST', '/orders', body);
    expect(answer.status).toBe(201);
    const placed = Placed.parse(answer.body);
    expect(placed).toMatchObject({ state: 'placed', choice: { how: 'ABSTAINED' } });
    expect(placed.providerId).toBe(before.next?.providerId ?? placed.providerId);
    Object.assign(known, { orderId: placed.id, first: placed.providerId });
    const turns = (await client.as('O1', 'GET', '/choices/turns')).body;
    expect(JSON.stringify(turns)).toContain('2026-11-02');
    expect(JSON.stringify(turns)).toContain(placed.id);
  });

  it('is told to that provider by a letter without a name (L-10, S-24)', async () => {
    const [letter] = await mail();
    expect(letter).toMatchObject({ subject: 'Ny beställning att bekräfta' });
    expect(letter?.text).toContain(caseNo);
    expect(letter?.text).not.toMatch(/Vendela|Provberg|1212|Testgränden|070/);
  });

  it('is confirmed within a dygn, and once (L-12)', async () => {
    const manager = managerOf(known.first);
    const path = `/orders/${known.orderId}/confirmation`;
    expect(await client.as(manager, 'POST', path, {})).toMatchObject({ status: 200, body: { state: 'confirmed' } });
    expect(await client.as(manager, 'POST', path, {})).toMatchObject({ status: 409 });
    const other = known.first === 'P1' ? 'M2' : 'M1';
    expect((await client.as(other, 'POST', path, {})).status).toBe(404);
  });

  it('begins later, as agreed with the customer before the limit had passed (L-13, S-15, A56)', async () => {
    const until = '2026-11-05T08:00:00+01:00';
    const deferred = await client.as(managerOf(known.first), 'POST', `/orders/${known.orderId}/deferral`, { until });
    expect(deferred).toMatchObject({ status: 200, body: { deferral: { late: false } } });
    expect(await deadline('O1', known.orderId, 'D02')).toMatchObject({ due: until, state: 'open' });
    await clock('2026-11-05T07:30:00+01:00');
    const begun = await client.as(managerOf(known.first), 'POST', `/orders/${known.orderId}/start`, {});
    expect(begun).toMatchObject({ status: 200, body: { state: 'started', started: { late: false } } });
  });

  it('wants another provider: both are told in one action, and the window follows (L-60 to L-63)', async () => {
    await clock('2026-11-10T09:00:00+01:00');
    known.second = known.first === 'P3' ? 'P1' : 'P3';
    const wish = { caseNo, toProviderId: known.second, mode: 'ORAL' };
    const asked = await client.as('O1', 'POST', '/switches', wish);
    expect(asked.status).toBe(201);
    known.switchId = z.looseObject({ id: z.string() }).parse(asked.body).id;
    expect((await client.as('O1', 'POST', '/switches', wish)).status).toBe(409);
    const told = await client.as('O1', 'POST', `/switches/${known.switchId}/messages`, {});
    expect(Change.parse(told.body).window).toMatchObject({ earliest: '2026-11-10', latest: '2026-11-24' });
    const subjects = (await mail()).slice(0, 2).map(({ subject }) => subject);
    expect(subjects).toEqual(['Byte av utförare', 'Byte av utförare']);
  });

  it('changes on a day inside it, and nobody’s day but one provider’s (L-63)', async () => {
    const outside = await client.as('O1', 'POST', `/switches/${known.switchId}/date`, { on: '2026-11-30' });
    expect(outside.status).toBe(422);
    const dated = await client.as(managerOf(known.second), 'POST', `/switches/${known.switchId}/date`, {
      on: '2026-11-20',
    });
    expect(dated.status).toBe(200);
    const theirs = Orders.parse((await client.as(managerOf(known.second), 'GET', '/orders')).body);
    known.nextId = theirs.items.find((one) => one.caseNo === caseNo)?.id ?? '';
    expect(await order('O1', known.nextId)).toMatchObject({ from: '2026-11-20', to: null });
    expect(await order('O1', known.orderId)).toMatchObject({ state: 'ending', ending: { lastDay: '2026-11-19' } });
  });

  it('goes on with the new provider, and the old order is closed (L-63, L-72)', async () => {
    const manager = managerOf(known.second);
    await client.as(manager, 'POST', `/orders/${known.nextId}/confirmation`, {});
    await clock('2026-11-20T10:00:00+01:00');
    expect((await client.as(manager, 'POST', `/orders/${known.nextId}/start`, {})).status).toBe(200);
    expect(await order('O1', known.orderId)).toMatchObject({ state: 'closed' });
  });

  it('shows what nobody did in time as late, with its reason (L-12)', async () => {
    const late = { caseNo: 'A-4721', providerId: 'P2', services: [{ code: 'OMV', minutesPerMonth: 600 }] };
    const { body } = await client.as('O1', 'POST', '/orders', { ...late, customer });
    const { id } = z.looseObject({ id: z.string() }).parse(body);
    await clock('2026-11-22T10:00:00+01:00');
    const { items } = Tasks.parse((await client.as('M2', 'GET', '/tasks')).body);
    const task = items.find(({ code, subject }) => code === 'D01' && subject.orderId === id);
    expect(task).toMatchObject({ state: 'late', why: [{ rule: 'L-12', text: expect.stringContaining('24 timmar') }] });
  });

  it('is right in both providers’ months: each its own days, and no minute twice (L-38, L-43)', async () => {
    await clock('2026-12-01T08:00:00+01:00');
    const visit = (day: string) => `OMV;2026-11-${day};08:00;09:00;60;60;UTFÖRD`;
    const check = async (providerId: string, days: readonly string[]) => {
      const row = (text: string) => `2026-11;${providerId};${text}`;
      const sum = days.length * 60;
      const report = [
        reportHeader,
        ...days.map((day) => row(`${caseNo};${visit(day)}`)),
        row(`${caseNo};SUMMA;;;;${sum};${sum}`),
        row(`TOTALT;SUMMA;;;;${sum};${sum}`),
      ].join('\n');
      const file = (text: string) => ({ base64: Buffer.from(text).toString('base64') });
      const body = { report: file(report), deviations: file(formHeader) };
      const { cases } = Checked.parse(
        (await client.as(managerOf(providerId), 'POST', '/months/2026-11/check', body)).body,
      );
      return cases.find((one) => one.caseNo === caseNo);
    };
    // 1200 minutes a month: the 2nd to the 19th are 18 of 30 days, the 20th to the 30th are 11.
    expect(await check(known.first, ['06', '19', '20'])).toMatchObject({
      granted: 720,
      charged: 120,
      unpaid: { NOT_IN_FORCE: 60 },
    });
    expect(await check(known.second, ['19', '20', '30'])).toMatchObject({
      granted: 440,
      charged: 120,
      unpaid: { NOT_IN_FORCE: 60 },
    });
  });

  it('has left its whole story in the journal, for its own officer', async () => {
    const rows = z.looseObject({ items: z.array(z.looseObject({ event: z.string() })) });
    const events = rows
      .parse((await client.as('O1', 'GET', `/cases/${caseNo}/journal?limit=200`)).body)
      .items.map(({ event }) => event);
    for (const event of ['order-placed', 'order-confirmed', 'order-deferred', 'order-started', 'switch-requested'])
      expect(events).toContain(event);
    expect(machine.stderr()).toBe('');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { aWorld, coordinator, neighbour, nightPatrol, officer, type World } from '../../support/a-world.ts';

const services = [{ code: 'OMV', minutesPerMonth: 600 }];
const customer = {
  ...{ name: 'Elsa Prov', personnummer: '191212121212', address: 'Storgatan 1, Exempelby' },
  ...{ phone: '070-174 06 05', relativePhone: '070-174 06 06' },
};
const choice = { mode: 'WRITTEN', formDocumentId: 'D-1' };
const subjects = async (world: World) => (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);
const atSn = () => aWorld({ date: '2026-11-02', clock: '11:00', settings: { pack: 'sn2016-840' } });

describe('SN/2016:840: the customer’s first choice, a municipal provider', () => {
  let world: World;
  const path = { orderId: 'B-1' };
  beforeAll(async () => {
    world = await atSn();
  });

  it('1–4. receives the choice, files the form, registers and distributes; asks about home health care (S-01, S-05, S-06, S-08, S-09)', async () => {
    await world.hasCome('D-1');
    const body = { caseNo: 'A-1', providerId: 'P2', services, choice, healthCareEnrolled: true };
    const { body: order } = await world.call('placeOrder', officer, { body });
    expect(order).toMatchObject({ warnings: [], deadlines: [{ code: 'D04', due: '2026-11-03T11:00:00+01:00' }] });
    expect(await world.journal('A-1')).toEqual([
      'order-placed S-08 O1',
      'choice-registered S-06 O1',
      'health-care-checked S-09 O1',
      'nurses-notified S-11 O1',
    ]);
  });

  it('4. the nurses’ shared list is told of the provider (S-10)', async () => {
    await world.tick();
    expect(await subjects(world)).toEqual(['n1@kommun.example Vald utförare']);
  });

  it('5. executes within 24 hours of the distribution (S-12)', async () => {
    await world.passTo('2026-11-03', '10:00');
    const { body: order } = await world.call('startOrder', neighbour, { path, body: {} });
    expect(order).toMatchObject({ state: 'started', started: { late: false }, deadlines: [{ state: 'done' }] });
  });

  it('7. tells what is not executed, and why (S-19)', async () => {
    const body = { services: [{ code: 'OMV', reason: 'kunden är bortrest' }] };
    await world.call('reportNotExecuted', neighbour, { path, body });
    const { body: order } = await world.call('getOrder', officer, { path });
    expect(order.notExecuted).toEqual(body.services);
  });

  it('6. an urgent one goes to the provider that the customer has, also from the night patrol (S-16, S-17, S-18)', async () => {
    const body = { caseNo: 'A-1', services, urgent: true, neededBy: '2026-11-03T20:00:00+01:00' };
    const { body: order } = await world.call('placeOrder', nightPatrol, { body });
    expect(order).toMatchObject({ providerId: 'P2', provider: { name: 'Kommunens hemtjänst' } });
    expect((await world.journal('A-1')).at(-1)).toBe('urgent-assigned S-17 T1');
  });
});

describe('SN/2016:840: the customer’s first choice, a private provider', () => {
  let world: World;
  const path = { orderId: 'B-1' };
  const read = async () => (await world.call('getOrder', officer, { path })).body;
  beforeAll(async () => {
    world = await atSn();
  });

  it('1–5. receives, registers and distributes (S-01, S-07, S-22); only the contact is due', async () => {
    await world.hasCome('D-1');
    const body = { caseNo: 'A-1', providerId: 'P1', services, choice, customer, healthCareEnrolled: false };
    expect((await world.call('placeOrder', officer, { body })).body.deadlines).toMatchObject([
      { code: 'D43', rule: 'S-23', state: 'open', due: '2026-11-03T12:00:00+01:00' },
    ]);
    expect(await world.journal('A-1')).toContain('choice-registered S-07 O1');
  });

  it('3. takes the assignment out on paper, with the relative’s phone number (S-20, S-21)', async () => {
    const { body } = await world.call('prepareSheet', officer, { path });
    expect(Buffer.from(body.pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('6. contacts the provider by mail with the case number, and agrees on the post (S-23, S-24, S-25)', async () => {
    await world.passTo('2026-11-02', '14:30');
    await world.call('contactProvider', officer, { path, body: { channel: 'EMAIL', delivery: 'POST' } });
    await world.tick();
    const [letter] = await world.letters();
    expect(letter).toMatchObject({ to: 'p1@utforare.example', text: expect.stringContaining('Ärende A-1.') });
    expect(letter?.text).not.toMatch(/Elsa|Storgatan|070/);
  });

  it('6. sends it as agreed; contact and way stand in the journal (S-26, S-27)', async () => {
    expect((await world.call('deliverSheet', officer, { path, body: { way: 'POST' } })).body.warnings).toEqual([]);
    expect((await world.journal('A-1')).slice(-2)).toEqual(['provider-contacted S-27 O1', 'sheet-delivered S-26 O1']);
  });

  it('7–8. the provider confirms; it is filed and journalled (S-28, S-29, S-30)', async () => {
    await world.call('confirmOrder', coordinator, { path, body: {} });
    expect((await world.journal('A-1')).slice(-2)).toEqual(['order-confirmed S-28 K1', 'confirmation-filed S-30 K1']);
  });

  it('9. has until 24 hours from 07:00 the working day after (S-31, S-32)', async () => {
    expect((await read()).deadlines).toMatchObject([
      { code: 'D05', due: '2026-11-04T07:00:00+01:00' },
      { code: 'D06' },
      { code: 'D43', state: 'done' },
      { code: 'D44', rule: 'S-26', state: 'done' },
    ]);
  });

  it('9. or later, as agreed with the customer (S-15, S-33)', async () => {
    await world.call('deferOrder', coordinator, { path, body: { until: '2026-11-05T08:00:00+01:00' } });
    expect((await read()).deadlines[0]).toMatchObject({ due: '2026-11-05T08:00:00+01:00', state: 'open' });
  });

  it('11. tells the first visit, and that everything is executed (S-36, S-37)', async () => {
    await world.passTo('2026-11-05', '07:30');
    await world.call('startOrder', coordinator, { path, body: { notExecuted: [] } });
    await world.tick();
    const letter = (await world.letters()).at(-1);
    expect(letter).toMatchObject({
      subject: 'Datum för första insats',
      text: expect.stringContaining('Alla insatser verkställs.'),
    });
  });

  it('12. the officer executes from that day and confirms it by mail (S-38, S-39, S-40)', async () => {
    await world.call('executeOrder', officer, { path, body: { executedFrom: '2026-11-05' } });
    expect(await read()).toMatchObject({ state: 'started', started: { on: '2026-11-05', by: 'O1' } });
    await world.tick();
    expect((await subjects(world)).at(-1)).toBe('p1@utforare.example Verkställighetsdatum');
  });

  it('10. an urgent one goes to the same provider (S-34, S-35)', async () => {
    const more = { urgent: true, healthCareEnrolled: false, neededBy: '2026-11-05T12:00:00+01:00' };
    const body = { caseNo: 'A-1', services, phonedAt: '2026-11-05T07:29:00+01:00', ...more };
    const { body: order } = await world.call('placeOrder', officer, { body });
    expect(order).toMatchObject({ providerId: 'P1', choice: { how: 'URGENT_EXISTING' }, warnings: [] });
  });
});

describe('SN/2016:840: a customer who abstains', () => {
  it('1. gets the provider in turn on the acute and non-choice list (S-02, S-03, S-04)', async () => {
    const world = await atSn();
    const providers = ['P1', 'P2'].map((providerId, index) => ({ providerId, number: index + 1 }));
    await world.call('arrangeTurns', officer, { body: { providers, first: 'P2' } });
    await world.hasCome('D-2');
    const body = {
      caseNo: 'A-1',
      services,
      abstains: true,
      choice: { formDocumentId: 'D-2' },
      healthCareEnrolled: false,
    };
    expect((await world.call('placeOrder', officer, { body })).body).toMatchObject({ providerId: 'P2', warnings: [] });
  });
});

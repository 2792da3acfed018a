import { beforeEach, describe, expect, it } from 'vitest';
import { aWorld, coordinator, head, manager, neighbour, officer, type World } from '../../../support/a-world.ts';

const content = {
  aim: 'Klara morgonen hemma',
  timesOfDay: ['EVENING', 'MORNING', 'EVENING'],
  visitsPerWeek: 14,
  decisionRef: 'SN-2026-114',
  legalBasis: '11:5',
};
const kept = { ...content, timesOfDay: ['MORNING', 'EVENING'] };
const services = [{ code: 'OMV', minutesPerMonth: 600 }];

let world: World;
const place = (over: object = {}) =>
  world.call('placeOrder', officer, { body: { caseNo: 'A-1', providerId: 'P1', services, ...over } });
const get = (orderId: string, person = officer) => world.call('getOrder', person, { path: { orderId } });

describe('an order one can work by', () => {
  beforeEach(async () => {
    world = await aWorld({ date: '2026-11-02' });
  });

  it('says what for, when on the day, how often and by which decision, to officer and provider', async () => {
    const { status, body } = await place(content);
    expect(status).toBe(201);
    expect(body).toMatchObject(kept);
    for (const person of [officer, coordinator, head]) expect((await get(body.id, person)).body).toMatchObject(kept);
    expect((await get(body.id, neighbour)).status).toBe(404);
  });

  it('rests on 11:1 where nothing else is said', async () => {
    expect((await place()).body).toMatchObject({ legalBasis: '11:1' });
  });

  it('none of it leaves by mail, nor stands in the journal', async () => {
    await place(content);
    await world.tick();
    const letters = await world.letters();
    expect(letters.length).toBeGreaterThan(0);
    expect(JSON.stringify(letters)).not.toMatch(/morgon|SN-2026|Klara/);
    const { items } = await world.table.query({ pk: 'JOURNAL#CASE#A-1', from: 'AT#', to: 'AT#~' });
    expect(JSON.stringify(items)).not.toMatch(/Klara|MORNING/);
  });

  it.each<[string, object, string, string]>([
    ['a person’s number in the aim', { aim: 'Hjälp 19121212-1212' }, 'body.aim', 'person-id-in-text'],
    ['a person’s number for a decision', { decisionRef: '19121212-1212' }, 'body.decisionRef', 'person-id-in-text'],
    ['too long an aim', { aim: 'å'.repeat(501) }, 'body.aim', 'too-much'],
    ['no visits', { visitsPerWeek: 0 }, 'body.visitsPerWeek', 'too-little'],
    ['201 visits', { visitsPerWeek: 201 }, 'body.visitsPerWeek', 'too-much'],
    ['another time of day', { timesOfDay: ['NOON'] }, 'body.timesOfDay.0', 'bad-value'],
    ['another paragraph', { legalBasis: '11:2' }, 'body.legalBasis', 'bad-value'],
  ])('is refused with %s', async (_what, over, at, code) => {
    const { status, body } = await place(over);
    expect(status).toBe(422);
    expect(body.faults).toMatchObject([{ at, code }]);
  });

  it('goes on by a new decision’s number', async () => {
    const { body } = await place(content);
    const change = {
      from: '2026-11-10',
      services: [{ code: 'OMV', minutesPerMonth: 900 }],
      decisionRef: 'SN-2026-200',
    };
    const changed = await world.call('changeServices', officer, { path: { orderId: body.id }, body: change });
    expect(changed.body).toMatchObject({ ...kept, decisionRef: 'SN-2026-200' });
  });

  it('goes with the customer to the provider that takes over (L-60)', async () => {
    const { body } = await place(content);
    await world.call('startOrder', manager, { path: { orderId: body.id }, body: {} });
    const wish = { caseNo: 'A-1', toProviderId: 'P2', mode: 'ORAL' };
    const { body: one } = await world.call('requestSwitch', officer, { body: wish });
    const path = { switchId: one.id };
    await world.call('tellProviders', officer, { path, body: {} });
    await world.call('setSwitchDate', officer, { path, body: { on: '2026-11-11' } });
    const { orderId } = (await world.call('getSwitch', officer, { path })).body;
    expect((await get(orderId)).body).toMatchObject(kept);
  });
});

describe('where the order goes out on paper (S-20)', () => {
  beforeEach(async () => {
    world = await aWorld({ date: '2026-11-02', settings: { pack: 'sn2016-840' } });
  });
  const customer = { name: 'Elsa Provsson', personnummer: '191212121212' };
  const where = { address: 'Provgatan 1', phone: '08-465 004 01' };
  const rules = async (over: object) => {
    const { status, body } = await place({ healthCareEnrolled: false, ...over });
    expect(status).toBe(201);
    return body.warnings.map(({ rule }: { rule: string }) => rule);
  };

  it('a new customer without address or telephone gives a warning', async () => {
    expect(await rules({ caseNo: 'A-7', customer })).toContain('S-20');
    expect(await rules({ caseNo: 'A-8', customer: { name: 'Elsa Provsson', phone: where.phone } })).toContain('S-20');
  });

  it('one with both gives none, nor a municipal provider’s, nor a known customer', async () => {
    expect(await rules({ caseNo: 'A-7', customer: { ...customer, ...where } })).not.toContain('S-20');
    expect(await rules({ caseNo: 'A-8', providerId: 'P2', customer: { name: 'Bo Provsson' } })).not.toContain('S-20');
    expect(await rules({})).not.toContain('S-20');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import {
  aWorld,
  colleague,
  coordinator,
  head,
  nightPatrol,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';

const services = [{ code: 'OMV', minutesPerMonth: 600 }];
const anna = { name: 'Anna Prov', personnummer: '191212121212' };
let world: World;
const place = (caseNo: string, customer: object | undefined, who: Person = officer) =>
  world.call('placeOrder', who, { body: { caseNo, providerId: 'P1', services, ...(customer ? { customer } : {}) } });
const save = (caseNo: string, customer: object, who: Person = officer) =>
  world.call('saveCustomer', who, { path: { caseNo }, body: { customer } });
const dead = { status: 409, body: { code: 'customer-dead' } };

describe('a number of somebody who has died', () => {
  beforeEach(async () => {
    world = await aWorld({ date: '2026-11-02', clock: '08:00' });
    const { body } = await place('A-1', anna);
    await world.call('startOrder', coordinator, { path: { orderId: body.id }, body: {} });
    await world.call('reportDeath', officer, { path: { orderId: body.id }, body: { date: '2026-11-01' } });
  });

  it('gives no order in a new case, whoever places it (L-49, A73)', async () => {
    expect(await place('A-77', anna, colleague)).toMatchObject(dead);
    expect((await world.call('getOrder', colleague, { path: { orderId: 'B-2' } })).status).toBe(404);
  });

  it('is not written into a case whose help goes on: the death is told in it first', async () => {
    const { body } = await place('A-3', { name: 'Anna Prov' });
    expect(await save('A-3', anna)).toMatchObject(dead);
    await world.call('reportDeath', officer, { path: { orderId: body.id }, body: { date: '2026-11-01' } });
    expect((await save('A-3', anna)).status).toBe(200);
  });

  it('under another name is nobody who has died', async () => {
    expect((await place('A-77', { name: 'Bertil Annan', personnummer: anna.personnummer })).status).toBe(201);
  });
});

describe('a person with protection', () => {
  beforeEach(async () => {
    world = await aWorld({ date: '2026-11-02', clock: '08:00' });
    await place('A-1', { ...anna, protected: true });
  });

  it('is never said to be told of by mail, in a new case either (S-24, A73)', async () => {
    const { body } = await place('A-2', anna);
    expect(body.told).not.toMatchObject({ way: 'MAIL' });
  });

  it('is lifted in every case, and each says who did it', async () => {
    await world.takeIn('B-1', colleague);
    expect((await save('B-1', { ...anna, protected: false }, colleague)).status).toBe(200);
    const { items } = (await world.call('listAccess', head, { path: { caseNo: 'A-1' } })).body;
    expect(items.map(({ by, entry }: { by: { userId: string }; entry: string }) => `${by.userId} ${entry}`)).toContain(
      `${colleague.userId} saveCustomer`,
    );
    expect(await world.journal('A-1')).toContain(`customer-saved - ${colleague.userId}`);
    expect((await world.call('searchPeople', nightPatrol, { body: { name: 'Anna', reason: 'ringer' } })).status).toBe(
      200,
    );
  });
});

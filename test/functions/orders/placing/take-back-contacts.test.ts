import { beforeEach, describe, expect, it } from 'vitest';
import { takeDeliveryEvent } from '../../../../functions/letters/take-delivery-event.ts';
import { takeBackContacts } from '../../../../functions/orders/placing/take-back-contacts.ts';
import { letterStore } from '../../../../shared/stores/letter-store.ts';
import { aWorld, coordinator, officer, type World } from '../../../support/a-world.ts';

const path = { orderId: 'B-1' };

/** Distributed to the private P1 on Monday at 11:00, and contacted by mail at 13:00. */
let world: World;
async function contacted(how: object = {}) {
  world = await aWorld({ date: '2026-11-02', clock: '11:00', settings: { pack: 'sn2016-840' } });
  await world.hasCome('D-1');
  const body = {
    ...{ caseNo: 'A-1', providerId: 'P1', healthCareEnrolled: false },
    ...{ services: [{ code: 'OMV', minutesPerMonth: 600 }], choice: { mode: 'WRITTEN', formDocumentId: 'D-1' } },
  };
  expect((await world.call('placeOrder', officer, { body })).body).toMatchObject({ state: 'placed' });
  await world.passTo('2026-11-02', '13:00');
  await contact(how);
  await world.tick();
}
const contact = async (how: object = {}) => {
  const body = { channel: 'EMAIL', delivery: 'POST', ...how };
  expect((await world.call('contactProvider', officer, { path, body })).status).toBe(200);
};
const latestLetter = async () => (await world.letters()).findLast(({ to }) => to === 'p1@utforare.example')?.id ?? '';
const tell = async (fate: string, letterId?: string) =>
  takeDeliveryEvent.run(world.clock.now(), world.deps, { letterId: letterId ?? (await latestLetter()), fate });
const read = async (who = officer) => (await world.call('getOrder', who, { path })).body;
const states = async () => {
  const all = [...(await read()).deadlines, ...(await read(coordinator)).deadlines];
  return [...new Set(all.map(({ code, state }: { code: string; state: string }) => `${code} ${state}`))].toSorted();
};

beforeEach(() => contacted());

describe('a letter of contact that came back', () => {
  it('is no contact: the clock stops, and the officer is to contact the provider again (S-23)', async () => {
    expect(await states()).toEqual(['D05 open', 'D06 open', 'D43 done', 'D44 open']);
    await tell('bounced');
    await world.passTo('2026-11-02', '13:10');
    const order = await read();
    expect(order).toMatchObject({ state: 'placed', next: expect.arrayContaining(['contactProvider']) });
    expect([order.contact, order.startBy, order.confirmBy]).toEqual([undefined, undefined, undefined]);
    expect(await states()).toEqual(['D05 lapsed', 'D06 lapsed', 'D43 open', 'D44 lapsed']);
    expect(await world.journal('A-1')).toContain('contact-returned S-23 system');
    const { body } = await world.call('listTasks', officer);
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['letter-bounced', 'D43']),
    );
  });

  it('is late at noon on the next vardag as if nobody had been contacted', async () => {
    await tell('bounced');
    await world.passTo('2026-11-03', '12:01');
    expect(await states()).toContain('D43 overdue');
  });

  it('is done once, and the next contact counts from when it is made', async () => {
    const first = await latestLetter();
    await tell('bounced');
    await world.passTo('2026-11-02', '13:10');
    await contact({ channel: 'PHONE' });
    expect(await states()).toEqual(['D05 open', 'D06 open', 'D43 done', 'D44 open']);
    expect((await takeBackContacts.run(world.clock.now(), world.deps)).done).toBe(0);
    expect((await letterStore(world.table).find(first))?.entity).toMatchObject({ state: 'bounced' });
    const limits = (await read(coordinator)).deadlines.map(({ code, due }: { code: string; due: string }) => [
      code,
      due,
    ]);
    expect(limits).toContainEqual(['D06', '2026-11-03T13:10:00+01:00']);
  });

  it('changes nothing of a later contact, though it is the earlier letter that comes back late', async () => {
    const first = await latestLetter();
    await tell('bounced');
    await world.passTo('2026-11-02', '13:10');
    await contact();
    await world.tick();
    const { entity, version } = (await letterStore(world.table).find(first)) ?? { entity: undefined, version: 0 };
    if (!entity) throw new Error('no letter');
    // As if it had not been heeded: the mail service tells of it now.
    await world.put(letterStore(world.table).save({ ...entity, heededAt: undefined }, { entity, version }));
    await world.passTo('2026-11-02', '13:20');
    expect((await read()).contact).toMatchObject({ channel: 'EMAIL' });
    expect((await letterStore(world.table).find(first))?.entity.heededAt).toBeDefined();
  });

  it('leaves what the provider has answered, since it was reached all the same', async () => {
    expect((await world.call('confirmOrder', coordinator, { path, body: {} })).status).toBe(200);
    await tell('bounced');
    await world.passTo('2026-11-02', '13:10');
    expect((await read()).contact).toMatchObject({ channel: 'EMAIL' });
  });

  it.each([['delivered'], ['complained']])('%s: has arrived, and the contact stands', async (fate) => {
    await tell(fate);
    await world.passTo('2026-11-02', '13:10');
    expect((await read()).contact).toMatchObject({ channel: 'EMAIL' });
  });

  it('leaves a contact by phone', async () => {
    await contacted({ channel: 'PHONE' });
    await world.passTo('2026-11-02', '13:10');
    expect((await read()).contact).toMatchObject({ channel: 'PHONE' });
  });
});

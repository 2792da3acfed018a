import { beforeAll, describe, expect, it } from 'vitest';
import { mailStore } from '../../../functions/mail/mail-store.ts';
import { aMail, arrives, replyAddressOf, signingDomain } from '../../support/a-mail.ts';
import { aWorld, coordinator, officer, type World } from '../../support/a-world.ts';

let world: World;
let orderId: string;
let to: string;

beforeAll(async () => {
  world = await aWorld({ date: '2026-11-02', clock: '09:00' });
  world.records.push(signingDomain('utforare.example'));
  await world.takeIn('A-1');
  const body = {
    caseNo: 'A-1',
    providerId: 'P1',
    services: [{ code: 'OMV', minutesPerMonth: 600 }],
    customer: { name: 'Anna Provsson' },
  };
  const placed = await world.call('placeOrder', officer, { body });
  orderId = placed.body.id;
  await world.tick();
  const letter = (await world.letters()).find(({ to }) => to === 'p1@utforare.example');
  to = await replyAddressOf(world, letter?.id ?? '');
});

describe('a provider replies by mail', () => {
  it('unsigned: nothing is done', async () => {
    const id = await arrives(world, await aMail({ from: 'p1@utforare.example', to, text: 'JA', signedBy: false }), {
      to,
    });
    await world.tick();
    const mail = await mailStore(world.table).find(id);
    expect(mail?.entity).toMatchObject({ state: 'quarantined', stopped: 'not-signed' });
    expect((await world.call('getOrder', officer, { path: { orderId } })).body.state).toBe('placed');
  });

  it('signed: the order is confirmed', async () => {
    const id = await arrives(world, await aMail({ from: 'p1@utforare.example', to, text: 'JA\r\nSTART 2026-11-02' }), {
      to,
    });
    await world.tick();
    expect((await mailStore(world.table).find(id))?.entity).toMatchObject({ state: 'acted' });
    const order = (await world.call('getOrder', officer, { path: { orderId } })).body;
    expect(order.state).toBe('started');
    expect(await world.journal('A-1')).toContain('order-confirmed L-12 epost-P1');
    expect((await world.call('getOrder', coordinator, { path: { orderId } })).body.confirmed.implicit).toBe(false);
  });
});

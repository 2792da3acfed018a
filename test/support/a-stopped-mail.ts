import { aMail, arrives, replyAddressOf, signingDomain } from './a-mail.ts';
import { aWorld, officer, type World } from './a-world.ts';

/** A world in which P1 has got an order by mail and its domain signs what it sends. */
export async function anOrderByMail(): Promise<{ world: World; orderId: string; to: string }> {
  const world = await aWorld({ date: '2026-11-02', clock: '09:00' });
  world.records.push(signingDomain('utforare.example'));
  await world.takeIn('A-1');
  const body = {
    ...{ caseNo: 'A-1', providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 600 }] },
    customer: { name: 'Anna Provsson' },
  };
  const placed = await world.call('placeOrder', officer, { body });
  await world.tick();
  const letter = (await world.letters()).find((one) => one.to === 'p1@utforare.example');
  return { world, orderId: placed.body.id, to: await replyAddressOf(world, letter?.id ?? '') };
}

type Sent = Partial<Parameters<typeof aMail>[0]>;

/** A mail comes in, and is taken as far as it goes; nobody has signed it unless said otherwise. */
export async function comes(world: World, to: string, mail: Sent = {}): Promise<string> {
  const written = { from: 'p1@utforare.example', to, text: 'JA', signedBy: false, ...mail } as const;
  const id = await arrives(world, await aMail(written), { to });
  await world.tick();
  return id;
}

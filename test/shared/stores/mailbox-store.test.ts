import { beforeEach, expect, it } from 'vitest';
import { type Mailbox, mailboxStore } from '../../../shared/stores/mailbox-store.ts';
import { aWorld, type World } from '../../support/a-world.ts';

const asked: Mailbox = {
  ...{ id: 'adress-1', providerId: 'P1', address: 'anna@omsorg.example', state: 'asked' },
  askedAt: '2026-11-02T08:00:00.000Z',
};
const provenAt = '2026-11-02T09:00:00.000Z';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
const store = () => mailboxStore(world.table);

async function proves(mailbox: Mailbox): Promise<'committed' | 'stale'> {
  await world.put(store().ask(mailbox));
  const stored = await store().find(mailbox.providerId, mailbox.id);
  if (!stored) throw new Error('not asked for');
  return world.table.commit(store().prove({ ...mailbox, state: 'proven', provenAt }, stored));
}

it('counts an address when it is proven, and not before', async () => {
  await world.put(store().ask(asked));
  expect(await store().proven()).toEqual([]);
  expect((await store().of('P1')).map(({ entity }) => entity.id)).toEqual(['adress-1']);
  const stored = await store().find('P1', 'adress-1');
  if (!stored) throw new Error('not asked for');
  await world.put(...store().prove({ ...asked, state: 'proven', provenAt }, stored));
  expect((await store().proven()).map(({ address }) => address)).toEqual(['anna@omsorg.example']);
  expect(await store().holder(asked)).toBe('P1');
});

it('lets one provider alone prove an address, and one a domain', async () => {
  expect(await proves(asked)).toBe('committed');
  expect(await proves({ ...asked, id: 'adress-2', providerId: 'P2' })).toBe('stale');
  const domain = { ...asked, id: 'adress-3', domain: 'omsorg.example' };
  expect(await proves(domain)).toBe('committed');
  expect(await proves({ ...domain, id: 'adress-4', providerId: 'P2', address: 'bo@omsorg.example' })).toBe('stale');
});

it('gives back what is taken away', async () => {
  await proves(asked);
  const stored = await store().find('P1', 'adress-1');
  if (!stored) throw new Error('not there');
  await world.put(...(await store().takeAway(stored)));
  expect(await store().proven()).toEqual([]);
  expect(await proves({ ...asked, id: 'adress-2', providerId: 'P2' })).toBe('committed');
});

it('keeps a link by its hash alone', async () => {
  const proof = { providerId: 'P1', mailboxId: 'adress-1', expiresAt: provenAt };
  await world.put(store().openProof('hemligt', proof));
  expect(await store().proofBehind('hemligt')).toEqual(proof);
  expect(await store().proofBehind('annat')).toBeUndefined();
});

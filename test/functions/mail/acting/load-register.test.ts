import { expect, it } from 'vitest';
import { loadRegister } from '../../../../functions/mail/acting/load-register.ts';
import { type Mailbox, mailboxStore } from '../../../../shared/stores/mailbox-store.ts';
import { aWorld } from '../../../support/a-world.ts';

it('holds what the municipality has written in and what is proven, and nothing that waits', async () => {
  const world = await aWorld();
  const store = mailboxStore(world.table);
  const at = '2026-11-02T08:00:00.000Z';
  const proves = async (mailbox: Omit<Mailbox, 'state' | 'askedAt'>) => {
    await world.put(store.ask({ ...mailbox, state: 'asked', askedAt: at }));
    const stored = await store.find(mailbox.providerId, mailbox.id);
    if (!stored) throw new Error('not asked for');
    await world.put(...store.prove({ ...stored.entity, state: 'proven', provenAt: at }, stored));
  };
  await proves({ id: 'adress-1', providerId: 'P1', address: 'anna@annan.example' });
  await proves({ id: 'adress-2', providerId: 'P2', address: 'bo@hemtjanst.example', domain: 'hemtjanst.example' });
  await world.put(
    store.ask({ id: 'adress-3', providerId: 'P1', address: 'vantar@annan.example', state: 'asked', askedAt: at }),
  );

  const { exact, domains, ours } = await loadRegister(world.deps);
  expect(Object.fromEntries([...exact].map(([address, ids]) => [address, [...ids]]))).toEqual({
    'p1@utforare.example': ['P1'],
    'p2@utforare.example': ['P2'],
    'anna@annan.example': ['P1'],
  });
  expect([...domains]).toEqual([['hemtjanst.example', 'P2']]);
  // By the addresses of its people: nobody's of a provider.
  expect([...ours]).toEqual(['kommun.example']);
});

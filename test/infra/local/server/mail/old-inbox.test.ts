import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mailStore } from '../../../../../functions/mail/mail-store.ts';
import { takeOldInbox } from '../../../../../infra/local/server/mail/old-inbox.ts';
import { aWorld } from '../../../../support/a-world.ts';

const raw = (subject: string) => `From: p1@utforare.example\r\nSubject: ${subject}\r\n\r\nJA\r\n`;

it('takes up what an earlier version kept, each once however often it is cut off, and loses none', async () => {
  const world = await aWorld();
  const inbox = mkdtempSync(join(tmpdir(), 'utfort-inbox-'));
  writeFileSync(join(inbox, 'in-old.eml'), raw('gammalt'));
  const envelope = {
    receivedAt: '2026-10-01T08:00:00.000Z',
    from: 'k1@utforare.example',
    to: ['utfort@kommun.example'],
  };
  writeFileSync(join(inbox, 'in-old.envelope.json'), JSON.stringify(envelope));
  writeFileSync(join(inbox, 'in-bare.eml'), raw('utan kuvert'));
  writeFileSync(join(inbox, 'in-broken.eml'), raw('trasigt kuvert'));
  writeFileSync(join(inbox, 'in-broken.envelope.json'), '{"from":"k1');
  writeFileSync(join(inbox, 'in-nothing.eml'), Buffer.alloc(5000));
  mkdirSync(join(inbox, 'folder.eml'));

  // The first time the machine dies in the middle: what was told is told again.
  let told = 0;
  const dying: typeof world.machine = {
    ...world.machine,
    async tell(event, news) {
      await world.machine.tell(event, news);
      told += 1;
      if (told === 2) throw new Error('killed');
    },
  };
  expect(await takeOldInbox(inbox, dying)).toBe(3);
  expect(world.failures.splice(0).map(String)).toEqual(['Error: killed']);
  expect(await takeOldInbox(inbox, world.machine)).toBe(1);
  expect(await takeOldInbox(inbox, world.machine)).toBe(0);
  expect(readdirSync(inbox)).toEqual(['folder.eml']);

  await world.tick();
  const found = async (id: string) => (await mailStore(world.table).find(id))?.entity;
  expect(await found('in-old')).toMatchObject({ state: 'quarantined', envelope: { from: 'k1@utforare.example' } });
  expect(await found('in-bare')).toMatchObject({ state: 'quarantined', envelope: { from: 'p1@utforare.example' } });
  for (const id of ['in-broken', 'in-nothing']) {
    expect((await found(id))?.state).toBe('quarantined');
    expect(await world.deps.documents.find('incoming', id)).toBeDefined();
  }
});

it('has nothing to take where there is no such folder', async () => {
  const world = await aWorld();
  expect(await takeOldInbox(join(world.folder, 'inbox'), world.machine)).toBe(0);
  expect(existsSync(join(world.folder, 'inbox'))).toBe(false);
});

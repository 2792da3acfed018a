import { createHash } from 'node:crypto';
import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { localIdentityKeys } from '../../../../shared/embedded/local-identity-keys.ts';
import { dueKey } from '../../../../shared/stores/due-index.ts';
import { aLocalServer, json, tokenFor } from '../support/a-local-server.ts';

it('the machine starts though a letter, a person and each file of its own are damaged, which are kept', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'utfort-damaged-'));
  const first = await aLocalServer({ folder });
  await fetch(`${first.base}/_local/dns`, {
    ...json({ name: 'a.example', type: 'TXT', values: ['x'] }),
    method: 'PUT',
  });
  const at = first.machine.clock.now();
  await first.close();

  const disk = new DatabaseSync(join(folder, 'table.sqlite'));
  const place = dueKey('letters', at, 'x');
  const put = disk.prepare('INSERT INTO items (pk, sk, version, data, g2pk, g2sk) VALUES (?, ?, 1, ?, ?, ?)');
  for (let n = 0; n < 300; n++) put.run(`LETTER#x${n}`, 'LETTER', '{"id":"x', place.pk, `${place.sk}${n}`);
  disk.exec(`UPDATE items SET data = '{}' WHERE pk = 'USER#M1'`);
  disk.close();
  for (const file of ['clock.json', 'dns.json', 'keys/sign-in.json']) {
    writeFileSync(join(folder, file), '{"aheadBy":0,"kty":"EC"', { flag: 'a' });
    truncateSync(join(folder, file), 20);
  }
  await mkdir(join(folder, 'mail', 'x.eml'), { recursive: true });
  await mkdir(join(folder, 'inbox', 'x.eml'), { recursive: true });
  writeFileSync(join(folder, 'inbox', 'in-1.eml'), Buffer.alloc(5000));

  const again = await aLocalServer({ folder });
  expect((await fetch(`${again.base}/_local`)).status).toBe(200);
  expect(await (await fetch(`${again.base}/_local/dns`)).text()).not.toContain('a.example');
  expect(await tokenFor(again, 'O1')).not.toBe('');
  const page = await (await fetch(`${again.base}/_local/mailbox`)).text();
  expect(page).toContain('Inkommet (1)');
  expect(readdirSync(join(folder, 'inbox'))).toEqual(['x.eml']);
  expect((await fetch(`${again.base}/_local/inbox/x.eml`)).status).toBe(404);
  const kept = readdirSync(folder)
    .concat(readdirSync(join(folder, 'keys')))
    .filter((name) => name.includes('.damaged-'));
  expect(kept).toHaveLength(3);
  await again.end();
});

it('an identity key that was cut off opens nothing and recognises nothing, rather than under half a key', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'utfort-key-'));
  const path = join(folder, 'identity.key');
  writeFileSync(path, createHash('sha256').update('x').digest());
  const keys = localIdentityKeys(path);
  await expect(keys.blind('anna')).rejects.toThrow('damaged');
  await expect(keys.newDataKey('A-1')).rejects.toThrow('damaged');
});

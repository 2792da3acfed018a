import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { aLocalServer, as, seedFew, tokenFor } from '../support/a-local-server.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'utfort-first-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('seeds once, and keeps state, time and tokens over a restart on the same port', async () => {
  const first = await aLocalServer({ folder });
  const token = await tokenFor(first, 'O1');
  const port = Number(new URL(first.base).port);
  await first.close();
  const again = await aLocalServer({ folder, port, seed: () => Promise.reject(new Error('seeded twice')) });
  expect((await fetch(`${again.base}/tasks`, as(token))).status).toBe(200);
  await again.close();
});

it('begins anew when the first fill was cut off, and leaves what is not its own', async () => {
  const cutOff = aLocalServer({
    folder,
    async seed(machine) {
      await seedFew(machine);
      throw new Error('the power went');
    },
  });
  await expect(cutOff).rejects.toThrow('the power went');
  const { writeFile } = await import('node:fs/promises');
  await writeFile(join(folder, 'my-notes.txt'), 'mine');
  const again = await aLocalServer({ folder });
  expect((await (await fetch(`${again.base}/_local/users`)).json()).length).toBe(3);
  expect(existsSync(join(folder, 'my-notes.txt'))).toBe(true);
  await again.close();
});

it('begins empty with one administrator, and is never filled later', async () => {
  const empty = await aLocalServer({ folder, seed: undefined });
  expect(await (await fetch(`${empty.base}/_local/users`)).json()).toEqual([
    { user: 'admin', name: 'Administratör', role: 'administrator' },
  ]);
  await empty.close();
  const again = await aLocalServer({ folder });
  expect(await membershipStore(again.machine.deps.table).of('O1')).toEqual([]);
  await again.close();
});

it('does not call a demo empty', async () => {
  await (await aLocalServer({ folder })).close();
  await expect(aLocalServer({ folder, seed: undefined })).rejects.toThrow(/holds the demo/);
});

it('lets one process in at a time', async () => {
  const first = await aLocalServer({ folder });
  await expect(aLocalServer({ folder })).rejects.toThrow(/in use by another/);
  await first.close();
  await (await aLocalServer({ folder })).close();
});

it('says which port is taken, and leaves nothing open behind it', async () => {
  const first = await aLocalServer({ folder });
  const port = Number(new URL(first.base).port);
  const other = join(folder, 'other');
  await expect(aLocalServer({ folder: other, port })).rejects.toThrow(`Port ${port} is in use`);
  await expect(aLocalServer({ folder: other, smtpPort: first.smtpPort })).rejects.toThrow(
    `SMTP port ${first.smtpPort} is in use`,
  );
  await (await aLocalServer({ folder: other })).close();
  await first.close();
});

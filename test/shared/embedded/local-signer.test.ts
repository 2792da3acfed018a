import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealRecord } from '../../../functions/months/signing/seal-record.ts';
import { recordBytes } from '../../../shared/domain/signed-record.ts';
import { verifyRecordFile } from '../../../shared/domain/verify-record-file.ts';
import { localSigner } from '../../../shared/embedded/local-signer.ts';
import { signerContract } from '../../contract/signer.ts';
import { aPayload } from '../../support/a-record.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'utfort-keys-'));
});
afterAll(() => rm(root, { recursive: true }));

let made = 0;
const aFolder = () => join(root, `keys-${++made}`);
const early = () => '2026-01-01T00:00:00.000Z';

signerContract('a key file', async () => localSigner({ folder: aFolder(), now: early }));
signerContract('a key in memory', async () => localSigner({ folder: ':memory:', now: early }));

describe('the local signer', () => {
  it('has the same key after a restart', async () => {
    const folder = aFolder();
    const before = await localSigner({ folder, now: early }).keys();
    const after = await localSigner({ folder, now: () => '2026-12-24T15:00:00.000Z' }).keys();
    expect(after).toEqual(before);
  });

  it('lets nobody else read its folder, and leaves nothing half-written', async () => {
    const folder = aFolder();
    const signer = localSigner({ folder, now: early });
    await signer.sign(new Uint8Array([1]));
    await signer.rotate();

    const names = await readdir(folder);
    const modes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mode & 0o777));
    expect(names.map((name) => name.replace(/^.{43}\./, 'KID.')).toSorted()).toEqual(['KID.private.json', 'keys.json']);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(modes).toEqual([0o600, 0o600]);
  });

  it('agrees on one key when two machines begin at once', async () => {
    const folder = aFolder();
    const histories = await Promise.all([1, 2, 3].map(() => localSigner({ folder, now: early }).keys()));
    expect(new Set(histories.map((history) => JSON.stringify(history))).size).toBe(1);
    expect(histories[0]?.keys).toHaveLength(1);
  });

  it.each([':memory:', 'a folder'])(
    'a changed key (%s) still proves what it sealed, and nothing dated later',
    async (kind) => {
      let clock = '2026-01-01T00:00:00.000Z';
      const signer = localSigner({ folder: kind === ':memory:' ? kind : aFolder(), now: () => clock });
      const old = await sealRecord(await aPayload({ signedAt: '2026-06-01T00:00:00.000Z' }), signer);
      clock = '2026-06-30T00:00:00.000Z';
      await signer.rotate();
      const next = await sealRecord(await aPayload({ signedAt: '2026-07-01T00:00:00.000Z' }), signer);
      const keys = await signer.keys();

      expect(keys.keys.map((key) => [key.utfort_from, key.utfort_to])).toEqual([
        ['2026-01-01T00:00:00.000Z', '2026-06-30T00:00:00.000Z'],
        ['2026-06-30T00:00:00.000Z', undefined],
      ]);
      expect(await verifyRecordFile(recordBytes(old), keys)).toMatchObject({ valid: true, trusted: true });
      expect(await verifyRecordFile(recordBytes(next), keys)).toMatchObject({ valid: true, trusted: true });
      await expect(sealRecord(await aPayload({ signedAt: '2026-06-01T00:00:00.000Z' }), signer)).rejects.toThrow(
        'key-not-in-force',
      );
    },
  );
});

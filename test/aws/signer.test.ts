import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sealRecord } from '../../functions/months/signing/seal-record.ts';
import { rawSignature } from '../../shared/aws/der-signature.ts';
import { kmsSigner } from '../../shared/aws/kms-signer.ts';
import { publishedKeys } from '../../shared/aws/published-keys.ts';
import { s3KeyHistory } from '../../shared/aws/s3-key-history.ts';
import { currentKey } from '../../shared/domain/public-keys.ts';
import { recordBytes } from '../../shared/domain/signed-record.ts';
import { verifyRecordFile } from '../../shared/domain/verify-record-file.ts';
import { signerContract } from '../contract/signer.ts';
import { aPayload } from '../support/a-record.ts';
import { make } from './support/a-cell.ts';
import { clients } from './support/clients.ts';

type Given = { bucket: string; keyId?: string; now?: string };
const aSigner = async ({ bucket, keyId, now = '2026-01-01T00:00:00.000Z' }: Given) =>
  kmsSigner({
    client: clients.kms(),
    keyId: keyId ?? (await make.signingKey()),
    history: s3KeyHistory(clients.s3(), bucket),
    clock: { now: () => now },
  });

signerContract('KMS', async () => aSigner({ bucket: await make.bucket('records') }));

describe('the signer on KMS', () => {
  it('agrees on one history when several functions begin at once', async () => {
    const bucket = await make.bucket('records');
    const keyId = await make.signingKey();
    const histories = await Promise.all(
      [1, 2, 3, 4].map(async (n) => (await aSigner({ bucket, keyId, now: `2026-01-01T00:00:0${n}.000Z` })).keys()),
    );
    expect(new Set(histories.map((history) => JSON.stringify(history))).size).toBe(1);
    expect(histories[0]?.keys).toHaveLength(1);
  });

  it('seals at once with a key that was never seen before: it is in force a little before it is first seen', async () => {
    const now = '2026-06-01T08:00:30.000Z';
    const signer = await aSigner({ bucket: await make.bucket('records'), now });
    const record = await sealRecord(await aPayload({ signedAt: '2026-06-01T08:00:00.000Z' }), signer);
    expect(await verifyRecordFile(recordBytes(record), await signer.keys())).toMatchObject({
      valid: true,
      trusted: true,
    });
  });

  it('a changed key still proves what it sealed, the new one is in use, and an older release cannot bring it back', async () => {
    const bucket = await make.bucket('records');
    const keyId = await make.signingKey();
    const old = await aSigner({ bucket, keyId });
    const before = await sealRecord(await aPayload({ signedAt: '2026-06-01T00:00:00.000Z' }), old);

    const now = '2026-06-30T00:00:00.000Z';
    const next = await aSigner({ bucket, now });
    const after = await sealRecord(await aPayload({ signedAt: '2026-07-01T00:00:00.000Z' }), next);
    const { keys } = await next.keys();
    expect(keys.map((key) => [key.utfort_from, key.utfort_to])).toEqual([
      ['2025-12-31T23:55:00.000Z', '2026-06-30T00:15:00.000Z'],
      ['2026-06-29T23:55:00.000Z', undefined],
    ]);
    for (const record of [before, after])
      expect(await verifyRecordFile(recordBytes(record), { keys })).toMatchObject({ valid: true, trusted: true });

    const left = await aSigner({ bucket, keyId, now: '2026-06-30T00:05:00.000Z' });
    expect(await left.keys()).toEqual({ keys });
    expect(currentKey(await left.keys())?.kid).not.toBe((await left.sign(new Uint8Array([1]))).kid);
  });

  it('is only shown by those who do not seal, and is empty before the first seal', async () => {
    const bucket = await make.bucket('records');
    const clock = { now: () => '2026-06-01T00:00:00.000Z' };
    const shown = () => publishedKeys(s3KeyHistory(clients.s3(), bucket), clock);
    expect(await shown().keys()).toEqual({ keys: [] });
    const written = await (await aSigner({ bucket })).keys();
    expect(await shown().keys()).toEqual(written);
    await expect(shown().sign(new Uint8Array([1]))).rejects.toThrow('no key');
  });
});

describe('a signature from DER', () => {
  it('is the same signature as r‖s, for 2,000 of them, short numbers and all', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const lengths = new Set<number>();
    for (let n = 0; n < 2000; n++) {
      const bytes = Buffer.from(`message ${n}`);
      const der = sign('sha256', bytes, privateKey);
      lengths.add(der.length);
      const raw = rawSignature(der);
      expect(raw).toHaveLength(64);
      expect(verify('sha256', bytes, { key: publicKey, dsaEncoding: 'ieee-p1363' }, raw)).toBe(true);
    }
    expect(lengths.size).toBeGreaterThan(2);
  });

  it.each([
    ['nothing', []],
    ['no sequence', [0x31, 6, 2, 1, 1, 2, 1, 1]],
    ['a length that lies', [0x30, 7, 2, 1, 1, 2, 1, 1]],
    ['one number', [0x30, 3, 2, 1, 1]],
    ['three numbers', [0x30, 9, 2, 1, 1, 2, 1, 1, 2, 1, 1]],
    ['a number of another kind', [0x30, 6, 4, 1, 1, 2, 1, 1]],
    ['an empty number', [0x30, 5, 2, 0, 2, 1, 1]],
    ['a number past the end', [0x30, 6, 2, 9, 1, 2, 1, 1]],
    ['a number of 33 bytes', [0x30, 38, 2, 33, 1, ...Array.from({ length: 32 }, () => 1), 2, 1, 1]],
  ])('refuses %s', (_what, bytes) => {
    expect(() => rawSignature(Uint8Array.from(bytes))).toThrow('not an ECDSA signature');
  });
});

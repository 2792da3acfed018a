import { calculateJwkThumbprint, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { sealRecord } from '../../functions/months/signing/seal-record.ts';
import { currentKey } from '../../shared/domain/public-keys.ts';
import { recordBytes } from '../../shared/domain/signed-record.ts';
import { verifyRecordFile } from '../../shared/domain/verify-record-file.ts';
import type { Signer } from '../../shared/ports/signer.ts';
import { aPayload } from '../support/a-record.ts';

/** What every signer promises, whatever keeps its key. `make` gives a new one whose key is older than the records. */
export function signerContract(name: string, make: () => Promise<Signer>): void {
  describe(`the signer on ${name}`, () => {
    it('signs with the key in use: r‖s, 64 bytes, that the published key proves', async () => {
      const signer = await make();
      const bytes = new TextEncoder().encode('header.payload');
      const { kid, signature } = await signer.sign(bytes);
      const published = (await signer.keys()).keys.find((key) => key.kid === kid);
      const key = (await importJWK({ ...published }, 'ES256')) as CryptoKey;

      expect(signature).toHaveLength(64);
      const proven = await crypto.subtle.verify(
        { name: 'ECDSA', hash: 'SHA-256' },
        key,
        new Uint8Array(signature),
        bytes,
      );
      expect(proven).toBe(true);
    });

    it('signs what is too large for a key service to take whole', async () => {
      const signer = await make();
      const record = await sealRecord(await aPayload({ content: 'å'.repeat(50_000) }), signer);
      expect(await verifyRecordFile(recordBytes(record), await signer.keys())).toMatchObject({
        valid: true,
        trusted: true,
      });
    });

    it('publishes its keys under their thumbprints, without the private half, one of them in use', async () => {
      const { keys } = await (await make()).keys();
      expect(keys.filter((key) => key.utfort_to === undefined)).toHaveLength(1);
      for (const key of keys) {
        expect(key.kid).toBe(await calculateJwkThumbprint({ ...key }));
        expect(Object.keys(key)).not.toContain('d');
      }
    });

    it('names the key in use when it signs', async () => {
      const signer = await make();
      const { kid } = await signer.sign(new Uint8Array([1]));
      expect(currentKey(await signer.keys())?.kid).toBe(kid);
    });
  });
}

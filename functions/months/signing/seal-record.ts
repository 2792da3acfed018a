import { canonical } from '../../../shared/domain/canonical.ts';
import { detachedJws, signingInput } from '../../../shared/domain/detached-jws.ts';
import { currentKey, type PublicKeys, PublicPoint } from '../../../shared/domain/public-keys.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import { Payload, recordBytes, type SignedRecord } from '../../../shared/domain/signed-record.ts';
import { verifyRecordFile } from '../../../shared/domain/verify-record-file.ts';

/** What sealing asks of the signer port. */
type Sealer = {
  sign(bytes: Uint8Array): Promise<{ readonly kid: string; readonly signature: Uint8Array }>;
  keys(): Promise<PublicKeys>;
};

/**
 * Seals a payload with the service's current key. The seal is checked against the published keys before it is
 * handed out: one that would not hold is a broken machine (a key younger than `signedAt`, say), and throws.
 */
export async function sealRecord(draft: Payload, signer: Sealer): Promise<SignedRecord> {
  const text = canonical(draft);
  const payload = Payload.parse(JSON.parse(text));
  const bytes = new TextEncoder().encode(text);
  const { jws, jwk } = await sealed(bytes, signer);
  const record = { payload, sha256: await sha256(bytes), jws, jwk };

  const check = await verifyRecordFile(recordBytes(record), await signer.keys());
  if (!check.valid) throw new Error(`the seal does not hold: ${check.reason}`);
  return record;
}

/** The header names the key before it signs, so a key that is changed in between is asked once more. */
async function sealed(bytes: Uint8Array, signer: Sealer, again = true): Promise<Pick<SignedRecord, 'jws' | 'jwk'>> {
  const key = currentKey(await signer.keys());
  if (!key) throw new Error('no key to seal with');
  const { kid, signature } = await signer.sign(signingInput(bytes, key.kid));
  if (kid === key.kid) return { jws: detachedJws(kid, signature), jwk: pointOf(key) };
  if (again) return sealed(bytes, signer, false);
  throw new Error('the key to seal with changes all the time');
}

const pointOf = ({ crv, kty, x, y }: PublicPoint): PublicPoint => PublicPoint.parse({ crv, kty, x, y });

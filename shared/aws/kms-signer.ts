import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { calculateJwkThumbprint } from 'jose';
import { PublicKey, type PublicKeys } from '../domain/public-keys.ts';
import type { Clock } from '../ports/clock.ts';
import type { Signer } from '../ports/signer.ts';
import { rawSignature } from './der-signature.ts';
import { withKey } from './key-history.ts';
import type { KeyHistory } from './s3-key-history.ts';
import { ttlCache } from './ttl-cache.ts';

const attempts = 4;
const minutes = 1;

export type KmsSignerSettings = {
  readonly client: KMSClient;
  /** An ECC_NIST_P256 key for signing. Another one here is how the key is changed. */
  readonly keyId: string;
  readonly history: KeyHistory;
  readonly clock: Clock;
};

/** The seal with a key that never leaves the key service; only a digest is sent to it. */
export function kmsSigner({ client, keyId, history, clock }: KmsSignerSettings): Signer {
  const remembered = ttlCache<PublicKeys>(clock, minutes, 1);
  const forGood = ttlCache<PublicKey>(clock, Number.POSITIVE_INFINITY, 1);

  const ownKey = () =>
    forGood(keyId, async () => {
      const { PublicKey: spki } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
      if (!spki) throw new Error('a signing key without a public half');
      const jwk = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }).export({ format: 'jwk' });
      const kid = await calculateJwkThumbprint({ kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y });
      return PublicKey.parse({ ...jwk, kid, alg: 'ES256', use: 'sig' });
    });

  /** The history with our own key in it; the first to come writes it there. */
  async function published(): Promise<PublicKeys> {
    const own = await ownKey();
    for (let attempt = 0; attempt < attempts; attempt++) {
      const kept = await history.read();
      const next = withKey(kept?.keys ?? { keys: [] }, own, clock.now());
      if (kept && next === kept.keys) return next;
      if ((await history.write(next, kept?.etag)) === 'written') return next;
    }
    throw new Error('the key history changes all the time');
  }

  return {
    async sign(bytes) {
      const digest = createHash('sha256').update(bytes).digest();
      const { Signature } = await client.send(
        new SignCommand({ KeyId: keyId, Message: digest, MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' }),
      );
      if (!Signature) throw new Error('the key service did not sign');
      return { kid: (await ownKey()).kid, signature: rawSignature(Signature) };
    },
    keys: () => remembered('keys', published),
  };
}

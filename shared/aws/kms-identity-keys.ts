import { createHash } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { Clock } from '../ports/clock.ts';
import type { IdentityKeys } from '../ports/identity-keys.ts';
import { ttlCache } from './ttl-cache.ts';

const minutes = 5;
const most = 1000;

export type KmsIdentityKeysSettings = {
  readonly client: KMSClient;
  readonly clock: Clock;
  /** The municipality's name in every context: a key of one cell opens nothing of another. */
  readonly cell: string;
  /** Read when first used: a function that only recognises has no way to the key that opens. */
  readonly identityKeyId: () => string;
  readonly hmacKeyId: () => string;
};

const need = (bytes: Uint8Array | undefined): Uint8Array => {
  if (!bytes) throw new Error('the key service gave nothing');
  return bytes;
};

/**
 * The cell's keys for identity, in the key service: data keys wrapped with the customer as context, and keyed hashes
 * whose key never leaves it, so that nobody can try all numbers against a copy of the table. What it has answered is
 * remembered for five minutes.
 */
export function kmsIdentityKeys(settings: KmsIdentityKeysSettings): IdentityKeys {
  const { client, clock, cell, identityKeyId, hmacKeyId } = settings;
  const opened = ttlCache<Uint8Array>(clock, minutes, most);
  const hashed = ttlCache<string>(clock, minutes, most);
  const contextOf = (customer: string) => ({ cell, customer });
  const nameOf = (wrapped: Uint8Array, customer: string) =>
    createHash('sha256').update(wrapped).update(customer).digest('hex');

  return {
    async newDataKey(customer) {
      const key = await client.send(
        new GenerateDataKeyCommand({
          KeyId: identityKeyId(),
          KeySpec: 'AES_256',
          EncryptionContext: contextOf(customer),
        }),
      );
      return { plain: need(key.Plaintext), wrapped: need(key.CiphertextBlob) };
    },

    unwrap: (wrapped, customer) =>
      opened(nameOf(wrapped, customer), async () => {
        const { Plaintext } = await client.send(
          new DecryptCommand({
            KeyId: identityKeyId(),
            CiphertextBlob: wrapped,
            EncryptionContext: contextOf(customer),
          }),
        );
        return need(Plaintext);
      }),

    blind: (word) =>
      hashed(word, async () => {
        const { Mac } = await client.send(
          new GenerateMacCommand({ KeyId: hmacKeyId(), Message: Buffer.from(word), MacAlgorithm: 'HMAC_SHA_256' }),
        );
        return Buffer.from(need(Mac)).toString('hex');
      }),
  };
}

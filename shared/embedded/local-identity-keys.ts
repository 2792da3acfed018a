import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { IdentityKeys } from '../ports/identity-keys.ts';
import { writeDurably } from './durable-file.ts';

/** The cell's key as a file that only the machine's own user reads; `:memory:` makes one that lives as long as the process. */
export function localIdentityKeys(path: string): IdentityKeys {
  const inMemory = path === ':memory:';
  if (!inMemory && !existsSync(path)) writeDurably(path, randomBytes(64), 0o600);
  const secret = inMemory ? randomBytes(64) : readFileSync(path);
  // A key that was cut off opens nothing, and must recognise nothing either: a hash under half a key passes every name.
  const whole = (): Buffer => {
    if (secret.byteLength !== 64) throw new Error('the identity key is damaged');
    return secret;
  };

  return {
    async newDataKey(customer) {
      const plain = randomBytes(32);
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', whole().subarray(0, 32), nonce).setAAD(Buffer.from(customer));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return { plain, wrapped: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
    },

    async unwrap(wrapped, customer) {
      const decipher = createDecipheriv('aes-256-gcm', whole().subarray(0, 32), wrapped.subarray(0, 12))
        .setAAD(Buffer.from(customer))
        .setAuthTag(wrapped.subarray(12, 28));
      return Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()]);
    },

    blind: async (word) => createHmac('sha256', whole().subarray(32)).update(word).digest('hex'),
  };
}

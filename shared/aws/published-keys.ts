import type { PublicKeys } from '../domain/public-keys.ts';
import type { Clock } from '../ports/clock.ts';
import type { Signer } from '../ports/signer.ts';
import type { KeyHistory } from './s3-key-history.ts';
import { ttlCache } from './ttl-cache.ts';

const minutes = 1;

/** The published keys as they are, for those who only show or check: no right to a key is needed, and none to write. */
export function publishedKeys(history: KeyHistory, clock: Clock): Signer {
  const remembered = ttlCache<PublicKeys>(clock, minutes, 1);
  return {
    sign: () => Promise.reject(new Error('this function has no key to sign with')),
    keys: () => remembered('keys', async () => (await history.read())?.keys ?? { keys: [] }),
  };
}

import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { Instant } from '../domain/local-time.ts';
import { currentKey, type PublicKey, type PublicKeys } from '../domain/public-keys.ts';
import type { Signer } from '../ports/signer.ts';
import { folderKeyStore, type KeyStore, memoryKeyStore } from './key-store.ts';

/** The signer port on one machine. */
export type LocalSigner = Signer & {
  /** Ends the key in use and begins a new one; what the old one sealed can still be verified. */
  rotate(): Promise<void>;
};

/**
 * A P-256 key in a folder, made on first use; `:memory:` keeps it in the process. `now` dates the keys and must be the
 * clock that the records are dated with. The folder is read again each time, so that two processes agree on which key
 * is in use.
 */
export function localSigner({ folder, now }: { folder: string; now: () => Instant }): LocalSigner {
  const store = folder === ':memory:' ? memoryKeyStore() : folderKeyStore(folder);
  const imported = new Map<string, Promise<CryptoKey>>();

  const privateKey = (kid: string): Promise<CryptoKey> => {
    const key = imported.get(kid) ?? store.privateKey(kid).then(imports);
    imported.set(kid, key);
    key.catch(() => imported.delete(kid));
    return key;
  };

  return {
    async sign(bytes) {
      const { kid } = inUse(await historyOf(store, now));
      const key = await privateKey(kid);
      const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, new Uint8Array(bytes));
      return { kid, signature: new Uint8Array(signature) };
    },
    keys: () => historyOf(store, now),
    async rotate() {
      const history = await historyOf(store, now);
      const old = inUse(history);
      const at = now();
      const next = await freshKey(store, at);
      const ended = history.keys.map((key) => (key.kid === old.kid ? { ...key, utfort_to: at } : key));
      await store.replace({ keys: [...ended, next] });
      imported.delete(old.kid);
      await store.forgetPrivate(old.kid);
    },
  };
}

async function historyOf(store: KeyStore, now: () => Instant): Promise<PublicKeys> {
  const found = await store.history();
  if (found) return found;
  const first = await freshKey(store, now());
  if (!(await store.begin({ keys: [first] }))) await store.forgetPrivate(first.kid);
  return historyOf(store, now);
}

/** A new key pair, its private half kept before its public half is named anywhere. */
async function freshKey(store: KeyStore, from: Instant): Promise<PublicKey> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const { x = '', y = '' } = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint({ kty: 'EC', crv: 'P-256', x, y });
  await store.keepPrivate(kid, await exportJWK(pair.privateKey));
  return { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig', utfort_from: from };
}

function inUse(history: PublicKeys): PublicKey {
  const key = currentKey(history);
  if (!key) throw new Error('every key of the history has ended');
  return key;
}

async function imports(jwk: Parameters<typeof importJWK>[0]): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'ES256');
  if (key instanceof Uint8Array) throw new Error('not a private key');
  return key;
}

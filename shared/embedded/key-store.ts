import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import * as z from 'zod';
import { PublicKeys } from '../domain/public-keys.ts';
import { createKeyFile, writeKeyFile } from './key-file.ts';

/** Where the local signer keeps its keys: the public history, and the private half of the key in use. */
export type KeyStore = {
  history(): Promise<PublicKeys | undefined>;
  /** Lays the first history down; `false` when there is one already. */
  begin(history: PublicKeys): Promise<boolean>;
  replace(history: PublicKeys): Promise<void>;
  privateKey(kid: string): Promise<JWK>;
  keepPrivate(kid: string, key: JWK): Promise<void>;
  forgetPrivate(kid: string): Promise<void>;
};

const PrivateKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

/** A folder for the owner's eyes only: `keys.json` (the JWKS) and one `<kid>.private.json` (mode 0600). */
export function folderKeyStore(folder: string): KeyStore {
  const historyFile = join(folder, 'keys.json');
  const privateFile = (kid: string) => join(folder, `${kid}.private.json`);
  const text = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    async history() {
      const found = await readFile(historyFile, 'utf8').catch(unlessMissing);
      return found === undefined ? undefined : PublicKeys.parse(JSON.parse(found));
    },
    begin: (history) => createKeyFile(historyFile, text(history)),
    replace: (history) => writeKeyFile(historyFile, text(history)),
    privateKey: async (kid) => PrivateKey.parse(JSON.parse(await readFile(privateFile(kid), 'utf8'))),
    async keepPrivate(kid, key) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeKeyFile(privateFile(kid), text(PrivateKey.parse(key)));
    },
    forgetPrivate: (kid) => rm(privateFile(kid), { force: true }),
  };
}

/** The same, in memory, for a machine that lives as long as its process. */
export function memoryKeyStore(): KeyStore {
  const secrets = new Map<string, JWK>();
  let known: PublicKeys | undefined;
  return {
    history: async () => known,
    async begin(history) {
      if (known) return false;
      known = history;
      return true;
    },
    async replace(history) {
      known = history;
    },
    async privateKey(kid) {
      const key = secrets.get(kid);
      if (!key) throw new Error(`no private key ${kid}`);
      return key;
    },
    async keepPrivate(kid, key) {
      secrets.set(kid, key);
    },
    async forgetPrivate(kid) {
      secrets.delete(kid);
    },
  };
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

import { createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { asciiAddress } from '../../../../shared/domain/email-address.ts';
import { readOrLayAside, writeDurably } from '../../../../shared/embedded/durable-file.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import type { DnsRecords } from './dns-records.ts';

const selector = 'demo';

/** How a mail is signed (DKIM) by the domain that it is from. */
export type Signature = { readonly domainName: string; readonly keySelector: string; readonly privateKey: string };

const nameOf = (domain: string) => `${selector}._domainkey.${domain}`;

/**
 * Stands for the mail servers of the invented providers, which would sign what their people send: one key, made on this
 * machine, and told to its DNS under each of their domains. `path` is where the key lies.
 */
export async function demoSignature(path: string, records: DnsRecords, log: Pick<Deps['log'], 'error'>) {
  const kept = readOrLayAside(
    path,
    (text) => createPrivateKey(text),
    (failure) => log.error('the key of the demo’s mail cannot be read, and is made anew', { entry: 'mail', failure }),
  );
  const key = kept ?? (await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })).privateKey;
  const privateKey = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  if (!kept) writeDurably(path, Buffer.from(privateKey));
  const published = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
  const values = [`v=DKIM1; k=rsa; p=${published}`];

  /** Tells DNS the key of a domain; of one whose record somebody has set otherwise, nothing. */
  function publish(domain: string): void {
    const name = nameOf(domain);
    if (!records.all().some((one) => one.name === name)) records.set({ name, type: 'TXT', values });
  }

  return {
    /** Of every domain that a provider of the municipality has an address at. */
    async publishProviders({ table }: Pick<Deps, 'table'>): Promise<void> {
      for (const { entity } of (await providerStore(table).readable()).items) {
        for (const { email } of [entity, ...(entity.contacts ?? [])]) {
          const domain = asciiAddress(email)?.split('@')[1];
          if (domain) publish(domain.toLowerCase());
        }
      }
    },
    of(domain: string): Signature {
      publish(domain);
      return { domainName: domain, keySelector: selector, privateKey };
    },
  };
}
export type DemoSignature = Awaited<ReturnType<typeof demoSignature>>;

import { beforeAll, describe, expect, it } from 'vitest';
import { kmsIdentityKeys } from '../../shared/aws/kms-identity-keys.ts';
import { sqliteTable } from '../../shared/embedded/sqlite-table.ts';
import { identityStore } from '../../shared/stores/identity-store.ts';
import { make } from './support/a-cell.ts';
import { clients } from './support/clients.ts';

const anna = { name: 'Anna Provsson', personnummer: '191212121212', address: 'Testvägen 3', phone: '070-174 06 05' };

/** The emulator binds a data key to its context as KMS does; what it cannot show is who may use which key. */
describe('the keys of identity on KMS', () => {
  let keys: { identityKeyId: string; hmacKeyId: string };
  let now = '2026-11-02T07:00:00.000Z';
  let asked: string[] = [];
  beforeAll(async () => {
    keys = { identityKeyId: await make.identityKey(), hmacKeyId: await make.hmacKey() };
  });

  function identityKeys(cell = 'exempelkommun', lacking?: 'identity') {
    const client = clients.kms();
    asked = [];
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          asked.push(commandName ?? '');
          return next(args);
        },
      { step: 'initialize', name: 'watch' },
    );
    const identityKeyId = () => {
      if (lacking) throw new Error('the environment lacks IDENTITY_KEY_ID');
      return keys.identityKeyId;
    };
    return kmsIdentityKeys({ client, clock: { now: () => now }, cell, identityKeyId, hmacKeyId: () => keys.hmacKeyId });
  }

  it('wrap a new key for each customer, which opens for that customer in that cell and nobody else', async () => {
    const { plain, wrapped } = await identityKeys().newDataKey('A-1');
    expect(plain).toHaveLength(32);
    expect(Buffer.from(wrapped).includes(Buffer.from(plain))).toBe(false);
    expect(Buffer.compare(await identityKeys().unwrap(wrapped, 'A-1'), plain)).toBe(0);
    await expect(identityKeys().unwrap(wrapped, 'A-2')).rejects.toThrow();
    await expect(identityKeys('grannkommun').unwrap(wrapped, 'A-1')).rejects.toThrow();
    expect(Buffer.compare((await identityKeys().newDataKey('A-1')).plain, plain)).not.toBe(0);
  });

  it('are remembered for five minutes, each under its own customer, and a failure is not', async () => {
    const one = identityKeys();
    const { wrapped } = await one.newDataKey('A-1');
    await one.unwrap(wrapped, 'A-1');
    await one.unwrap(wrapped, 'A-1');
    await expect(one.unwrap(wrapped, 'A-2')).rejects.toThrow();
    await expect(one.unwrap(wrapped, 'A-2')).rejects.toThrow();
    expect(asked.filter((name) => name === 'DecryptCommand')).toHaveLength(3);
    now = '2026-11-02T07:05:00.000Z';
    await one.unwrap(wrapped, 'A-1');
    expect(asked.filter((name) => name === 'DecryptCommand')).toHaveLength(4);
  });

  it('give a word the same hash each time, and another under another key', async () => {
    const one = identityKeys();
    const hash = await one.blind('provsson');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await one.blind('provsson')).toBe(hash);
    expect(asked).toEqual(['GenerateMacCommand']);
    expect(await one.blind('provson')).not.toBe(hash);
    keys = { ...keys, hmacKeyId: await make.hmacKey() };
    expect(await identityKeys().blind('provsson')).not.toBe(hash);
  });

  it('seal and open an identity, and recognise it without the key that opens', async () => {
    const table = sqliteTable(':memory:');
    await table.commit(await identityStore(table, identityKeys()).seal('A-1', anna, '2026-10-12T07:00:00.000Z'));
    expect(await identityStore(table, identityKeys()).open('A-1')).toMatchObject(anna);
    const recognising = identityStore(table, identityKeys('exempelkommun', 'identity'));
    expect(await recognising.recognise('A-1', ['provsson', 'nobody'])).toEqual({ protected: false, known: 1 });
    await expect(recognising.open('A-1')).rejects.toThrow('lacks IDENTITY_KEY_ID');
    table.close();
  });
});

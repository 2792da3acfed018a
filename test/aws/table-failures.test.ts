import { BatchGetItemCommand, DeleteTableCommand, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoTable } from '../../shared/aws/dynamo-table.ts';
import { BadCursor, Busy, type Change } from '../../shared/ports/table.ts';
import { makeTable } from './support/a-table.ts';
import { clients } from './support/clients.ts';
import { cancelled, failing, named, throttled } from './support/failures.ts';

const patience = { attempts: 4, firstWait: 1, longestWait: 4 };
const put = (sk: string, over = 0): Change => ({ kind: 'put', over, item: { pk: 'P', sk, data: { sk } } });

/** The emulator never throttles and never conflicts: what the SDK makes of such answers is injected into its client. */
describe('a table that has too much to do', () => {
  let name: string;
  beforeAll(async () => {
    name = await makeTable(clients.dynamo());
  });
  const tableThat = (command: string, plan: (() => Error)[]) =>
    dynamoTable(failing(clients.dynamo(), command, plan), name, patience);
  const times = (count: number, failure: () => Error) => Array.from({ length: count }, () => failure);

  it.each<[string, string, () => Error]>([
    ['a throttled read', 'GetItemCommand', throttled],
    ['a throttled commit', 'TransactWriteItemsCommand', throttled],
    ['a commit that meets another', 'TransactWriteItemsCommand', () => cancelled('None', 'TransactionConflict')],
    ['a commit throttled in one of its changes', 'TransactWriteItemsCommand', () => cancelled('ThrottlingError')],
    [
      'a commit beyond a partition’s throughput',
      'TransactWriteItemsCommand',
      () => cancelled('ProvisionedThroughputExceeded', 'None'),
    ],
    [
      'a commit whose token is being worked on',
      'TransactWriteItemsCommand',
      () => named('TransactionInProgressException'),
    ],
    ['a throttled query', 'QueryCommand', () => named('ThrottlingException')],
    ['a throttled batch', 'BatchGetItemCommand', () => named('RequestLimitExceeded')],
  ])('%s is waited out, and is Busy when it does not pass', async (what, command, failure) => {
    const use = async (plan: (() => Error)[]) => {
      const table = tableThat(command, plan);
      const sk = `${what}-${plan.length}`;
      expect(await table.commit([put(sk), put(`${sk}-2`)])).toBe('committed');
      expect(await table.get({ pk: 'P', sk })).toMatchObject({ version: 1 });
      expect((await table.query({ pk: 'P', from: sk, to: sk })).items).toHaveLength(1);
      expect(await table.getMany([{ pk: 'P', sk }])).toHaveLength(1);
    };
    await use(times(patience.attempts - 1, failure));
    await expect(use(times(patience.attempts, failure))).rejects.toThrow(Busy);
  });

  it('says stale only when a version was no longer the one that was read', async () => {
    const commit = async (...codes: string[]) =>
      tableThat(
        'TransactWriteItemsCommand',
        times(10, () => cancelled(...codes)),
      ).commit([put('X'), put('Y')]);
    expect(await commit('None', 'ConditionalCheckFailed')).toBe('stale');
    expect(await commit('TransactionConflict', 'ConditionalCheckFailed')).toBe('stale');
    await expect(commit('TransactionConflict', 'None')).rejects.toThrow(Busy);
    await expect(commit('ValidationError', 'TransactionConflict')).rejects.toThrow('Transaction cancelled');
    await expect(commit('ItemCollectionSizeLimitExceeded', 'None')).rejects.toThrow('Transaction cancelled');
    await expect(commit()).rejects.toThrow('Transaction cancelled');
  });

  it('sends one token over all attempts, so that a commit whose answer was lost is no lost race', async () => {
    const client = failing(clients.dynamo(), 'TransactWriteItemsCommand', [() => cancelled('TransactionConflict')]);
    const tokens: unknown[] = [];
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'TransactWriteItemsCommand')
            tokens.push((args.input as { ClientRequestToken?: string }).ClientRequestToken);
          return next(args);
        },
      { step: 'initialize', priority: 'high', name: 'watch' },
    );
    const table = dynamoTable(client, name, patience);
    await table.commit([put('one-token')]);
    await table.commit([put('a-given-token')], 'given');
    const [first, again, given] = tokens;
    expect(again).toBe(first);
    expect(given).toMatch(/^[0-9a-f]{36}$/);
    expect(given).not.toBe(first);
  });

  it('asks again for what a batch left unread, and is Busy when it never comes', async () => {
    const client = clients.dynamo();
    let left = 2;
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName !== BatchGetItemCommand.name || left === 0) return next(args);
          left -= 1;
          const { RequestItems: asked = {} } = args.input as { RequestItems?: Record<string, { Keys?: object[] }> };
          const keys = asked[name]?.Keys ?? [];
          const input = { RequestItems: { [name]: { ...asked[name], Keys: keys.slice(0, 1) } } };
          const answer = await next({ ...args, input });
          Object.assign(answer.output, { UnprocessedKeys: { [name]: { Keys: keys.slice(1) } } });
          return answer;
        },
      { step: 'initialize', name: 'leaves' },
    );
    const table = dynamoTable(client, name, patience);
    await table.commit(['u1', 'u2', 'u3', 'u4'].map((sk) => put(sk)));
    const keys = ['u3', 'u1', 'u4', 'u1'].map((sk) => ({ pk: 'P', sk }));
    expect((await table.getMany(keys)).map(({ sk }) => sk)).toEqual(['u3', 'u1', 'u4', 'u1']);
    left = 5;
    const many = Array.from({ length: 9 }, (_, n) => ({ pk: 'P', sk: `v${n}` }));
    await expect(table.getMany(many)).rejects.toThrow(Busy);
  });

  it('lets what is no passing trouble through as it is, at once', async () => {
    const gone = await makeTable(clients.dynamo());
    await clients.dynamo().send(new DeleteTableCommand({ TableName: gone }));
    await expect(dynamoTable(clients.dynamo(), gone).get({ pk: 'P', sk: 'A' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('what is written', () => {
  it('carries its schema, and its day of weeding in seconds rounded up', async () => {
    const client = clients.dynamo();
    const name = await makeTable(client);
    const table = dynamoTable(client, name);
    await table.commit([
      { kind: 'put', over: 0, item: { pk: 'P', sk: 'S', data: { a: 1 }, expiresAt: '2026-11-09T00:00:00.001Z' } },
    ]);
    const { Item } = await client.send(
      new GetItemCommand({ TableName: name, Key: { pk: { S: 'P' }, sk: { S: 'S' } } }),
    );
    expect(Item).toEqual({
      pk: { S: 'P' },
      sk: { S: 'S' },
      schema: { N: '1' },
      version: { N: '1' },
      data: { S: '{"a":1}' },
      expiresAt: { S: '2026-11-09T00:00:00.001Z' },
      weedAt: { N: String(Date.parse('2026-11-09T00:00:01Z') / 1000) },
    });
  });

  it.each([
    ['an item above 400 kB', () => ({ pk: 'P', sk: 'big', data: 'x'.repeat(400_001) })],
    ['an empty key', () => ({ pk: 'P', sk: '', data: {} })],
    ['a key above 1,024 bytes', () => ({ pk: 'P', sk: 'å'.repeat(513), data: {} })],
  ])('%s is a bug before anything is sent', async (_what, item) => {
    const client = failing(clients.dynamo(), 'TransactWriteItemsCommand', [() => new Error('it was sent')]);
    const table = dynamoTable(client, 'no-such-table');
    await expect(table.commit([{ kind: 'put', over: 0, item: item() }])).rejects.toThrow(RangeError);
  });
});

describe('a cursor', () => {
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each([
    '',
    'x',
    base64({}),
    base64(['a', 'b']),
    base64(['', 'P', 'A']),
    base64(['A', 'Q', 'A']),
    base64(['A', 'P', 'B']),
  ])('%j is not one of the range’s', async (after) => {
    const client = clients.dynamo();
    const table = dynamoTable(client, await makeTable(client));
    await expect(table.query({ pk: 'P', after })).rejects.toThrow(BadCursor);
  });

  it('from outside the bounds begins at the beginning or ends, as on one machine', async () => {
    const client = clients.dynamo();
    const table = dynamoTable(client, await makeTable(client));
    await table.commit(['A', 'B', 'C', 'D'].map((sk) => put(sk)));
    const sks = async (sk: string, descending: boolean) => {
      const range = { pk: 'P', from: 'B', to: 'C', descending, after: base64([sk, 'P', sk]) };
      return (await table.query(range)).items.map((item) => item.sk);
    };
    expect(await sks('A', false)).toEqual(['B', 'C']);
    expect(await sks('D', false)).toEqual([]);
    expect(await sks('A', true)).toEqual([]);
    expect(await sks('D', true)).toEqual(['C', 'B']);
    expect((await table.query({ pk: 'P', from: 'C', to: 'B' })).items).toEqual([]);
  });
});

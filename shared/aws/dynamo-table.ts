import { createHash, randomUUID } from 'node:crypto';
import {
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  IdempotentParameterMismatchException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Change, Item, Key, Table } from '../ports/table.ts';
import { encodeCursor } from '../ports/table-cursor.ts';
import { assertWithinLimits } from '../ports/table-limits.ts';
import { isStale, Unread, untilTaken } from './dynamo-failures.ts';
import { attributesOf, indexEntryOf, itemOf, keyAttributes, keyOf, oneOfMany } from './dynamo-items.ts';
import { queryPage } from './dynamo-query.ts';
import type { Patience } from './retry.ts';

const mostKeys = 100;

/** A condition that the version that was read is still the stored one. */
const standsAt = (over: number) =>
  over === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :over',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':over': { N: String(over) } },
      };

function writeOf(tableName: string, change: Change, body: string): TransactWriteItem {
  const condition = { TableName: tableName, ...standsAt(change.over) };
  if (change.kind === 'put') return { Put: { ...condition, Item: attributesOf(change.item, change.over + 1, body) } };
  const write = { ...condition, Key: keyAttributes(change.key) };
  return change.kind === 'delete' ? { Delete: write } : { ConditionCheck: write };
}

/** DynamoDB takes 36 characters and remembers them for ten minutes. */
const clientToken = (token: string) => createHash('sha256').update(token).digest('hex').slice(0, 36);

const nameOf = ({ pk, sk }: Key) => JSON.stringify([pk, sk]);

/**
 * The table on DynamoDB: one table, three sparse indexes, every commit one transaction. Reads by key are consistent;
 * an index lags by nature. Conflicts and throttling are waited out for a while and then thrown as `Busy`.
 */
export function dynamoTable(client: DynamoDBClient, tableName: string, patience?: Patience): Table {
  /** Up to a hundred items; what DynamoDB leaves unread for now is asked for again, with the same patience. */
  async function readMany(keys: readonly Key[]): Promise<readonly Item[]> {
    const found: Item[] = [];
    let wanted = keys.map(keyAttributes);
    await untilTaken(async () => {
      const request = { [tableName]: { Keys: wanted, ConsistentRead: true } };
      const { Responses, UnprocessedKeys } = await client.send(new BatchGetItemCommand({ RequestItems: request }));
      found.push(...(Responses?.[tableName] ?? []).map(oneOfMany));
      wanted = (UnprocessedKeys?.[tableName]?.Keys ?? []).map((key) => keyAttributes(keyOf(key)));
      if (wanted.length > 0) throw new Unread('a part of a batch');
    }, patience);
    return found;
  }

  return {
    async get(key) {
      const input = { TableName: tableName, Key: keyAttributes(key), ConsistentRead: true };
      const { Item: found } = await untilTaken(() => client.send(new GetItemCommand(input)), patience);
      return found && itemOf(found);
    },

    async getMany(keys) {
      const asked = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
      const found = new Map<string, Item>();
      for (let at = 0; at < asked.length; at += mostKeys)
        for (const item of await readMany(asked.slice(at, at + mostKeys))) found.set(nameOf(item), item);
      return keys.flatMap((key) => found.get(nameOf(key)) ?? []);
    },

    async query(range) {
      const { rows, more } = await untilTaken(() => queryPage(client, tableName, range), patience);
      const items = rows.map(itemOf);
      const last = items.at(-1);
      return { items, ...(more && last ? { next: encodeCursor({ at: last.sk, key: last }) } : {}) };
    },

    async queryIndex(index, range) {
      const { rows, more } = await untilTaken(() => queryPage(client, tableName, range, index), patience);
      const items = rows.map((row) => indexEntryOf(index, row));
      const last = items.at(-1);
      return { items, ...(more && last ? { next: encodeCursor({ at: last.at.sk, key: last }) } : {}) };
    },

    async commit(changes, token) {
      const bodies = changes.map((change) => (change.kind === 'put' ? JSON.stringify(change.item.data) : ''));
      assertWithinLimits(changes, bodies);
      if (changes.length === 0) return 'committed';
      // One token over all attempts, so that a commit whose answer was lost is not taken for a lost race.
      const command = new TransactWriteItemsCommand({
        TransactItems: changes.map((change, at) => writeOf(tableName, change, bodies[at] ?? '')),
        ClientRequestToken: token === undefined ? randomUUID() : clientToken(token),
      });
      try {
        await untilTaken(() => client.send(command), patience);
        return 'committed';
      } catch (failure) {
        if (isStale(failure)) return 'stale';
        if (failure instanceof IdempotentParameterMismatchException)
          throw new RangeError('a commit token stands for one set of changes', { cause: failure });
        throw failure;
      }
    },
  };
}

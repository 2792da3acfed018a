import { randomUUID } from 'node:crypto';
import {
  CreateTableCommand,
  type DynamoDBClient,
  IdempotentParameterMismatchException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { tableShape } from '../../../shared/aws/table-shape.ts';

const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' }) as const;
const keys = (prefix: string) => [
  { AttributeName: `${prefix}pk`, KeyType: 'HASH' } as const,
  { AttributeName: `${prefix}sk`, KeyType: 'RANGE' } as const,
];

/** A table as the stack makes it, as far as the emulator knows of it. */
export async function makeTable(client: DynamoDBClient): Promise<string> {
  const name = `utfort-${randomUUID()}`;
  const prefixes = ['', ...tableShape.indexes];
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys(''),
      AttributeDefinitions: prefixes.flatMap((prefix) => [text(`${prefix}pk`), text(`${prefix}sk`)]),
      GlobalSecondaryIndexes: tableShape.indexes.map((index) => ({
        IndexName: tableShape.nameOfIndex(index),
        KeySchema: keys(index),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    }),
  );
  return name;
}

/**
 * Does what the emulator does not: remembers a transaction's token, as DynamoDB does for ten minutes. The same request
 * again is answered as done, another one under the same token is refused; a cancelled one has not spent its token.
 */
export function rememberTokens(client: DynamoDBClient): DynamoDBClient {
  const taken = new Map<string, string>();
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== TransactWriteItemsCommand.name) return next(args);
        const { ClientRequestToken: token = '', ...rest } = args.input as { ClientRequestToken?: string };
        const asked = JSON.stringify(rest);
        const known = taken.get(token);
        if (known === asked) return { output: { $metadata: {} }, response: {} };
        if (known !== undefined) throw new IdempotentParameterMismatchException({ $metadata: {}, message: 'recorded' });
        const answer = await next(args);
        taken.set(token, asked);
        return answer;
      },
    { step: 'initialize', name: 'rememberTokens' },
  );
  return client;
}

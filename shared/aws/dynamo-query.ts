import {
  type AttributeValue,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { IndexName, Range } from '../ports/table.ts';
import { decodeCursor, decodeCursorIn, type Place } from '../ports/table-cursor.ts';
import { indexAttributes, keyAttributes } from './dynamo-items.ts';
import { tableShape } from './table-shape.ts';

type Attributes = Record<string, AttributeValue>;

/** DynamoDB orders text by its UTF-8 bytes, as SQLite does; JavaScript's `<` does not. */
const compare = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** How a range is asked for; `empty` when it holds nothing, which DynamoDB would call a mistake. */
type Asked = { readonly input: QueryCommandInput } | 'empty';

const placeOf = (range: Range, index: IndexName | undefined): Place | undefined => {
  if (range.after === undefined) return undefined;
  return index ? decodeCursor(range.after) : decodeCursorIn(range.pk, range.after);
};

/** Where the page before ended, against the bounds: a place before them changes nothing, one past them ends it all. */
function startOf(range: Range, place: Place): 'from-the-beginning' | 'past-the-end' | 'there' {
  const below = range.from !== undefined && compare(place.at, range.from) < 0;
  const above = range.to !== undefined && compare(place.at, range.to) > 0;
  if (below || above) return below !== (range.descending ?? false) ? 'from-the-beginning' : 'past-the-end';
  return 'there';
}

function bounds({ from, to }: Range): { condition: string; values: Attributes } {
  const values = {
    ...(from === undefined || from === '' ? {} : { ':from': { S: from } }),
    ...(to === undefined ? {} : { ':to': { S: to } }),
  };
  if (values[':from'] && values[':to']) return { condition: ' AND #sk BETWEEN :from AND :to', values };
  if (values[':from']) return { condition: ' AND #sk >= :from', values };
  return { condition: values[':to'] ? ' AND #sk <= :to' : '', values };
}

function ask(tableName: string, range: Range, index: IndexName | undefined): Asked {
  const place = placeOf(range, index);
  const start = place && startOf(range, place);
  if (range.to === '' || start === 'past-the-end') return 'empty';
  if (range.from !== undefined && range.to !== undefined && compare(range.from, range.to) > 0) return 'empty';
  const { condition, values } = bounds(range);
  return {
    input: {
      TableName: tableName,
      ...(index ? { IndexName: tableShape.nameOfIndex(index) } : { ConsistentRead: true }),
      KeyConditionExpression: `#pk = :pk${condition}`,
      ExpressionAttributeNames: { '#pk': `${index ?? ''}pk`, ...(condition ? { '#sk': `${index ?? ''}sk` } : {}) },
      ExpressionAttributeValues: { ':pk': { S: range.pk }, ...values },
      ScanIndexForward: !range.descending,
      ...(place && start === 'there'
        ? {
            ExclusiveStartKey: {
              ...keyAttributes(place.key),
              ...(index ? indexAttributes(index, { pk: range.pk, sk: place.at }) : {}),
            },
          }
        : {}),
    },
  };
}

/**
 * One page of a range, in the order of its sort keys. It is gathered until it is full, since DynamoDB ends its own
 * pages at 1 MB; one more than asked for shows whether there is a next one.
 */
export async function queryPage(
  client: DynamoDBClient,
  tableName: string,
  range: Range,
  index?: IndexName,
): Promise<{ rows: readonly Attributes[]; more: boolean }> {
  const asked = ask(tableName, range, index);
  if (asked === 'empty') return { rows: [], more: false };
  const limit = range.limit ?? 1000;
  const rows: Attributes[] = [];
  let start = asked.input.ExclusiveStartKey;
  do {
    const input = { ...asked.input, ExclusiveStartKey: start, Limit: limit + 1 - rows.length };
    const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand(input));
    rows.push(...Items);
    start = LastEvaluatedKey;
  } while (start && rows.length <= limit);
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

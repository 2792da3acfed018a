import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type IndexEntry, type IndexName, type Item, type Key, laterRelease } from '../ports/table.ts';
import { dataOf } from '../ports/table-data.ts';
import { tableShape } from './table-shape.ts';

type Attributes = Record<string, AttributeValue>;

/** How items are written. A reader that meets a later one is older than the table, and must not guess. */
const schema = 1;

export const keyAttributes = ({ pk, sk }: Key): Attributes => ({ pk: { S: pk }, sk: { S: sk } });

export const indexAttributes = (index: IndexName, { pk, sk }: Key): Attributes => ({
  [`${index}pk`]: { S: pk },
  [`${index}sk`]: { S: sk },
});

/** `body` is the data as JSON text: the same bytes, and so the same numbers and limits, as on one machine. */
export function attributesOf(item: Omit<Item, 'version'>, version: number, body: string): Attributes {
  const indexed = Object.entries(item.indexes ?? {}) as [IndexName, Key][];
  return {
    ...keyAttributes(item),
    schema: { N: String(schema) },
    version: { N: String(version) },
    data: { S: body },
    ...Object.assign({}, ...indexed.map(([index, key]) => indexAttributes(index, key))),
    ...(item.expiresAt === undefined
      ? {}
      : {
          expiresAt: { S: item.expiresAt },
          [tableShape.timeToLive]: { N: String(Math.ceil(Date.parse(item.expiresAt) / 1000)) },
        }),
  };
}

function text(attributes: Attributes, name: string): string {
  const value = attributes[name]?.S;
  if (value === undefined) throw new Error(`an item without ${name}`);
  return value;
}

const keyAt = (attributes: Attributes, prefix: string): Key => ({
  pk: text(attributes, `${prefix}pk`),
  sk: text(attributes, `${prefix}sk`),
});

export const keyOf = (attributes: Attributes): Key => keyAt(attributes, '');

const isLater = (attributes: Attributes): boolean => Number(attributes.schema?.N) > schema;

export function itemOf(attributes: Attributes): Item {
  if (isLater(attributes)) throw new Error('an item of a later release');
  return oneOfMany(attributes);
}

/** As `itemOf`, among others that must be read: of a later release's item only where it is. */
export function oneOfMany(attributes: Attributes): Item {
  const indexed = tableShape.indexes.filter((index) => attributes[`${index}pk`]);
  return {
    ...keyOf(attributes),
    version: Number(attributes.version?.N),
    data: isLater(attributes) ? laterRelease : dataOf(attributes.data?.S ?? ''),
    ...(indexed.length > 0
      ? { indexes: Object.fromEntries(indexed.map((index) => [index, keyAt(attributes, index)])) }
      : {}),
    ...(attributes.expiresAt ? { expiresAt: text(attributes, 'expiresAt') } : {}),
  };
}

export const indexEntryOf = (index: IndexName, attributes: Attributes): IndexEntry => ({
  ...keyOf(attributes),
  at: keyAt(attributes, index),
});

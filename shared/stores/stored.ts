import type * as z from 'zod';
import type { Item, Key } from '../ports/table.ts';

/** An entity as it was read, with the version that a change of it is decided on. */
export type Stored<T> = { readonly entity: T; readonly version: number };

/** Every read leaves the store through its schema. */
export const storedAs = <Schema extends z.ZodType>(schema: Schema, item: Item): Stored<z.output<Schema>> => ({
  entity: schema.parse(item.data),
  version: item.version,
});

/** Those of a list that can be read, and the keys of those that cannot: one of them must not shut the list. */
export type ReadableItems<T> = { readonly items: readonly Stored<T>[]; readonly unreadable: readonly Key[] };

export function readableAs<Schema extends z.ZodType>(
  schema: Schema,
  found: readonly Item[],
): ReadableItems<z.output<Schema>> {
  const items: Stored<z.output<Schema>>[] = [];
  const unreadable: Key[] = [];
  for (const item of found) {
    const read = schema.safeParse(item.data);
    if (read.success) items.push({ entity: read.data, version: item.version });
    else unreadable.push({ pk: item.pk, sk: item.sk });
  }
  return { items, unreadable };
}

/** The same, as entities alone: for a list that people look at, never for a sum, a count or a chain. */
export const legibleAs = <Schema extends z.ZodType>(
  schema: Schema,
  found: readonly Item[],
): readonly z.output<Schema>[] => readableAs(schema, found).items.map(({ entity }) => entity);

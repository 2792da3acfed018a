import type * as z from 'zod';
import type { Item } from '../ports/table.ts';

/** An entity as it was read, with the version that a change of it is decided on. */
export type Stored<T> = { readonly entity: T; readonly version: number };

/** Every read leaves the store through its schema. */
export const storedAs = <Schema extends z.ZodType>(schema: Schema, item: Item): Stored<z.output<Schema>> => ({
  entity: schema.parse(item.data),
  version: item.version,
});

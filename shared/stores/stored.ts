import type * as z from 'zod';
import type { Item } from '../ports/table.ts';

/** An entity as it was read, with the version that a change of it is decided on. */
export type Stored<T> = { readonly entity: T; readonly version: number };

/** Every read leaves the store through its schema. */
export const storedAs = <T>(schema: z.ZodType<T>, item: Item): Stored<T> => ({
  entity: schema.parse(item.data),
  version: item.version,
});

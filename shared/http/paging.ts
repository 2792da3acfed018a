import * as z from 'zod';
import { BadCursor } from '../ports/table.ts';

export const PageSize = z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'How many on a page' });

/** Where a page goes on: the `next` of the page before, which only the table reads. */
export const Cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,2000}$/)
  .optional()
  .meta({ description: 'The `next` of the page before' });

/** Of what is read as a whole, since there is seldom much of it: as much as fits in an answer, and the rest by `next`. */
export const wholePage = {
  limit: z.coerce.number().int().min(1).max(1000).default(1000).meta({ description: 'How many at most' }),
  cursor: Cursor,
};

const cursorAfter = (key: string): string => Buffer.from(key).toString('base64url');

/** The key that a page goes on after; throws `BadCursor` on what no page can have said. */
function keyIn(cursor: string): string {
  const key = Buffer.from(cursor, 'base64url').toString();
  if (cursorAfter(key) !== cursor) throw new BadCursor('not a place');
  return key;
}

/** One page of what has been read as a whole, in the order of its keys; `next` leads to what comes after. */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): { readonly items: T[]; readonly next?: string } {
  const after = cursor === undefined ? undefined : keyIn(cursor);
  const start = after === undefined ? 0 : all.findIndex((item) => keyOf(item) > after);
  const items = start === -1 ? [] : all.slice(start, start + limit);
  const last = items.at(-1);
  const isMore = last !== undefined && start + limit < all.length;
  return { items, ...(isMore ? { next: cursorAfter(keyOf(last)) } : {}) };
}

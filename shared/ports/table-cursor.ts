import * as z from 'zod';
import { BadCursor, type Key } from './table.ts';

/** Where a page ended: the place in the order, and the item's own key, which decides between equal places. */
export type Place = { readonly at: string; readonly key: Key };

const text = z.string().min(1).max(2048);
const Parts = z.tuple([text, text, text]);

export const encodeCursor = ({ at, key }: Place): string =>
  Buffer.from(JSON.stringify([at, key.pk, key.sk])).toString('base64url');

/** Throws `BadCursor` on whatever is not one of ours; people hold cursors, so anything may come back. */
export function decodeCursor(cursor: string): Place {
  try {
    const [at, pk, sk] = Parts.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { at, key: { pk, sk } };
  } catch {
    throw new BadCursor('not a cursor of this table');
  }
}

/** In a partition an item's place is its own key: a cursor from elsewhere is not one of this range. */
export function decodeCursorIn(pk: string, cursor: string): Place {
  const place = decodeCursor(cursor);
  if (place.key.pk !== pk || place.at !== place.key.sk) throw new BadCursor('a cursor of another range');
  return place;
}

import * as z from 'zod';
import { Instant, plusHours } from '../../../shared/domain/local-time.ts';
import type { Change, Item, Key } from '../../../shared/ports/table.ts';
import { dueKey } from '../../../shared/stores/due-index.ts';
import { type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { DeclinedVisit } from './declined-visit.ts';

/** Declined visits that a handed-in form tells of, which have yet to be taken up in their cases (L-50). */
export const ToldDeclines = z.object({
  id: z.string(),
  providerId: z.string(),
  at: Instant,
  by: z.string(),
  visits: z.array(DeclinedVisit),
});
export type ToldDeclines = z.infer<typeof ToldDeclines>;

const keyOf = (id: string): Key => ({ pk: `DECLINES#${id}`, sk: 'DECLINES' });
const aMonth = 31 * 24;

/** Where they wait: written by the month, taken up by the orders. What has been taken up is weeded after a month. */
export const toldDeclinesStore = {
  add: (told: ToldDeclines): Change => ({
    kind: 'put',
    over: 0,
    item: { ...keyOf(told.id), data: told, indexes: { g2: dueKey('declines', told.at, told.id) } },
  }),
  takenUp: ({ entity, version }: Stored<ToldDeclines>, at: Instant): Change => ({
    kind: 'put',
    over: version,
    item: { ...keyOf(entity.id), data: entity, expiresAt: plusHours(at, aMonth) },
  }),

  read: (item: Item): Stored<ToldDeclines> => storedAs(ToldDeclines, item),
};

import * as z from 'zod';
import { Instant, plusHours } from '../../../shared/domain/local-time.ts';
import type { Change, Item, Key } from '../../../shared/ports/table.ts';
import { dueKey } from '../../../shared/stores/due-index.ts';
import { type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { DeclinedVisit } from './declined-visit.ts';

/** Declined visits of a handed-in form, which have yet to be taken up in their cases (L-50). */
export const HandedInDeclines = z.object({
  id: z.string(),
  providerId: z.string(),
  at: Instant,
  by: z.string(),
  visits: z.array(DeclinedVisit),
});
export type HandedInDeclines = z.infer<typeof HandedInDeclines>;

const keyOf = (id: string): Key => ({ pk: `DECLINES#${id}`, sk: 'DECLINES' });
const aMonth = 31 * 24;

/** Where they wait: written by the month, taken up by the orders. What has been taken up is weeded after a month. */
export const handedInDeclinesStore = {
  add: (told: HandedInDeclines): Change => ({
    kind: 'put',
    over: 0,
    item: { ...keyOf(told.id), data: told, indexes: { g2: dueKey('declines', told.at, told.id) } },
  }),
  takenUp: ({ entity, version }: Stored<HandedInDeclines>, at: Instant): Change => ({
    kind: 'put',
    over: version,
    item: { ...keyOf(entity.id), data: entity, expiresAt: plusHours(at, aMonth) },
  }),

  read: (item: Item): Stored<HandedInDeclines> => storedAs(HandedInDeclines, item),
};

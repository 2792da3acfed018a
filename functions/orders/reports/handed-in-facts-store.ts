import * as z from 'zod';
import { Instant, Month, plusHours } from '../../../shared/domain/local-time.ts';
import type { Change, Item, Key } from '../../../shared/ports/table.ts';
import { dueKey } from '../../../shared/stores/due-index.ts';
import { type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { FormFact } from './told-fact.ts';

/** The deaths and hospital stays of a handed-in form, or of the cases between two numbers in it. */
export const HandedInFacts = z.object({
  id: z.string(),
  providerId: z.string(),
  month: Month,
  at: Instant,
  by: z.string(),
  /** The first case, and the one before which it ends; without one there is no limit that way. */
  first: z.string().optional(),
  until: z.string().optional(),
  facts: z.array(FormFact),
});
export type HandedInFacts = z.infer<typeof HandedInFacts>;

const keyOf = (id: string): Key => ({ pk: `FACTS#${id}`, sk: 'FACTS' });
const aMonth = 31 * 24;

/** Where they wait: written by the month, taken up by the orders. What has been taken up is weeded after a month. */
export const handedInFactsStore = {
  add: (told: HandedInFacts): Change => ({
    kind: 'put',
    over: 0,
    item: { ...keyOf(told.id), data: told, indexes: { g2: dueKey('facts', told.at, told.id) } },
  }),
  takenUp: ({ entity, version }: Stored<HandedInFacts>, at: Instant): Change => ({
    kind: 'put',
    over: version,
    item: { ...keyOf(entity.id), data: entity, expiresAt: plusHours(at, aMonth) },
  }),

  read: (item: Item): Stored<HandedInFacts> => storedAs(HandedInFacts, item),
};

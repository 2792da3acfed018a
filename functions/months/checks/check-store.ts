import * as z from 'zod';
import { Instant, type Month, plusHours } from '../../../shared/domain/local-time.ts';
import type { Change, Item, Key, Table } from '../../../shared/ports/table.ts';
import { dueKey } from '../../../shared/stores/due-index.ts';
import { type Stored, storedAs } from '../../../shared/stores/stored.ts';

/** A dry run of a large file that somebody has asked for, and where its answer is when it is done. */
export const Check = z.object({
  id: z.string(),
  month: z.string(),
  providerId: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  /** Who had a case at the provider in the month when it was asked for: to them it opens as the month does. */
  officers: z.array(z.string()).optional(),
  report: z.string(),
  deviations: z.string(),
  state: z.enum(['waiting', 'done', 'refused']),
  answerId: z.string().optional(),
  refusal: z
    .object({
      code: z.string(),
      faults: z.array(z.object({ at: z.string(), code: z.string(), message: z.string().optional() })),
    })
    .optional(),
});
export type Check = z.infer<typeof Check>;

const aMonth = 31 * 24;
const keyOf = (id: string): Key => ({ pk: `CHECK#${id}`, sk: 'CHECK' });

/** Where asked-for dry runs live. */
export const checkStore = (table: Table) => ({
  async find(id: string, month: Month): Promise<Stored<Check> | undefined> {
    const item = await table.get(keyOf(id));
    const stored = item && storedAs(Check, item);
    return stored?.entity.month === month ? stored : undefined;
  },

  save: (next: Check, over: Stored<Check> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: {
      ...keyOf(next.id),
      data: next,
      expiresAt: plusHours(next.askedAt, aMonth),
      ...(next.state === 'waiting' ? { indexes: { g2: dueKey('checks', next.askedAt, next.id) } } : {}),
    },
  }),

  read: (item: Item): Stored<Check> => storedAs(Check, item),
});

import * as z from 'zod';
import { Instant, plusHours } from '../../../shared/domain/local-time.ts';
import type { Change, Key, Table } from '../../../shared/ports/table.ts';
import { type Stored, storedAs } from '../../../shared/stores/stored.ts';

/** When a person lately searched; never for whom. */
export const Searches = z.object({ at: z.array(Instant) });
export type Searches = z.infer<typeof Searches>;

const keyOf = (userId: string): Key => ({ pk: `SEARCHES#${userId}`, sk: 'SEARCHES' });

/** How often somebody searches, by the hour: kept an hour, and then it goes by itself. */
export const searchStore = (table: Table) => ({
  async of(userId: string): Promise<Stored<Searches> | undefined> {
    const item = await table.get(keyOf(userId));
    return item && storedAs(Searches, item);
  },
  save: (userId: string, next: Searches, over: Stored<Searches> | undefined, at: Instant): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(userId), data: next, expiresAt: plusHours(at, 1) },
  }),
});

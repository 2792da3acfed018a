import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Instant, plusHours } from '../../../shared/domain/local-time.ts';
import type { Change, Key, Table } from '../../../shared/ports/table.ts';
import { type Stored, storedAs } from '../../../shared/stores/stored.ts';

/** When an address was last answered. */
export const Answered = z.object({ at: z.array(Instant).max(10) });
export type Answered = z.infer<typeof Answered>;

/** Where it is counted how often an address is answered: under its hash, and forgotten when it no longer matters. */
const keyOf = (address: string): Key => ({
  pk: `ANSWERED#${createHash('sha256').update(address.toLowerCase()).digest('hex')}`,
  sk: 'ANSWERED',
});
const hoursKept = 2;

export const answeredStore = (table: Table) => ({
  async find(address: string): Promise<Stored<Answered> | undefined> {
    const item = await table.get(keyOf(address));
    return item && storedAs(Answered, item);
  },
  save: (address: string, next: Answered, over: Stored<Answered> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(address), data: next, expiresAt: plusHours(next.at.at(-1) ?? '', hoursKept) },
  }),
});

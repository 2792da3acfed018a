import { TurnEntry, TurnList, type Written } from '../../shared/domain/turn-list.ts';
import type { Change, Key, Page, Table } from '../../shared/ports/table.ts';
import { legibleAs, type Stored, storedAs } from '../../shared/stores/stored.ts';

const key: Key = { pk: 'TURNS', sk: 'LIST' };
/** Padded, so that the ledger's order as text is its order. */
const entryKey = (seq: number): Key => ({ pk: 'TURN#LEDGER', sk: `ENTRY#${String(seq).padStart(9, '0')}` });

/**
 * Where the turn list lives, and its ledger beside it. The list is written over the version that was read, so that two
 * officers at once never get the same turn (L-08); an entry of the ledger is written over nothing and never again.
 */
export const turnListStore = (table: Table) => ({
  async find(): Promise<Stored<TurnList> | undefined> {
    const item = await table.get(key);
    return item && storedAs(TurnList, item);
  },

  write: (
    written: Written | readonly [Written, ...Written[]],
    over: Stored<TurnList> | undefined,
  ): readonly Change[] => {
    const all = 'entry' in written ? [written] : written;
    const list = all.at(-1)?.list;
    return [
      { kind: 'put', over: over?.version ?? 0, item: { ...key, data: list } },
      ...all.map(({ entry }): Change => ({ kind: 'put', over: 0, item: { ...entryKey(entry.seq), data: entry } })),
    ];
  },

  async entry(seq: number): Promise<TurnEntry | undefined> {
    const item = await table.get(entryKey(seq));
    return item && TurnEntry.parse(item.data);
  },

  /** A page of the ledger, the newest first. */
  async ledger(page: { limit: number; after?: string }): Promise<Page<TurnEntry>> {
    const { items, next } = await table.query({ pk: 'TURN#LEDGER', descending: true, ...page });
    return { items: legibleAs(TurnEntry, items), ...(next ? { next } : {}) };
  },

  /** All of it, in order, for those who play it again. */
  async wholeLedger(): Promise<readonly TurnEntry[]> {
    const entries: TurnEntry[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk: 'TURN#LEDGER', limit: 1000, after });
      entries.push(...page.items.map((item) => TurnEntry.parse(item.data)));
      after = page.next;
    } while (after !== undefined);
    return entries;
  },
});

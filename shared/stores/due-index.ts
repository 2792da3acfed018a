import { type Instant, dateOf, plusDays } from '../domain/local-time.ts';
import type { Change, IndexEntry, Key, Table } from '../ports/table.ts';
import * as z from 'zod';

/**
 * What falls due, in ten shards a day so that no day is one hot partition. The sweep starts at its watermark, so an
 * outage of days is caught up, and the key goes from the item when the clock has done what it does.
 */
export type DueQueue = 'deadlines' | 'letters' | 'checks';

const shards = 10;

/** A stable spread of ids over the shards. */
const shardOf = (id: string): number => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % shards;

const partition = (queue: DueQueue, date: string, shard: number) => `DUE#${queue}#${date}#${shard}`;

export const dueKey = (queue: DueQueue, at: Instant, id: string): Key => ({
  pk: partition(queue, dateOf(at), shardOf(id)),
  sk: `${at}#${id}`,
});

const Watermark = z.object({ from: z.string() });
const watermarkKey = (queue: DueQueue): Key => ({ pk: 'WATERMARK', sk: queue });

/** What is due at `at`, the earliest first. `limit` bounds one sweep; the next goes on where it ended. */
export async function dueOnes(table: Table, queue: DueQueue, at: Instant, limit: number): Promise<readonly IndexEntry[]> {
  const mark = await table.get(watermarkKey(queue));
  const today = dateOf(at);
  const found: IndexEntry[] = [];
  for (let date = mark ? Watermark.parse(mark.data).from : today; date <= today; date = plusDays(date, 1)) {
    for (let shard = 0; shard < shards && found.length < limit; shard++) {
      const { items } = await table.queryIndex('g2', { pk: partition(queue, date, shard), to: `${at}#~`, limit });
      found.push(...items);
    }
  }
  return found.sort((a, b) => (a.at.sk < b.at.sk ? -1 : 1)).slice(0, limit);
}

/** Moves the watermark when a day has nothing left in it; the first sweep of all sets it. */
export async function moveWatermark(table: Table, queue: DueQueue, at: Instant): Promise<readonly Change[]> {
  const mark = await table.get(watermarkKey(queue));
  const today = dateOf(at);
  let from = mark ? Watermark.parse(mark.data).from : today;
  while (from < today) {
    const left = await Promise.all(
      Array.from({ length: shards }, (_, shard) => table.queryIndex('g2', { pk: partition(queue, from, shard), limit: 1 })),
    );
    if (left.some(({ items }) => items.length > 0)) break;
    from = plusDays(from, 1);
  }
  if (mark && Watermark.parse(mark.data).from === from) return [];
  return [{ kind: 'put', over: mark?.version ?? 0, item: { ...watermarkKey(queue), data: { from } } }];
}

/** The next instant at which something falls due within the coming days; the local machine's clock stops there. */
export async function nextDueAfter(table: Table, queue: DueQueue, at: Instant, until: Instant): Promise<Instant | undefined> {
  const last = dateOf(until);
  for (let date = dateOf(at); date <= last; date = plusDays(date, 1)) {
    const first = await Promise.all(
      Array.from({ length: shards }, (_, shard) =>
        table.queryIndex('g2', { pk: partition(queue, date, shard), from: `${at}#~`, limit: 1 }),
      ),
    );
    const instants = first.flatMap(({ items }) => items.map((entry) => entry.at.sk.slice(0, 24))).sort();
    if (instants[0] !== undefined) return instants[0] <= until ? instants[0] : undefined;
  }
  return undefined;
}

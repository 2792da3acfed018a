import * as z from 'zod';
import { dateOf, type Instant, type LocalDate, plusDays } from '../domain/local-time.ts';
import type { IndexEntry, Key, Table } from '../ports/table.ts';

/**
 * What falls due, in ten shards a day so that no day is one hot partition. The sweep starts at its watermark, so an
 * outage of days is caught up, and the key goes from the item when the clock has done what it does.
 */
export const dueQueues = ['deadlines', 'letters', 'checks', 'orders', 'switches', 'declines', 'records'] as const;
export type DueQueue = (typeof dueQueues)[number];

const shards = 10;

/** A stable spread of ids over the shards. */
const shardOf = (id: string): number =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % shards;

const partition = (queue: DueQueue, date: string, shard: number) => `DUE#${queue}#${date}#${shard}`;

export const dueKey = (queue: DueQueue, at: Instant, id: string): Key => ({
  pk: partition(queue, dateOf(at), shardOf(id)),
  sk: `${at}#${id}`,
});

const Watermark = z.object({ from: z.string() });
const watermarkKey = (queue: DueQueue): Key => ({ pk: 'WATERMARK', sk: queue });

/** How far back the first sweep looks, which has no mark to begin at: something may have been stored long before it. */
const daysBeforeMark = 14;

/** Where a sweep begins: at its mark, and never later than yesterday. */
async function sweptFrom(
  table: Table,
  queue: DueQueue,
  today: LocalDate,
): Promise<{ from: LocalDate; version: number; kept?: string }> {
  const mark = await table.get(watermarkKey(queue));
  const yesterday = plusDays(today, -1);
  const kept = mark && Watermark.parse(mark.data).from;
  const from = kept ?? plusDays(today, -daysBeforeMark);
  return { from: from < yesterday ? from : yesterday, version: mark?.version ?? 0, kept };
}

/** What is due at `at`, the earliest first. `limit` bounds one sweep; the next goes on where it ended. */
export async function dueOnes(
  table: Table,
  queue: DueQueue,
  at: Instant,
  limit: number,
): Promise<readonly IndexEntry[]> {
  const today = dateOf(at);
  const found: IndexEntry[] = [];
  for (let { from: date } = await sweptFrom(table, queue, today); date <= today; date = plusDays(date, 1)) {
    for (let shard = 0; shard < shards && found.length < limit; shard++) {
      const { items } = await table.queryIndex('g2', { pk: partition(queue, date, shard), to: `${at}#~`, limit });
      found.push(...items);
    }
  }
  return found.sort((a, b) => (a.at.sk < b.at.sk ? -1 : 1)).slice(0, limit);
}

/** Moves the mark past the days that have nothing left in them; yesterday always stays within reach. */
export async function moveWatermark(table: Table, queue: DueQueue, at: Instant): Promise<void> {
  const yesterday = plusDays(dateOf(at), -1);
  const { from: start, version, kept } = await sweptFrom(table, queue, dateOf(at));
  let from = start;
  while (from < yesterday) {
    const day = from;
    const left = await Promise.all(
      Array.from({ length: shards }, (_, shard) =>
        table.queryIndex('g2', { pk: partition(queue, day, shard), limit: 1 }),
      ),
    );
    if (left.some(({ items }) => items.length > 0)) break;
    from = plusDays(from, 1);
  }
  // Lost to another sweep: that one moved it.
  if (kept !== from)
    await table.commit([{ kind: 'put', over: version, item: { ...watermarkKey(queue), data: { from } } }]);
}

/** The next instant at which something falls due within the coming days; the local machine's clock stops there. */
export async function nextDueAfter(
  table: Table,
  queue: DueQueue,
  at: Instant,
  until: Instant,
): Promise<Instant | undefined> {
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

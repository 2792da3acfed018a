import * as z from 'zod';
import { dateOf, type Instant, LocalDate, plusDays } from '../domain/local-time.ts';
import { type IndexEntry, type Key, laterRelease, type Table } from '../ports/table.ts';

/**
 * What falls due, in ten shards a day so that no day is one hot partition. The sweep starts at its watermark, so an
 * outage of days is caught up, and the key goes from the item when the clock has done what it does.
 */
export const dueQueues = [
  'deadlines',
  'letters',
  'checks',
  'orders',
  'switches',
  'declines',
  'facts',
  'records',
  'moves',
  'imports',
  'mails',
  'contacts',
] as const;
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

const Watermark = z.object({ from: LocalDate });
const watermarkKey = (queue: DueQueue): Key => ({ pk: 'WATERMARK', sk: queue });

/** How far back the first sweep looks, which has no mark to begin at: something may have been stored long before it. */
const daysBeforeMark = 14;

/**
 * Where a sweep begins: at its mark, and never later than yesterday. A mark that cannot be read is as none: a sweep too
 * many finds what it has done already, and the next move writes over it.
 */
async function sweptFrom(
  table: Table,
  queue: DueQueue,
  today: LocalDate,
): Promise<{ from: LocalDate; version: number; kept?: string; unreadable?: 'damaged' | 'later-release' }> {
  const mark = await table.get(watermarkKey(queue));
  const yesterday = plusDays(today, -1);
  const kept = mark && Watermark.safeParse(mark.data).data?.from;
  const from = kept ?? plusDays(today, -daysBeforeMark);
  const found = { from: from < yesterday ? from : yesterday, version: mark?.version ?? 0 };
  if (kept !== undefined) return { ...found, kept };
  return mark ? { ...found, unreadable: mark.data === laterRelease ? 'later-release' : 'damaged' } : found;
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

/**
 * Moves the mark past the days that have nothing left in them; yesterday always stays within reach. `tell` is called
 * with a mark that could not be read.
 */
export async function moveWatermark(
  table: Table,
  queue: DueQueue,
  at: Instant,
  tell: (failure: Error) => void,
): Promise<void> {
  const yesterday = plusDays(dateOf(at), -1);
  const { from: start, version, kept, unreadable } = await sweptFrom(table, queue, dateOf(at));
  if (unreadable) tell(new Error(`unreadable watermark of ${queue}: ${unreadable}`));
  // Left to the release that wrote it.
  if (unreadable === 'later-release') return;
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

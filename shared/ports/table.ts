/**
 * The one table. Wide enough for the stores, small enough to be the same on DynamoDB and on one machine.
 * Items carry the version they were written at; a commit names the version each change was decided on,
 * and a race that is lost comes back as the value `stale`, never as an exception.
 */
export type Key = { readonly pk: string; readonly sk: string };

/** `g1` what someone is responsible for, by state · `g2` what falls due · `g3` what a provider sees. */
export type IndexName = 'g1' | 'g2' | 'g3';

/** The data of an item that a later release wrote: this one must not guess at it, and must not write over it. */
export const laterRelease: unique symbol = Symbol('written by a later release');

export type Item = Key & {
  readonly version: number;
  /** What was stored. Damaged text that is no JSON is handed on as the text it is, for no store takes a bare text. */
  readonly data: unknown;
  /** Sparse: an item is in an index only while it names a key there. Nothing personal in a key. */
  readonly indexes?: Partial<Record<IndexName, Key>>;
  /** When the item may be weeded by itself (idempotency keys, spent intents); UTC. */
  readonly expiresAt?: string;
};

/** `over` is the version that was read; 0 says that nothing was stored there. */
export type Change =
  | { readonly kind: 'put'; readonly item: Omit<Item, 'version'>; readonly over: number }
  | { readonly kind: 'delete'; readonly key: Key; readonly over: number }
  | { readonly kind: 'check'; readonly key: Key; readonly over: number };

export type Range = {
  readonly pk: string;
  /** Inclusive bounds on `sk`; leave both out for the whole partition. */
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  readonly descending?: boolean;
  /** Opaque: the `next` of the page before. */
  readonly after?: string;
};

export type Page<T> = { readonly items: readonly T[]; readonly next?: string };

/** Where an index entry leads: the item's own key, and its key in the index. */
export type IndexEntry = Key & { readonly at: Key };

export type Table = {
  get(key: Key): Promise<Item | undefined>;
  /** Items that exist, in the order asked for; what is missing is left out. */
  getMany(keys: readonly Key[]): Promise<readonly Item[]>;
  query(range: Range): Promise<Page<Item>>;
  /** An index may lag: it answers with keys, and the reader re-reads by key. */
  queryIndex(index: IndexName, range: Range): Promise<Page<IndexEntry>>;
  /** All or nothing. The same token again is the same commit and changes nothing. */
  commit(changes: readonly Change[], token?: string): Promise<'committed' | 'stale'>;
};

/** DynamoDB's limits, held by every adapter so that what works on one machine works in the cloud. */
export const tableLimits = { changes: 100, itemBytes: 400_000, commitBytes: 4_000_000 } as const;

/** The table could not take it while the adapter waited: conflicts or throttling that did not pass. Nothing is changed. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/** `after` is not the `next` of a page of this range. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}

import * as z from 'zod';
import { Instant } from '../../../shared/domain/local-time.ts';
import { Chain, RecordKind } from '../../../shared/domain/signed-record.ts';
import type { Change, Item, Key, Table } from '../../../shared/ports/table.ts';
import { type ReadableItems, readableAs, type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { Intent } from './intent.ts';

/** A signed record, as the table knows it; the record itself is a document that nobody may change. */
export const RecordRef = z
  .object({
    recordId: z.string(),
    kind: RecordKind,
    seq: z.int(),
    sha256: z.string(),
    contentSha256: z.string().optional().meta({
      description:
        'The SHA-256 of what was signed, the same as its intent showed: the checksum that people are shown. Absent of records signed before it was kept here; it stands in each record.',
    }),
    signedBy: z.string(),
    role: z.string(),
    signedAt: Instant,
  })
  .meta({ id: 'RecordRef' });
export type RecordRef = z.infer<typeof RecordRef>;

/** The latest record of a stream: what the next one names as the one before it. */
export const ChainHead = z.object({ kind: RecordKind, sha256: z.string(), chain: Chain });
export type ChainHead = z.infer<typeof ChainHead>;

const intentKey = (id: string): Key => ({ pk: `INTENT#${id}`, sk: 'INTENT' });
const headKey = (stream: string): Key => ({ pk: `CHAIN#${stream}`, sk: 'HEAD' });
const recordKey = (stream: string, { seq }: Pick<RecordRef, 'seq'>): Key => ({
  pk: `CHAIN#${stream}`,
  sk: `RECORD#${String(seq).padStart(6, '0')}`,
});

/** Streams by their latest record, for the daily checkpoint; the checkpoints' own stream is not among them. */
const changedAt = (stream: string, ref: RecordRef): { g1?: Key } =>
  ref.kind === 'checkpoint' ? {} : { g1: { pk: 'CHAINS', sk: `${ref.signedAt}#${stream}` } };

/** Where intents and signed records live. A record's row is put once, over nothing. */
export const signingStore = (table: Table) => ({
  async intent(id: string): Promise<Stored<Intent> | undefined> {
    const item = await table.get(intentKey(id));
    return item && storedAs(Intent, item);
  },

  saveIntent: (next: Intent, over: Stored<Intent> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...intentKey(next.id), data: next },
  }),

  async head(stream: string): Promise<Stored<ChainHead> | undefined> {
    const item = await table.get(headKey(stream));
    return item && storedAs(ChainHead, item);
  },

  /** The record and the new head, conditional on the old: two who sign at once meet here, and one signs again. */
  append(stream: string, ref: RecordRef, next: ChainHead, over: Stored<ChainHead> | undefined): readonly Change[] {
    return [
      { kind: 'put', over: 0, item: { ...recordKey(stream, ref), data: ref } },
      {
        kind: 'put',
        over: over?.version ?? 0,
        item: { ...headKey(stream), data: next, indexes: changedAt(stream, ref) },
      },
    ];
  },

  /** The heads of the streams that have got a record after an instant, the earliest first; one that cannot be read by its key. */
  async headsSince(after: Instant | undefined): Promise<ReadableItems<ChainHead>> {
    const found: Item[] = [];
    let next: string | undefined;
    do {
      const from = after === undefined ? {} : { from: `${after}~` };
      const page = await table.queryIndex('g1', { pk: 'CHAINS', ...from, after: next });
      found.push(...(await table.getMany(page.items)));
      next = page.next;
    } while (next !== undefined);
    return readableAs(ChainHead, found);
  },

  async records(stream: string): Promise<readonly RecordRef[]> {
    const { items } = await table.query({ pk: `CHAIN#${stream}`, from: 'RECORD#', to: 'RECORD#~' });
    return items.map((item) => RecordRef.parse(item.data));
  },
});

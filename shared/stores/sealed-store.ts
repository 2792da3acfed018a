import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { Instant } from '../domain/local-time.ts';
import type { Deps } from '../ports/deps.ts';
import type { Change, Item, Key } from '../ports/table.ts';
import { dueKey } from './due-index.ts';
import { type Stored, storedAs } from './stored.ts';

/** The two files for people that go with a statement, by the ids that its month names. */
const FilesForPeople = z.object({ pdfId: z.string(), basisId: z.string() });
export type FilesForPeople = z.infer<typeof FilesForPeople>;

type WithRecord = {
  readonly files?: FilesForPeople | undefined;
  readonly keeps?: string | readonly string[] | undefined;
};

/**
 * A record that has been committed with its step, and is not among the records yet. Its file travels in the commit,
 * packed; one that is too large for that is kept among the documents.
 */
export const WaitingRecord = z.object({
  recordId: z.string(),
  sealedAt: Instant,
  packed: z.base64().optional(),
  stagedId: z.string().optional(),
  files: FilesForPeople.optional(),
  /** The document that was signed, or the scans of one: laid among the records with its record. */
  keeps: z.union([z.string(), z.array(z.string())]).optional(),
});
export type WaitingRecord = z.infer<typeof WaitingRecord>;

/** In signs; well below what an item holds. */
const mostInItem = 300_000;
/** What is kept there for longer than a year belongs to no record, and is weeded by this beginning of its name. */
export const stagedPrefix = 'staged-';

const prefix = 'SEALED#';
const keyOf = (recordId: string): Key => ({ pk: `${prefix}${recordId}`, sk: 'SEALED' });

/** The record that waits under this key; undefined for the key of anything else. */
export const sealedIdOf = ({ pk }: Key): string | undefined =>
  pk.startsWith(prefix) ? pk.slice(prefix.length) : undefined;

async function bytesIn(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/**
 * Where sealed records wait between the commit of their step and the place from which nobody can take them away again.
 * What is here has been committed; an attempt that is lost leaves nothing but, of a large record, a file among the
 * documents that nothing leads to.
 */
export const sealedStore = ({ table, documents }: Pick<Deps, 'table' | 'documents'>) => {
  async function find(recordId: string): Promise<Stored<WaitingRecord> | undefined> {
    const item = await table.get(keyOf(recordId));
    return item && storedAs(WaitingRecord, item);
  }

  async function fileOf({ packed, stagedId = '' }: WaitingRecord): Promise<Uint8Array> {
    return packed === undefined
      ? bytesIn(documents.read('documents', stagedId))
      : inflateRawSync(Buffer.from(packed, 'base64'));
  }

  return {
    /** The record's file as a change of the commit that makes it a record. */
    async wait(recordId: string, bytes: Uint8Array, at: Instant, { files, keeps }: WithRecord = {}): Promise<Change> {
      const packed = deflateRawSync(bytes).toString('base64');
      const isLarge = packed.length > mostInItem;
      const stagedId = `${stagedPrefix}${recordId}`;
      if (isLarge) await documents.put('documents', stagedId, bytes, 'application/json');
      const place = isLarge ? { stagedId } : { packed };
      const data: WaitingRecord = {
        recordId,
        sealedAt: at,
        ...place,
        ...(files ? { files } : {}),
        ...(keeps ? { keeps: typeof keeps === 'string' ? keeps : [...keeps] } : {}),
      };
      const indexes = { g2: dueKey('records', at, recordId) };
      return { kind: 'put', over: 0, item: { ...keyOf(recordId), data, indexes } };
    },

    find,
    /** The file of a record that waits. */
    fileOf,
    /** A committed record's file, byte by byte as it was sealed, wherever it is now. */
    async bytes(recordId: string): Promise<Uint8Array> {
      // Asked first: it goes from here only when it lies there.
      const waiting = await find(recordId);
      return waiting ? fileOf(waiting.entity) : bytesIn(documents.read('records', recordId));
    },

    clear: ({ entity, version }: Stored<WaitingRecord>): Change => ({
      kind: 'delete',
      key: keyOf(entity.recordId),
      over: version,
    }),

    read: (item: Item): Stored<WaitingRecord> => storedAs(WaitingRecord, item),
  };
};

import * as z from 'zod';
import { Instant, plusHours } from '../../../shared/domain/local-time.ts';
import type { Change, Item, Key, Page, Table } from '../../../shared/ports/table.ts';
import { dueKey } from '../../../shared/stores/due-index.ts';
import { type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { ImportName, ImportRow } from './import-row.ts';

const ImportState = z.enum(['READING', 'PLANNED', 'RUNNING', 'DONE', 'FAILED']);

/** Files that are read in: what they would change, and how far that has come. */
export const Import = z.object({
  id: z.string(),
  by: z.object({ userId: z.string(), role: z.string(), actingFor: z.string().optional() }),
  askedAt: Instant,
  state: ImportState,
  files: z.array(z.object({ name: ImportName, documentId: z.string() })),
  /** The municipality's name and choices, where they are said beside the files. */
  municipality: z.string().optional(),
  pack: z.string().optional(),
  set: z.array(z.string()).optional(),
  invoiceAddress: z.string().optional(),
  /** How many things of the files have been looked at, or have been carried out since it runs; of how many. */
  done: z.int(),
  of: z.int().optional(),
  counts: z.object({ new: z.int(), changed: z.int(), leftOut: z.int(), unchanged: z.int(), faults: z.int() }),
});
export type Import = z.infer<typeof Import>;

/** The rows of some of its things, by the first of them. */
const Rows = z.object({ rows: z.array(z.object({ unit: z.int(), row: ImportRow })) });
type Rows = z.infer<typeof Rows>;
export type UnitRow = Rows['rows'][number];

const aMonth = 31 * 24;
const keyOf = (id: string): Key => ({ pk: `IMPORT#${id}`, sk: 'IMPORT' });
/** Faults before everything else, since whoever reads must mend them. */
const rowsKey = (id: string, faults: boolean, first: number): Key => ({
  pk: `IMPORT#${id}`,
  sk: `ROWS#${faults ? 0 : 1}#${String(first).padStart(7, '0')}`,
});

/** Where imports live until a month after they were asked for, with the rows of what they change. */
export const importStore = (table: Table) => ({
  async find(id: string): Promise<Stored<Import> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(Import, item);
  },

  save: (next: Import, over: Stored<Import> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: {
      ...keyOf(next.id),
      data: next,
      expiresAt: plusHours(next.askedAt, aMonth),
      ...(next.state === 'READING' || next.state === 'RUNNING'
        ? { indexes: { g2: dueKey('imports', next.askedAt, next.id) } }
        : {}),
    },
  }),

  read: (item: Item): Stored<Import> => storedAs(Import, item),

  async rowsAt(id: string, faults: boolean, first: number): Promise<Stored<Rows> | undefined> {
    const item = await table.get(rowsKey(id, faults, first));
    return item && storedAs(Rows, item);
  },

  saveRows: (
    { id, askedAt }: Import,
    first: number,
    faults: boolean,
    rows: readonly UnitRow[],
    over: Stored<Rows> | undefined,
  ): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: {
      ...rowsKey(id, faults, first),
      data: { rows: [...(over?.entity.rows ?? []), ...rows] },
      expiresAt: plusHours(askedAt, aMonth),
    },
  }),

  /** A page of rows, the faults first: those of so many places, as they were kept. */
  async page(id: string, limit: number, after: string | undefined): Promise<Page<ImportRow>> {
    const { items, next } = await table.query({ pk: `IMPORT#${id}`, from: 'ROWS#', to: 'ROWS#~', limit, after });
    const found = items.flatMap((item) => storedAs(Rows, item).entity.rows.map(({ row }) => row));
    return { items: found, ...(next ? { next } : {}) };
  },
});

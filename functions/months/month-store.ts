import * as z from 'zod';
import type { Month } from '../../shared/domain/local-time.ts';
import type { Change, Key, Table } from '../../shared/ports/table.ts';
import { type Stored, storedAs } from '../../shared/stores/stored.ts';
import { FileVerdict } from './checks/dry-run-view.ts';
import { Line } from './lines/line.ts';
import { Part, ProviderMonth } from './month.ts';

const Chunk = z.object({ lines: z.array(Line) });
export type Chunk = z.infer<typeof Chunk>;

/** In another shape another version: one that is not this is read from the dry run again. */
const verdictVersion = 1;
const Verdict = z.object({ version: z.literal(verdictVersion), file: FileVerdict });

/** At most so many lines an item, so that a line with its contacts and comments never fills one. */
export const linesInChunk = 50;

const monthKey = (month: Month, providerId: string): Key => ({ pk: `MONTH#${month}#${providerId}`, sk: 'HEAD' });
const partKey = (month: Month, providerId: string, officerId: string): Key => ({
  pk: `MONTH#${month}#${providerId}`,
  sk: `PART#${officerId}`,
});
const verdictKey = (month: Month, providerId: string, submissionId: string): Key => ({
  pk: `MONTH#${month}#${providerId}`,
  sk: `VERDICT#${submissionId}`,
});
const chunkKey = (submissionId: string, officerId: string, n: number): Key => ({
  pk: `LINES#${submissionId}`,
  sk: `${officerId}#${String(n).padStart(4, '0')}`,
});

/** Where a provider's month lives: a head, a part an officer, and its lines in chunks under the submission. */
export const monthStore = (table: Table) => ({
  async find(month: Month, providerId: string): Promise<Stored<ProviderMonth> | undefined> {
    const item = await table.get(monthKey(month, providerId));
    return item && storedAs(ProviderMonth, item);
  },

  save: (next: ProviderMonth, over: Stored<ProviderMonth> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: {
      ...monthKey(next.month, next.providerId),
      data: next,
      indexes: { g1: { pk: `MONTHS#${next.month}`, sk: next.providerId } },
    },
  }),

  async ofMonth(month: Month): Promise<readonly ProviderMonth[]> {
    const { items } = await table.queryIndex('g1', { pk: `MONTHS#${month}` });
    return (await table.getMany(items)).map((item) => ProviderMonth.parse(item.data));
  },

  async parts(month: Month, providerId: string): Promise<readonly Stored<Part>[]> {
    // An id may begin with å, ä or ö, which come after every sign of ASCII.
    const { items } = await table.query({ pk: `MONTH#${month}#${providerId}`, from: 'PART#', to: 'PART#\uffff' });
    return items.map((item) => storedAs(Part, item));
  },

  async part(month: Month, providerId: string, officerId: string): Promise<Stored<Part> | undefined> {
    const item = await table.get(partKey(month, providerId, officerId));
    return item && storedAs(Part, item);
  },

  savePart: (month: Month, providerId: string, next: Part, over: Stored<Part> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...partKey(month, providerId, next.officerId), data: next },
  }),

  /** A part of an earlier submission whose officer has no line in the new one. */
  dropPart: (month: Month, providerId: string, over: Stored<Part>): Change => ({
    kind: 'delete',
    key: partKey(month, providerId, over.entity.officerId),
    over: over.version,
  }),

  /** What is wrong with a submission's files, shortened; undefined when it is not kept, or in another shape. */
  async verdict(
    month: Month,
    providerId: string,
    submissionId: string,
  ): Promise<z.infer<typeof FileVerdict> | undefined> {
    const item = await table.get(verdictKey(month, providerId, submissionId));
    return Verdict.safeParse(item?.data).data?.file;
  },

  keepVerdict: (month: Month, providerId: string, submissionId: string, file: z.infer<typeof FileVerdict>): Change => ({
    kind: 'put',
    over: 0,
    item: { ...verdictKey(month, providerId, submissionId), data: { version: verdictVersion, file } },
  }),

  async chunk(submissionId: string, officerId: string, n: number): Promise<Stored<Chunk> | undefined> {
    const item = await table.get(chunkKey(submissionId, officerId, n));
    return item && storedAs(Chunk, item);
  },

  saveChunk: (
    submissionId: string,
    officerId: string,
    n: number,
    next: Chunk,
    over: Stored<Chunk> | undefined,
  ): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...chunkKey(submissionId, officerId, n), data: next },
  }),

  /** Every line of a submission, or of one officer's in it, by case number. */
  async lines(submissionId: string, officerId?: string): Promise<readonly Line[]> {
    const bounds = officerId === undefined ? {} : { from: `${officerId}#`, to: `${officerId}#~` };
    const found: Line[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk: `LINES#${submissionId}`, ...bounds, after });
      found.push(...page.items.flatMap((item) => Chunk.parse(item.data).lines));
      after = page.next;
    } while (after !== undefined);
    return found.sort((a, b) => (a.caseNo < b.caseNo ? -1 : 1));
  },
});

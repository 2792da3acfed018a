import * as z from 'zod';
import type { Month } from '../../shared/domain/local-time.ts';
import type { Change, Key, Table } from '../../shared/ports/table.ts';
import { legibleAs, type Stored, storedAs } from '../../shared/stores/stored.ts';
import { FileVerdict } from './checks/dry-run-view.ts';
import { JudgedBy } from './judged-by.ts';
import { Contact, Line } from './lines/line.ts';
import { Part, ProviderMonth } from './month.ts';

const Chunk = z.object({ lines: z.array(Line) });
export type Chunk = z.infer<typeof Chunk>;

/** In another shape another version: one that is not this is read from the dry run again. */
const verdictVersion = 1;
const Verdict = z.object({ version: z.literal(verdictVersion), file: FileVerdict });

/** What was asked about one line is kept beside its chunk: it grows with every time that the line is decided. */
const Talk = z.object({ contacts: z.array(Contact) });
type Talk = z.infer<typeof Talk>;

/**
 * At most so many lines an item. With a comment, a question and an answer of a thousand characters each, three bytes a
 * character, they fit in the 400 kB that an item may hold.
 */
export const linesInChunk = 35;

/** With some services and facts each, far from what an item may hold. */
const casesInPiece = 100;

const monthKey = (month: Month, providerId: string): Key => ({ pk: `MONTH#${month}#${providerId}`, sk: 'HEAD' });
const partKey = (month: Month, providerId: string, officerId: string): Key => ({
  pk: `MONTH#${month}#${providerId}`,
  sk: `PART#${officerId}`,
});
const verdictKey = (month: Month, providerId: string, submissionId: string): Key => ({
  pk: `MONTH#${month}#${providerId}`,
  sk: `VERDICT#${submissionId}`,
});
const basisKey = (month: Month, providerId: string, submissionId: string, n: number): Key => ({
  pk: `MONTH#${month}#${providerId}`,
  sk: `BASIS#${submissionId}#${String(n).padStart(4, '0')}`,
});
const chunkKey = (submissionId: string, officerId: string, n: number): Key => ({
  pk: `LINES#${submissionId}`,
  sk: `${officerId}#${String(n).padStart(4, '0')}`,
});

/** Right after its chunk, so that one question reads both. */
const talkKey = (submissionId: string, { officerId, caseNo }: Line, n: number): Key => {
  const { pk, sk } = chunkKey(submissionId, officerId, n);
  return { pk, sk: `${sk}#${caseNo}` };
};

const putTalk = (key: Key, { contacts }: Talk, over: Stored<Talk> | undefined): Change => ({
  kind: 'put',
  over: over?.version ?? 0,
  item: { ...key, data: { contacts } },
});

/** Where one line is kept: its chunk, and what was asked about it, if anything was. */
export type LinePlace = {
  readonly submissionId: string;
  readonly n: number;
  readonly chunk: Stored<Chunk>;
  readonly talk: Stored<Talk> | undefined;
};

/**
 * Where a provider's month lives: a head, a part an officer, and its lines in chunks under the submission, each
 * followed by what was asked about single lines of it.
 */
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
    return legibleAs(ProviderMonth, await table.getMany(items));
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

  /** What a submission was judged by, in pieces that fit an item: what is found out later is held against it. */
  keepBasis: (month: Month, providerId: string, submissionId: string, basis: JudgedBy): readonly Change[] =>
    Array.from({ length: Math.max(1, Math.ceil(basis.cases.length / casesInPiece)) }, (_, n) => ({
      kind: 'put',
      over: 0,
      item: {
        ...basisKey(month, providerId, submissionId, n),
        data: { ...basis, cases: basis.cases.slice(n * casesInPiece, (n + 1) * casesInPiece) },
      },
    })),

  /** Undefined of what was handed in before it was kept. */
  async basis(month: Month, providerId: string, submissionId: string): Promise<JudgedBy | undefined> {
    const { pk, sk } = basisKey(month, providerId, submissionId, 0);
    const from = sk.slice(0, -4);
    const pieces: JudgedBy[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk, from, to: `${from}~`, after });
      pieces.push(...page.items.map(({ data }) => JudgedBy.parse(data)));
      after = page.next;
    } while (after !== undefined);
    const [first] = pieces;
    return first && { ...first, cases: pieces.flatMap(({ cases }) => cases) };
  },

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

  /** A chunk that no line is left in. */
  dropChunk: (submissionId: string, officerId: string, n: number, over: Stored<Chunk>): Change => ({
    kind: 'delete',
    key: chunkKey(submissionId, officerId, n),
    over: over.version,
  }),
  /** What was asked about a line that is no longer in this chunk. */
  dropTalk: (submissionId: string, line: Line, n: number, over: Stored<unknown>): Change => ({
    kind: 'delete',
    key: talkKey(submissionId, line, n),
    over: over.version,
  }),

  async talk(submissionId: string, line: Line, n: number): Promise<Stored<Talk> | undefined> {
    const item = await table.get(talkKey(submissionId, line, n));
    return item && storedAs(Talk, item);
  },

  /** What was asked about a line in an earlier submission, beside the chunk that the line is in now. */
  carryTalk: (submissionId: string, line: Line, n: number): Change =>
    putTalk(talkKey(submissionId, line, n), line, undefined),

  /** One line over what it was read from. */
  saveLine({ submissionId, n, chunk, talk }: LinePlace, next: Line): readonly Change[] {
    const { officerId, caseNo } = next;
    const lines = chunk.entity.lines.map((line) => (line.caseNo === caseNo ? { ...next, contacts: [] } : line));
    const hasTalk = talk !== undefined || next.contacts.length > 0;
    return [
      {
        kind: 'put',
        over: chunk.version,
        item: { ...chunkKey(submissionId, officerId, n), data: { lines } },
      },
      ...(hasTalk ? [putTalk(talkKey(submissionId, next, n), next, talk)] : []),
    ];
  },

  /** Every line of a submission, or of one officer's in it, by case number. */
  async lines(submissionId: string, officerId?: string): Promise<readonly Line[]> {
    const bounds = officerId === undefined ? {} : { from: `${officerId}#`, to: `${officerId}#~` };
    const found: Line[] = [];
    const talks = new Map<string, Talk>();
    let after: string | undefined;
    do {
      const page = await table.query({ pk: `LINES#${submissionId}`, ...bounds, after });
      for (const { sk, data } of page.items) {
        const [, , caseNo] = sk.split('#');
        if (caseNo === undefined) found.push(...Chunk.parse(data).lines);
        else talks.set(caseNo, Talk.parse(data));
      }
      after = page.next;
    } while (after !== undefined);
    return found.map((line) => ({ ...line, ...talks.get(line.caseNo) })).sort((a, b) => (a.caseNo < b.caseNo ? -1 : 1));
  },
});

import { attributesOf } from '../../shared/aws/dynamo-items.ts';
import type { Documents } from '../../shared/ports/documents.ts';
import type { Change, IndexName, Item, Key, Table } from '../../shared/ports/table.ts';

/** What was used of a table and of files, as the cloud counts it. */
export type Meter = {
  /** Items put, deleted or checked, and the units that they cost, indexes apart. */
  items: number;
  writeUnits: number;
  indexUnits: number;
  readUnits: number;
  objects: number;
  /** Items written, by what they are; files, by what was asked of them; letters stored, by kind. */
  readonly of: Map<string, number>;
  readonly files: Map<string, number>;
  readonly letters: Map<string, number>;
};

export const newMeter = (): Meter => ({
  items: 0,
  writeUnits: 0,
  indexUnits: 0,
  readUnits: 0,
  objects: 0,
  of: new Map(),
  files: new Map(),
  letters: new Map(),
});

const count = (of: Map<string, number>, name: string) => of.set(name, (of.get(name) ?? 0) + 1);

const kindOf = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'kind' in data ? String(data.kind) : '?';

const kilobyte = 1024;
const text = (value: string) => Buffer.byteLength(value);

/** An item's size by DynamoDB's rules: names and values, a number by two digits a byte. */
function sizeOf(item: Omit<Item, 'version'>, version: number): number {
  const attributes = attributesOf(item, version, JSON.stringify(item.data));
  return Object.entries(attributes).reduce(
    (sum, [name, { S, N }]) => sum + text(name) + (S === undefined ? Math.ceil((N ?? '').length / 2) + 1 : text(S)),
    0,
  );
}

const keySize = (index: IndexName, key: Key, at: Key) =>
  text(`pksk${index}pk${index}sk`) + text(key.pk) + text(key.sk) + text(at.pk) + text(at.sk);

const same = (one: Key | undefined, other: Key | undefined) => one?.pk === other?.pk && one?.sk === other?.sk;

/**
 * A table and its files watched. Every commit is a transaction, and a transaction's write costs twice a plain one,
 * each kilobyte begun of the item, before or after, whichever is larger. An index of keys costs a unit for a key that
 * comes or goes, two for one that moves. Reads by key are consistent: one unit each four kilobytes begun.
 */
export function watch({ table, documents }: { table: Table; documents: Documents }, meter: Meter): void {
  const { get, getMany, query, queryIndex, commit } = table;
  const read = (bytes: number, each: number) => {
    meter.readUnits += Math.max(1, Math.ceil(bytes / (4 * kilobyte))) * each;
  };
  const sizeAt = (item: Item | undefined) => (item ? sizeOf(item, item.version) : 0);

  async function price(change: Change): Promise<void> {
    const key = change.kind === 'put' ? change.item : change.key;
    const before = await get(key);
    const after = change.kind === 'put' ? change.item : undefined;
    const bytes = Math.max(sizeAt(before), after ? sizeOf(after, change.over + 1) : 0);
    meter.items += 1;
    meter.writeUnits += 2 * Math.max(1, Math.ceil(bytes / kilobyte));
    const begins = /^[A-Z]+/.exec(key.pk)?.[0] ?? '';
    const named = /^(JOURNAL|DEADLINE|PART|RECORD|ASSIGNMENT)#/.exec(key.sk)?.[1] ?? begins;
    count(meter.of, named);
    if (begins === 'LETTER' && change.over === 0 && after) count(meter.letters, kindOf(after.data));
    if (change.kind === 'check') return;
    for (const index of ['g1', 'g2', 'g3'] as const) {
      const [old, next] = [before?.indexes?.[index], after?.indexes?.[index]];
      if (same(old, next)) continue;
      for (const at of [old, next]) if (at) meter.indexUnits += Math.ceil(keySize(index, key, at) / kilobyte);
    }
  }

  Object.assign(table, {
    async get(key) {
      const item = await get(key);
      read(sizeAt(item), 1);
      return item;
    },
    async getMany(keys) {
      const items = await getMany(keys);
      for (const item of items) read(sizeAt(item), 1);
      return items;
    },
    async query(range) {
      const page = await query(range);
      read(
        page.items.reduce((sum, item) => sum + sizeAt(item), 0),
        1,
      );
      return page;
    },
    async queryIndex(index, range) {
      const page = await queryIndex(index, range);
      read(
        page.items.reduce((sum, entry) => sum + keySize(index, entry, entry.at), 0),
        0.5,
      );
      return page;
    },
    async commit(changes, token) {
      for (const change of changes) await price(change);
      return commit(changes, token);
    },
  } satisfies Table);

  const { openUpload, openView, put, find, read: readFile } = documents;
  const asked = (what: string) => {
    meter.objects += 1;
    count(meter.files, what);
  };
  Object.assign(documents, {
    openUpload,
    openView,
    put(...args) {
      asked(`put ${args[0]}`);
      return put(...args);
    },
    find(...args) {
      asked(`find ${args[0]}`);
      return find(...args);
    },
    read(...args) {
      asked(`read ${args[0]}`);
      return readFile(...args);
    },
  } satisfies Documents);
}

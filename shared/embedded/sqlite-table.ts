import { createHash } from 'node:crypto';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import * as z from 'zod';
import type { Change, Item, Key, Range, Table } from '../ports/table.ts';
import { decodeCursor, decodeCursorIn, encodeCursor, type Place } from '../ports/table-cursor.ts';
import { dataOf } from '../ports/table-data.ts';
import { assertWithinLimits } from '../ports/table-limits.ts';

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS items (
    pk TEXT NOT NULL, sk TEXT NOT NULL, version INTEGER NOT NULL, data TEXT NOT NULL, expiresAt TEXT,
    g1pk TEXT, g1sk TEXT, g2pk TEXT, g2sk TEXT, g3pk TEXT, g3sk TEXT, PRIMARY KEY (pk, sk)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS g1 ON items (g1pk, g1sk, pk, sk) WHERE g1pk IS NOT NULL;
  CREATE INDEX IF NOT EXISTS g2 ON items (g2pk, g2sk, pk, sk) WHERE g2pk IS NOT NULL;
  CREATE INDEX IF NOT EXISTS g3 ON items (g3pk, g3sk, pk, sk) WHERE g3pk IS NOT NULL;
  CREATE TABLE IF NOT EXISTS tokens (token TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
`;

const text = z.string();
const optional = z.string().nullable();
const Row = z.object({
  pk: text,
  sk: text,
  version: z.number(),
  data: text,
  expiresAt: optional,
  g1pk: optional,
  g1sk: optional,
  g2pk: optional,
  g2sk: optional,
  g3pk: optional,
  g3sk: optional,
});
const IndexRow = z.object({ pk: text, sk: text, atPk: text, atSk: text });
const VersionRow = z.object({ version: z.number() }).optional();
const TokenRow = z.object({ body: text }).optional();

const indexKey = (pk: string | null, sk: string | null): Key | undefined =>
  pk === null || sk === null ? undefined : { pk, sk };

function itemOf(raw: unknown): Item {
  const row = Row.parse(raw);
  const indexes = {
    g1: indexKey(row.g1pk, row.g1sk),
    g2: indexKey(row.g2pk, row.g2sk),
    g3: indexKey(row.g3pk, row.g3sk),
  };
  return {
    pk: row.pk,
    sk: row.sk,
    version: row.version,
    data: dataOf(row.data),
    ...(indexes.g1 || indexes.g2 || indexes.g3
      ? { indexes: Object.fromEntries(Object.entries(indexes).filter(([, key]) => key)) }
      : {}),
    ...(row.expiresAt ? { expiresAt: row.expiresAt } : {}),
  };
}

const keyOf = (change: Change): Key => (change.kind === 'put' ? change.item : change.key);

export type LocalTable = Table & {
  /**
   * For a first fill that is done again when it is cut off: nothing is waited for until it is whole, and then all of
   * it.
   */
  unsynced(work: () => Promise<void>): Promise<void>;
  close(): void;
};

/**
 * The table on one machine: durable (WAL, full sync), the same answers and the same limits as DynamoDB.
 * `path` is a file or `:memory:`.
 */
export function sqliteTable(path: string): LocalTable {
  const database = new DatabaseSync(path);
  database.exec(schema);
  const selectOne = database.prepare('SELECT * FROM items WHERE pk = ? AND sk = ?');
  const selectVersion = database.prepare('SELECT version FROM items WHERE pk = ? AND sk = ?');
  const selectToken = database.prepare('SELECT body FROM tokens WHERE token = ?');
  const insertToken = database.prepare('INSERT INTO tokens (token, body) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM items WHERE pk = ? AND sk = ?');
  const upsert = database.prepare(`INSERT OR REPLACE INTO items
    (pk, sk, version, data, expiresAt, g1pk, g1sk, g2pk, g2sk, g3pk, g3sk) VALUES (?,?,?,?,?,?,?,?,?,?,?)`);

  const versionAt = ({ pk, sk }: Key) => VersionRow.parse(selectVersion.get(pk, sk))?.version ?? 0;

  /** Compiled once: the jobs ask the same few questions of every shard of every day. */
  const compiled = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = compiled.get(sql) ?? database.prepare(sql);
    compiled.set(sql, known);
    return known;
  };

  type Columns = { readonly wanted: string; readonly pk: string; readonly sk: string };

  /** One page of rows in key order; the cursor is the last key that was given. */
  function page(
    { wanted, pk, sk }: Columns,
    range: Range,
    after: Place | undefined,
  ): { rows: unknown[]; more: boolean } {
    const limit = range.limit ?? 1000;
    const [order, beyond] = range.descending ? ['DESC', '<'] : ['ASC', '>'];
    const conditions = [`${pk} = ?`];
    const values: string[] = [range.pk];
    if (range.from !== undefined) conditions.push(`${sk} >= ?`) && values.push(range.from);
    if (range.to !== undefined) conditions.push(`${sk} <= ?`) && values.push(range.to);
    if (after) {
      conditions.push(`(${sk}, pk, sk) ${beyond} (?, ?, ?)`);
      values.push(after.at, after.key.pk, after.key.sk);
    }
    const rows = statement(
      `SELECT ${wanted} FROM items WHERE ${conditions.join(' AND ')}
       ORDER BY ${sk} ${order}, pk ${order}, sk ${order} LIMIT ?`,
    ).all(...values, limit + 1);
    return { rows: rows.slice(0, limit), more: rows.length > limit };
  }

  const table: LocalTable = {
    async get({ pk, sk }) {
      const row = selectOne.get(pk, sk);
      return row && itemOf(row);
    },

    async getMany(keys) {
      return keys.flatMap(({ pk, sk }) => {
        const row = selectOne.get(pk, sk);
        return row ? [itemOf(row)] : [];
      });
    },

    async query(range) {
      const after = range.after === undefined ? undefined : decodeCursorIn(range.pk, range.after);
      const { rows, more } = page({ wanted: '*', pk: 'pk', sk: 'sk' }, range, after);
      const items = rows.map(itemOf);
      const last = items.at(-1);
      return { items, ...(more && last ? { next: encodeCursor({ at: last.sk, key: last }) } : {}) };
    },

    async queryIndex(index, range) {
      const after = range.after === undefined ? undefined : decodeCursor(range.after);
      const columns = { pk: `${index}pk`, sk: `${index}sk` };
      const wanted = `pk, sk, ${columns.pk} AS atPk, ${columns.sk} AS atSk`;
      const { rows, more } = page({ wanted, ...columns }, range, after);
      const items = rows.map((row) => {
        const { pk, sk, atPk, atSk } = IndexRow.parse(row);
        return { pk, sk, at: { pk: atPk, sk: atSk } };
      });
      const last = items.at(-1);
      return { items, ...(more && last ? { next: encodeCursor({ at: last.at.sk, key: last }) } : {}) };
    },

    async commit(changes, token) {
      const bodies = changes.map((change) => (change.kind === 'put' ? JSON.stringify(change.item.data) : ''));
      assertWithinLimits(changes, bodies);
      const body = token && createHash('sha256').update(JSON.stringify(changes)).digest('hex');
      database.exec('BEGIN IMMEDIATE');
      try {
        if (token && body) {
          const seen = TokenRow.parse(selectToken.get(token));
          if (seen) {
            database.exec('ROLLBACK');
            if (seen.body !== body) throw new RangeError('a commit token stands for one set of changes');
            return 'committed';
          }
        }
        if (changes.some((change) => versionAt(keyOf(change)) !== change.over)) {
          database.exec('ROLLBACK');
          return 'stale';
        }
        changes.forEach((change, at) => {
          const { pk, sk } = keyOf(change);
          if (change.kind === 'delete') remove.run(pk, sk);
          if (change.kind !== 'put') return;
          const { g1, g2, g3 } = change.item.indexes ?? {};
          const keys = [g1, g2, g3].flatMap((key) => [key?.pk ?? null, key?.sk ?? null]);
          upsert.run(pk, sk, change.over + 1, bodies[at] ?? '', change.item.expiresAt ?? null, ...keys);
        });
        if (token && body) insertToken.run(token, body);
        database.exec('COMMIT');
        return 'committed';
      } catch (failure) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw failure;
      }
    },

    async unsynced(work) {
      database.exec('PRAGMA synchronous = OFF');
      try {
        await work();
      } finally {
        database.exec('PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(FULL)');
      }
    },

    close: () => database.close(),
  };
  return table;
}

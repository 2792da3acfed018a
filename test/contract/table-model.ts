import { expect } from 'vitest';
import type { Change, IndexEntry, IndexName, Item, Key, Range, Table } from '../../shared/ports/table.ts';

/** Numbers in [0, 1) that one seed gives again and again. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));
const byKey = (one: Key, other: Key) => byBytes(one.sk, other.sk) || byBytes(one.pk, other.pk);

/** The table as a plain map: what every adapter must answer. */
function modelTable() {
  const items = new Map<string, Item>();
  const tokens = new Set<string>();
  const nameOf = ({ pk, sk }: Key) => JSON.stringify([pk, sk]);
  const keyOf = (change: Change) => (change.kind === 'put' ? change.item : change.key);
  const versionAt = (key: Key) => items.get(nameOf(key))?.version ?? 0;

  const within = (range: Range, sk: string) =>
    (range.from === undefined || byBytes(range.from, sk) <= 0) &&
    (range.to === undefined || byBytes(sk, range.to) <= 0);
  const turned = <T>(all: readonly T[], { descending, limit }: Range) =>
    (descending ? all.toReversed() : all).slice(0, limit ?? 1000);

  return {
    get: (key: Key) => items.get(nameOf(key)),
    query: (range: Range) =>
      turned([...items.values()].filter(({ pk, sk }) => pk === range.pk && within(range, sk)).sort(byKey), range),
    queryIndex(index: IndexName, range: Range): readonly IndexEntry[] {
      const entries = [...items.values()].flatMap(({ pk, sk, indexes }) => {
        const at = indexes?.[index];
        return at && at.pk === range.pk && within(range, at.sk) ? [{ pk, sk, at }] : [];
      });
      return turned(
        entries.sort((one, other) => byBytes(one.at.sk, other.at.sk)),
        range,
      );
    },
    commit(changes: readonly Change[], token?: string): 'committed' | 'stale' {
      if (token !== undefined && tokens.has(token)) return 'committed';
      if (changes.some((change) => versionAt(keyOf(change)) !== change.over)) return 'stale';
      for (const change of changes) {
        if (change.kind === 'delete') items.delete(nameOf(change.key));
        if (change.kind === 'put') items.set(nameOf(change.item), { ...change.item, version: change.over + 1 });
      }
      if (token !== undefined) tokens.add(token);
      return 'committed';
    },
    versionAt,
  };
}

const [pks, names] = [
  ['P', 'Q', 'R'],
  ['A', 'A#1', 'A#10', 'A#2', 'B', 'b', 'Ö', 'ö', '~', '€'],
];
const indexNames = ['g1', 'g2', 'g3'] as const;

/** Plays random commands on a table and on the model; every answer must be the same. One seed replays a run. */
export async function playAgainstModel(table: Table, commands: number, seed: number): Promise<void> {
  const model = modelTable();
  const next = random(seed);
  const chance = (of: number) => next() < of;
  const one = <T>(of: readonly T[]): T => {
    const chosen = of[Math.floor(next() * of.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  const key = (): Key => ({ pk: one(pks), sk: one(names) });
  const over = (at: Key) => (chance(0.92) ? model.versionAt(at) : Math.floor(next() * 4));

  const change = (at: Key): Change => {
    const kind = one(['put', 'put', 'put', 'delete', 'check'] as const);
    if (kind !== 'put') return { kind, key: at, over: over(at) };
    const indexes = Object.fromEntries(
      indexNames
        .filter(() => chance(0.4))
        .map((name) => [name, { pk: one(pks), sk: `${one(names)}|${at.pk}${at.sk}` }]),
    );
    const data = { n: Math.floor(next() * 1000), text: one(names) };
    const item = { ...at, data, ...(Object.keys(indexes).length > 0 ? { indexes } : {}) };
    return { kind, item, over: over(at) };
  };
  const changes = (): readonly Change[] => {
    const keys = Array.from({ length: 1 + Math.floor(next() * 5) }, key);
    return [...new Map(keys.map((at) => [at.pk + at.sk, at])).values()].map(change);
  };
  const range = (): Range => ({
    pk: one(pks),
    ...(chance(0.4) ? { from: one(names) } : {}),
    ...(chance(0.4) ? { to: one(names) } : {}),
    ...(chance(0.3) ? { descending: true } : {}),
  });

  /** The whole range, a page at a time, with pages of the size that the range has. */
  async function paged<T>(read: (page: Range) => Promise<{ items: readonly T[]; next?: string }>, of: Range) {
    const limit = 1 + Math.floor(next() * 4);
    const found: T[] = [];
    let after: string | undefined;
    do {
      const page = await read({ ...of, limit, ...(after ? { after } : {}) });
      found.push(...page.items);
      if (found.length > pks.length * names.length) throw new Error('the pages never end');
      after = page.next;
    } while (after !== undefined);
    return found;
  }

  let spent: { token: string; changes: readonly Change[] } | undefined;
  for (let turn = 0; turn < commands; turn++) {
    const said = `seed ${seed}, command ${turn}`;
    const what = next();
    if (what < 0.5) {
      const asked = changes();
      const token = chance(0.2) ? `${seed}-${turn}` : undefined;
      const outcome = model.commit(asked, token);
      expect(await table.commit(asked, token), said).toBe(outcome);
      if (token !== undefined && outcome === 'committed') spent = { token, changes: asked };
    } else if (what < 0.55 && spent) {
      expect(await table.commit(spent.changes, spent.token), said).toBe(model.commit(spent.changes, spent.token));
    } else if (what < 0.7) {
      const at = key();
      expect(await table.get(at), said).toEqual(model.get(at));
    } else if (what < 0.75) {
      const keys = [key(), key(), key()];
      expect(await table.getMany(keys), said).toEqual(keys.flatMap((at) => model.get(at) ?? []));
    } else if (what < 0.9) {
      const of = range();
      expect(await paged((page) => table.query(page), of), said).toEqual(model.query(of));
    } else {
      const [index, of] = [one(indexNames), range()];
      expect(await paged((page) => table.queryIndex(index, page), of), said).toEqual(model.queryIndex(index, of));
    }
  }
}

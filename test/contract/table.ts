import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Change, type IndexName, type Item, type Key, type Table, tableLimits } from '../../shared/ports/table.ts';
import { playAgainstModel } from './table-model.ts';

type MakeTable = {
  /** A table to share: the tests keep apart by their partitions. */
  make(): Promise<Table>;
  /** How many random commands the model test plays; an adapter behind a network may take fewer. */
  readonly commands?: number;
};

let made = 0;

/** What every table promises, whatever keeps it: the answers of DynamoDB, and its limits. */
export function tableContract(name: string, { make, commands = 4000 }: MakeTable): void {
  describe(`the table on ${name}`, () => {
    let table: Table;
    let pk: string;
    beforeAll(async () => {
      table = await make();
    });
    const fresh = () => {
      made += 1;
      pk = `T#${made}#${Date.now()}`;
      return pk;
    };

    type More = Partial<Pick<Item, 'indexes' | 'expiresAt'>> & { readonly over?: number; readonly data?: unknown };
    const put = (sk: string, { over = 0, data = { sk }, ...rest }: More = {}): Change => ({
      kind: 'put',
      over,
      item: { pk, sk, data, ...rest },
    });
    const key = (sk: string): Key => ({ pk, sk });
    const sks = ({ items }: { items: readonly Key[] }) => items.map(({ sk }) => sk);
    const index = (name: IndexName, sk: string): More => ({ indexes: { [name]: { pk: `${pk}/${name}`, sk } } });

    describe('one item', () => {
      it('is read as it was put, with the version it was written at', async () => {
        fresh();
        const data = { text: 'åäö " \\ \u0000 🙂', list: [1, 2.5, -3, null, true, { empty: {} }], none: '' };
        const expiresAt = '2026-11-09T00:00:00.000Z';
        const indexes = { g1: key('i1'), g3: key('i3') };
        expect(await table.commit([put('A', { data, expiresAt, indexes })])).toBe('committed');
        expect(await table.get(key('A'))).toEqual({ ...key('A'), version: 1, data, expiresAt, indexes });
      });

      it('that is not there is undefined', async () => {
        fresh();
        expect(await table.get(key('A'))).toBeUndefined();
      });

      it('put over itself has the next version, and only what was put last', async () => {
        fresh();
        await table.commit([
          put('A', { data: { one: 1 }, expiresAt: '2026-11-09T00:00:00.000Z', ...index('g1', 'x') }),
        ]);
        expect(await table.commit([put('A', { over: 1, data: { two: 2 } })])).toBe('committed');
        expect(await table.get(key('A'))).toEqual({ ...key('A'), version: 2, data: { two: 2 } });
      });

      it('that has been deleted begins again at version 1', async () => {
        fresh();
        await table.commit([put('A')]);
        expect(await table.commit([{ kind: 'delete', key: key('A'), over: 1 }])).toBe('committed');
        expect(await table.get(key('A'))).toBeUndefined();
        expect(await table.commit([put('A')])).toBe('committed');
        expect((await table.get(key('A')))?.version).toBe(1);
      });

      it('leaves out what is undefined', async () => {
        fresh();
        await table.commit([put('A', { data: { here: 1, gone: undefined } })]);
        expect((await table.get(key('A')))?.data).toEqual({ here: 1 });
      });
    });

    describe('many items', () => {
      it('come in the order asked for, without what is missing', async () => {
        fresh();
        await table.commit(['A', 'B', 'C'].map((sk) => put(sk)));
        const found = await table.getMany(['C', 'X', 'A'].map(key));
        expect(found.map(({ sk }) => sk)).toEqual(['C', 'A']);
        expect(await table.getMany([])).toEqual([]);
      });

      it('more than one request holds come all the same', async () => {
        fresh();
        const all = Array.from({ length: 230 }, (_, at) => `N${String(at).padStart(3, '0')}`);
        for (let at = 0; at < all.length; at += 100) await table.commit(all.slice(at, at + 100).map((sk) => put(sk)));
        expect((await table.getMany(all.map(key))).map(({ sk }) => sk)).toEqual(all);
      });
    });

    describe('a partition', () => {
      const stored = ['A', 'B#1', 'B#10', 'B#2', 'B#~', 'C', 'Å', 'å', '\uffff'];
      const some = async () => {
        fresh();
        await table.commit(stored.map((sk) => put(sk)).toReversed());
        const other = pk;
        fresh();
        await table.commit([put('B#1')]);
        pk = other;
      };

      it('is read in the order of the bytes, both bounds included', async () => {
        await some();
        expect(sks(await table.query({ pk }))).toEqual(stored);
        expect(sks(await table.query({ pk, from: 'B#', to: 'B#~' }))).toEqual(['B#1', 'B#10', 'B#2', 'B#~']);
        expect(sks(await table.query({ pk, from: 'B#10', to: 'B#2' }))).toEqual(['B#10', 'B#2']);
        expect(sks(await table.query({ pk, from: 'C' }))).toEqual(['C', 'Å', 'å', '\uffff']);
        expect(sks(await table.query({ pk, to: 'B#1' }))).toEqual(['A', 'B#1']);
        expect(sks(await table.query({ pk: `${pk}?` }))).toEqual([]);
      });

      it('backwards', async () => {
        await some();
        expect(sks(await table.query({ pk, descending: true }))).toEqual(stored.toReversed());
        expect(sks(await table.query({ pk, from: 'B#', to: 'B#~', descending: true, limit: 2 }))).toEqual([
          'B#~',
          'B#2',
        ]);
      });

      it.each([1, 2, 3, 9])('a page of %i at a time: everything once, and no cursor after the last', async (limit) => {
        await some();
        for (const descending of [false, true]) {
          const seen: string[] = [];
          let after: string | undefined;
          do {
            const page = await table.query({ pk, limit, descending, ...(after ? { after } : {}) });
            expect(page.items.length).toBeLessThanOrEqual(limit);
            seen.push(...sks(page));
            // A cursor that leads nowhere must fail, not turn for ever.
            expect(seen.length).toBeLessThanOrEqual(stored.length);
            after = page.next;
          } while (after !== undefined);
          expect(seen).toEqual(descending ? stored.toReversed() : stored);
        }
      });

      it('a cursor goes on where the page ended, though its item has gone and others have come', async () => {
        await some();
        const first = await table.query({ pk, limit: 3 });
        await table.commit([{ kind: 'delete', key: key('B#10'), over: 1 }, put('AA'), put('B#15')]);
        const rest = await table.query({ pk, after: first.next, limit: 2 });
        expect(sks(rest)).toEqual(['B#15', 'B#2']);
      });
    });

    describe('an index', () => {
      it('holds only the items that name a key in it, and answers with their keys', async () => {
        fresh();
        await table.commit([
          put('A', index('g1', '2')),
          put('B', index('g1', '1')),
          put('C', index('g2', '1')),
          put('D'),
        ]);
        expect(await table.queryIndex('g1', { pk: `${pk}/g1` })).toEqual({
          items: [
            { ...key('B'), at: { pk: `${pk}/g1`, sk: '1' } },
            { ...key('A'), at: { pk: `${pk}/g1`, sk: '2' } },
          ],
        });
        expect(sks(await table.queryIndex('g2', { pk: `${pk}/g2` }))).toEqual(['C']);
        expect(sks(await table.queryIndex('g3', { pk: `${pk}/g3` }))).toEqual([]);
      });

      it('follows the item: a key that is moved, taken away or deleted stands there no more', async () => {
        fresh();
        await table.commit(['A', 'B', 'C', 'D'].map((sk) => put(sk, index('g2', sk))));
        await table.commit([
          put('A', { over: 1, ...index('g2', 'Z') }),
          put('B', { over: 1 }),
          { kind: 'delete', key: key('C'), over: 1 },
          put('D', { over: 1, ...index('g3', 'D') }),
        ]);
        expect(sks(await table.queryIndex('g2', { pk: `${pk}/g2` }))).toEqual(['A']);
        expect(sks(await table.queryIndex('g3', { pk: `${pk}/g3` }))).toEqual(['D']);
      });

      it('is ranged, turned and paged as a partition, also where many stand under one key', async () => {
        fresh();
        const names = ['A', 'B', 'C', 'D', 'E'];
        await table.commit(names.map((sk) => put(sk, index('g1', sk < 'D' ? '1' : '2'))));
        const range = { pk: `${pk}/g1` };
        expect(sks(await table.queryIndex('g1', { ...range, from: '2' })).toSorted()).toEqual(['D', 'E']);
        expect(sks(await table.queryIndex('g1', { ...range, to: '1' })).toSorted()).toEqual(['A', 'B', 'C']);
        const seen: string[] = [];
        let after: string | undefined;
        do {
          const page = await table.queryIndex('g1', {
            ...range,
            limit: 2,
            descending: true,
            ...(after ? { after } : {}),
          });
          seen.push(...page.items.map(({ at, sk }) => `${at.sk}${sk}`));
          expect(seen.length).toBeLessThanOrEqual(names.length);
          after = page.next;
        } while (after !== undefined);
        expect(seen.map((one) => one[0])).toEqual(['2', '2', '1', '1', '1']);
        expect(seen.map((one) => one[1]).toSorted()).toEqual(names);
      });
    });

    describe('a commit', () => {
      it.each<[string, (sk: string) => Change]>([
        ['a put over nothing where something stands', (sk) => put(sk)],
        ['a put over another version', (sk) => put(sk, { over: 2 })],
        ['a delete of another version', (sk) => ({ kind: 'delete', key: key(sk), over: 2 })],
        ['a delete of nothing where something stands', (sk) => ({ kind: 'delete', key: key(sk), over: 0 })],
        ['a check of another version', (sk) => ({ kind: 'check', key: key(sk), over: 2 })],
        ['a check that nothing stands there', (sk) => ({ kind: 'check', key: key(sk), over: 0 })],
        ['a put over what is not there', () => put('X', { over: 1 })],
        ['a delete of what is not there', () => ({ kind: 'delete', key: key('X'), over: 1 })],
        ['a check of what is not there', () => ({ kind: 'check', key: key('X'), over: 1 })],
      ])('with %s is stale, and nothing of it is done', async (_what, wrong) => {
        fresh();
        await table.commit([put('A')]);
        const changes = [
          put('new', index('g1', 'x')),
          { kind: 'check', key: key('none'), over: 0 } as const,
          wrong('A'),
        ];
        expect(await table.commit(changes)).toBe('stale');
        expect(sks(await table.query({ pk }))).toEqual(['A']);
        expect((await table.get(key('A')))?.version).toBe(1);
        expect(sks(await table.queryIndex('g1', { pk: `${pk}/g1` }))).toEqual([]);
      });

      it('whose checks hold is done, and what was checked is left as it was', async () => {
        fresh();
        await table.commit([put('A')]);
        const checks: Change[] = [
          { kind: 'check', key: key('A'), over: 1 },
          { kind: 'check', key: key('B'), over: 0 },
          { kind: 'delete', key: key('C'), over: 0 },
        ];
        expect(await table.commit([...checks, put('D')])).toBe('committed');
        expect(sks(await table.query({ pk }))).toEqual(['A', 'D']);
        expect((await table.get(key('A')))?.version).toBe(1);
      });

      it('of nothing is done', async () => {
        expect(await table.commit([])).toBe('committed');
      });

      it('of two on the same version at once: one holds', async () => {
        fresh();
        await table.commit([put('A')]);
        const outcomes = await Promise.all(
          Array.from({ length: 8 }, (_, by) => table.commit([put('A', { over: 1, data: { by } }), put(`by-${by}`)])),
        );
        expect(outcomes.filter((one) => one === 'committed')).toHaveLength(1);
        expect((await table.query({ pk })).items).toHaveLength(2);
      });

      it('with the same token again is the same commit, and changes nothing', async () => {
        const token = `token-${fresh()}`;
        const changes = [put('A')];
        expect(await table.commit(changes, token)).toBe('committed');
        await table.commit([put('A', { over: 1, data: { later: true } })]);
        expect(await table.commit(changes, token)).toBe('committed');
        expect(await table.get(key('A'))).toMatchObject({ version: 2, data: { later: true } });
      });

      it('with a token that stands for other changes is a bug', async () => {
        const token = `token-${fresh()}`;
        await table.commit([put('A')], token);
        await expect(table.commit([put('B')], token)).rejects.toThrow();
        expect(sks(await table.query({ pk }))).toEqual(['A']);
      });

      it('that was stale has not spent its token', async () => {
        const token = `token-${fresh()}`;
        const changes = [put('A', { over: 1 })];
        expect(await table.commit(changes, token)).toBe('stale');
        await table.commit([put('A')]);
        expect(await table.commit(changes, token)).toBe('committed');
      });
    });

    describe('the limits', () => {
      const text = (bytes: number) => ({ text: 'x'.repeat(bytes - '{"text":""}'.length) });

      it(`${tableLimits.changes} changes fit, one more is a bug`, async () => {
        fresh();
        const many = (count: number) => Array.from({ length: count }, (_, at) => put(`${count}-${at}`));
        expect(await table.commit(many(tableLimits.changes))).toBe('committed');
        await expect(table.commit(many(tableLimits.changes + 1))).rejects.toThrow();
        expect((await table.query({ pk })).items).toHaveLength(tableLimits.changes);
      });

      it('an item of 390 kB fits, one above 400 kB is a bug', async () => {
        fresh();
        expect(await table.commit([put('A', { data: text(390_000) })])).toBe('committed');
        await expect(table.commit([put('B', { data: text(tableLimits.itemBytes + 1) })])).rejects.toThrow();
        await expect(table.commit([put('B', { data: { text: 'å'.repeat(200_000) } })])).rejects.toThrow();
        expect(sks(await table.query({ pk }))).toEqual(['A']);
      });

      it('3.9 MB in one commit fit, more than 4 MB are a bug', async () => {
        fresh();
        const of = (count: number) =>
          Array.from({ length: count }, (_, at) => put(`${count}-${at}`, { data: text(390_000) }));
        expect(await table.commit(of(10))).toBe('committed');
        await expect(table.commit(of(11))).rejects.toThrow();
        expect((await table.query({ pk })).items).toHaveLength(10);
      });

      it.each<[string, () => Change[]]>([
        ['put', () => [put('A'), put('A')]],
        ['put and checked', () => [put('A'), { kind: 'check', key: key('A'), over: 0 }]],
        ['put and deleted', () => [put('A'), { kind: 'delete', key: key('A'), over: 0 }]],
      ])('a key that is %s twice in one commit is a bug', async (_what, changes) => {
        fresh();
        await expect(table.commit(changes())).rejects.toThrow();
        expect((await table.query({ pk })).items).toEqual([]);
      });
    });

    it(`answers ${commands} random commands as a plain map does (R5)`, async () => {
      await playAgainstModel(await make(), commands, 20_261_102);
    });
  });
}

/** What only a table that keeps a file can show: that what was committed is there when it is opened again. */
export function durableTableContract(name: string, open: () => Promise<{ table: Table; close(): void }>): void {
  describe(`the table on ${name}, opened again`, () => {
    let first: { table: Table; close(): void };
    const [pk, indexed] = ['DURABLE', { g1: { pk: 'IN', sk: '1' } }];
    beforeAll(async () => {
      first = await open();
      await first.table.commit(
        [{ kind: 'put', over: 0, item: { pk, sk: 'A', data: { kept: true }, indexes: indexed } }],
        'token',
      );
      await first.table.commit([{ kind: 'put', over: 7, item: { pk, sk: 'B', data: {} } }]);
      first.close();
    });
    let again: { table: Table; close(): void };
    afterAll(() => again.close());

    it('has what was committed, and nothing of what was stale', async () => {
      again = await open();
      const { items } = await again.table.query({ pk });
      expect(items).toEqual([{ pk, sk: 'A', version: 1, data: { kept: true }, indexes: indexed }]);
      expect((await again.table.queryIndex('g1', { pk: 'IN' })).items).toHaveLength(1);
      const same: Change = { kind: 'put', over: 0, item: { pk, sk: 'A', data: { kept: true }, indexes: indexed } };
      expect(await again.table.commit([same])).toBe('stale');
      expect(await again.table.commit([same], 'token')).toBe('committed');
    });
  });
}

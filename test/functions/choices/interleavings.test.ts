import { expect, it } from 'vitest';
import { turnListStore } from '../../../functions/choices/turn-list-store.ts';
import { nextTurn, takeFrom } from '../../../functions/choices/turn-step.ts';
import { build, type SkipReason, type TurnKind, type TurnRules, takeTurn } from '../../../shared/domain/turn-list.ts';
import { sqliteTable } from '../../../shared/embedded/sqlite-table.ts';
import type { Change, Table } from '../../../shared/ports/table.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';

/** Mulberry32: the same seed is the same run. */
const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const at = '2026-11-02T09:00:00.000Z';
const on = '2026-11-02';
const done = { at, on, by: 'O1' };

/** Several who work at once on one table, each step of one of them at a time, in the order that chance gives. */
function interleaver(table: Table, chance: () => number) {
  const waiting: (() => void)[] = [];
  const step = () => new Promise<void>((resolve) => waiting.push(resolve));
  const stepwise = <Arguments extends unknown[], Answer>(work: (...given: Arguments) => Promise<Answer>) => {
    return async (...given: Arguments): Promise<Answer> => {
      await step();
      return work(...given);
    };
  };
  const slow: Table = {
    get: stepwise(table.get),
    getMany: stepwise(table.getMany),
    query: stepwise(table.query),
    queryIndex: stepwise(table.queryIndex),
    commit: stepwise(table.commit),
  };
  return {
    table: slow,
    async run(workers: readonly (() => Promise<void>)[]) {
      let left = workers.length;
      const all = workers.map(async (work) => {
        await work();
        left -= 1;
      });
      while (left > 0) {
        while (waiting.length < left) await null;
        if (left > 0) waiting.splice(Math.floor(chance() * waiting.length), 1)[0]?.();
        await null;
        await null;
      }
      await Promise.all(all);
    },
  };
}

type Ask = { readonly orderId: string; readonly caseNo: string; readonly kind: TurnKind };
type Reasons = ReadonlyMap<string, SkipReason>;
type Take = (table: Table, ask: Ask & { by: string; at: string }) => ReturnType<typeof takeFrom>;

/** An officer who takes a turn and decides anew for as long as somebody else comes first, as every request does. */
const takes = (table: Table, ask: Ask, take: Take, lost: () => void) => async () => {
  for (;;) {
    const turn = await take(table, { ...ask, by: 'O1', at });
    if (!turn.ok) throw new Error(turn.code);
    if ((await table.commit(turn.value.changes)) === 'committed') return;
    lost();
  }
};

const ids = ['P1', 'P2', 'P3', 'P4', 'P5'];
const numbers = ids.map((provider, index) => ({ provider, number: index + 1 }));

/** Some who cannot take a turn; the first always can. */
const notNow = (chance: () => number): Reasons =>
  new Map(ids.slice(1).flatMap((id) => (chance() < 0.25 ? [[id, 'PAUSED'] as const] : [])));

/** A few officers at once on a list that has just been drawn up: what the ledger says, and what one by one would have given. */
async function race(inner: Table, chance: () => number, given: { rules: TurnRules; reasons: Reasons; take: Take }) {
  const { rules, reasons, take } = given;
  const before = await turnListStore(inner).find();
  const written = build(numbers, undefined, before?.entity, done);
  await inner.commit(turnListStore(inner).write(written, before));
  let { list } = written;
  const { table, run } = interleaver(inner, chance);
  const asks = Array.from(
    { length: 2 + Math.floor(chance() * 2) },
    (_, number): Ask => ({
      ...{ orderId: `B-${number}`, caseNo: `A-${number}` },
      kind: chance() < 0.3 ? 'URGENT' : 'NONCHOICE',
    }),
  );
  let lost = 0;
  await run(asks.map((ask) => takes(table, ask, take, () => lost++)));

  const ledger = await turnListStore(inner).ledger({ limit: asks.length });
  const picks = ledger.items.flatMap((entry) => (entry.event === 'PICKED' ? [entry] : [])).toReversed();
  const expected = picks.map(({ kind }) => {
    const turn = takeTurn(list, { kind, unavailable: (id) => reasons.get(id) }, rules);
    if (turn.provider !== undefined) list = { ...turn.list, seq: list.seq + 1 };
    return { provider: turn.provider, skipped: turn.skipped, seq: list.seq };
  });
  const orders = asks.map(({ orderId }) => orderId);
  return {
    given: {
      picks: picks.map(({ provider, skipped, seq }) => ({ provider, skipped, seq })),
      orders: picks.map(({ orderId }) => orderId).sort(),
      list: (await turnListStore(inner).find())?.entity,
    },
    expected: { picks: expected, orders, list },
    lost,
  };
}

const rulesBy = (chance: () => number): TurnRules => ({ keepsTurn: chance() < 0.5, sharedUrgent: chance() < 0.5 });

/** A new table every so often, so that its ledger stays short. */
async function onTables(runs: number, one: (table: Table, run: number) => Promise<void>) {
  for (let run = 0; run < runs; ) {
    const table = sqliteTable(':memory:');
    for (const end = Math.min(runs, run + 1000); run < end; run++) await one(table, run);
    table.close();
  }
}

const runs = 20_000;
const seed = Number(process.env.SEED ?? 20261102);

it(`every turn is given once, in ${runs} interleavings of officers on one list (L-08, S-03; seed ${seed})`, async () => {
  let lost = 0;
  await onTables(runs, async (table, run) => {
    const chance = random(seed + run);
    const [rules, reasons] = [rulesBy(chance), notNow(chance)];
    const take: Take = (on, ask) => takeFrom(on, ask, { rules, reasons });
    const raced = await race(table, chance, { rules, reasons, take });
    lost += raced.lost;
    // Compared as text, which is fast; told in full when it differs.
    if (JSON.stringify(raced.given) !== JSON.stringify(raced.expected))
      expect({ run, ...raced.given }).toEqual({ run, ...raced.expected });
  });
  console.info(`${runs} interleavings, seed ${seed}: ${lost} races lost and decided anew`);
  expect(lost).toBeGreaterThan(runs / 10);
}, 180_000);

it('with the routine, the providers and their pauses read anew by each, in 300 more', async () => {
  const settings = { municipality: 'X', pack: 'sn2016-840', overrides: [], rates: [], invoiceAddress: 'X' };
  const rules = { keepsTurn: true, sharedUrgent: true };
  for (let run = 0; run < 300; run++) {
    const chance = random(seed - run - 1);
    const reasons = notNow(chance);
    const table = sqliteTable(':memory:');
    await table.commit([
      settingsStore(table).save(settings, undefined),
      ...numbers.map(({ provider: id, number }) => {
        const paused = reasons.has(id) ? { paused: { from: '2026-01-01', reason: 'semester' } } : {};
        return providerStore(table).save({ id, number, name: id, kind: 'private', email: '', ...paused }, undefined);
      }),
    ]);
    const take: Take = (on, ask) => nextTurn({ table: on }, { ...ask, minutesPerMonth: 600 }) as ReturnType<Take>;
    const { given, expected } = await race(table, chance, { rules, reasons, take });
    expect(given).toEqual(expected);
    table.close();
  }
}, 30_000);

/** A table that forgets to look at the version: what must not be. */
const overwriting = (table: Table): Table => ({
  ...table,
  async commit(changes) {
    const fresh: Change[] = [];
    for (const change of changes)
      if (change.kind === 'put') fresh.push({ ...change, over: (await table.get(change.item))?.version ?? 0 });
    return table.commit(fresh);
  },
});

it('and would be given twice if the list were written over whatever stands there', async () => {
  const wrong: boolean[] = [];
  await onTables(50, async (table, run) => {
    const chance = random(seed + run);
    const [rules, reasons] = [rulesBy(chance), notNow(chance)];
    const take: Take = (on, ask) => takeFrom(on, ask, { rules, reasons });
    const { given, expected } = await race(overwriting(table), chance, { rules, reasons, take });
    wrong.push(JSON.stringify(given) !== JSON.stringify(expected));
  });
  expect(wrong).toContain(true);
});

import { describe, expect, it } from 'vitest';
import { openMonth } from '../../../../functions/months/opening/open-month.ts';
import { deadlineStore } from '../../../../shared/stores/deadline-store.ts';
import { handIn, month, ofP1 } from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { aWorld, head, type World } from '../../../support/a-world.ts';

/** As many cases as officers, each one's own, at one provider: more than one commit holds. */
async function withOfficers(count: number, date: string): Promise<World> {
  const world = await aWorld({ date, clock: '09:00' });
  const numbers = Array.from({ length: count }, (_, n) => String(n + 1).padStart(3, '0'));
  await world.register(...numbers.map((no) => ({ caseNo: `A-${no}`, officerId: `H${no}` })));
  return world;
}
const codes = async (world: World) => {
  const { body } = await world.call('getMonth', head, { path: ofP1 });
  return Object.groupBy(body.deadlines, ({ code }: { code: string }) => code);
};

describe('a provider whose customers have more officers than a commit holds', () => {
  it('has its month opened with a date for each', async () => {
    const world = await withOfficers(120, '2026-10-31');
    await world.passTo('2026-11-01', '00:10');
    const { D10, D12, D13 } = await codes(world);
    expect([D10?.length, D12?.length, D13?.length]).toEqual([1, 120, 1]);
    expect(await openMonth.run(world.clock.now(), world.deps)).toEqual({ done: 0 });
  });

  it('also when it was cut off in the middle', async () => {
    const world = await withOfficers(120, '2026-11-01');
    const { table } = world.deps;
    let left = 1;
    const cut = async (...given: Parameters<typeof table.commit>) => {
      // The month's sample is settled before its dates, fifty at a time.
      if (given[0].length === 50 && left-- === 0) throw new Error('cut off');
      return table.commit(...given);
    };
    const broken = { ...world.deps, table: { ...table, commit: cut } };
    await expect(openMonth.run(world.clock.now(), broken)).rejects.toThrow('1 of');
    expect(await deadlineStore(table).ofMonth(month, 'P1')).toHaveLength(50);
    expect(await openMonth.run(world.clock.now(), world.deps)).toEqual({ done: 1 });
    expect((await codes(world)).D12).toHaveLength(120);
  });

  it('hands its month in, opened or not', async () => {
    const world = await withOfficers(80, '2026-11-02');
    const { status } = await handIn(world, aReport({ 'A-001': [[1, 60]] }));
    expect(status).toBe(201);
    const { body } = await world.call('getMonth', head, { path: ofP1 });
    expect(body.month).toMatchObject({ state: 'received' });
    expect((await codes(world)).D12).toHaveLength(80);
    expect(await openMonth.run(world.clock.now(), world.deps)).toEqual({ done: 0 });
  });

  it('hands it in, decided anew, though some of the dates were opened just then', async () => {
    const world = await withOfficers(80, '2026-11-02');
    const { table } = world;
    const { commit } = table;
    let lost = 0;
    Object.assign(table, {
      commit: async (changes: Parameters<typeof commit>[0], token?: string) => {
        const isDates = changes.length === 50;
        if (isDates && lost++ === 0) await commit(changes.slice(0, 30));
        return commit(changes, token);
      },
    });
    const { status } = await handIn(world, aReport({ 'A-001': [[1, 60]] }));
    // Lost once, and laid as it was then: the fifty that were still missing, in one piece.
    expect([status, lost]).toEqual([201, 2]);
    expect((await codes(world)).D12).toHaveLength(80);
    const { body } = await world.call('getMonth', head, { path: ofP1 });
    expect(body.month.submission.version).toBe(1);
  });
});

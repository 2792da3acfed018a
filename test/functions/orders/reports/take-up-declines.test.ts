import { describe, expect, it } from 'vitest';
import { takeUpDeclines } from '../../../../functions/orders/reports/take-up-declines.ts';
import { handIn } from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { coordinator, officer, type World } from '../../../support/a-world.ts';
import { anOrderUnderWay, deadlinesOf, path, postSince } from '../../../support/an-order-under-way.ts';

const declined = (day: string, start = '', type = 'AVSAGD') => `A-1;2026-10-${day};;${start};${type};;;`;
const formOf = (...form: readonly string[]) => aReport({ 'A-1': [[1, 60]] }, { form });
const declines = async (world: World, orderId = path.orderId) =>
  (await world.call('listReports', officer, { path: { orderId } })).body.items;
const rows = async (world: World, event: string) =>
  (await world.journal('A-1')).filter((row) => row.startsWith(event)).length;

describe('visits declined in a handed-in form come back to the officer (L-50, D23)', () => {
  const october2 = () => anOrderUnderWay('2026-11-02');

  it('when they are three within thirty days, once, with a letter and something to take note of', async () => {
    const world = await october2();
    await world.tick();
    const before = (await world.letters()).length;
    // What met nobody was not declined, and what is of another month is not this month's to tell.
    const others = [declined('20', '', 'BOMTID'), declined('06').replace('2026-10-06', '2026-12-06')];
    const form = formOf(declined('05'), declined('12', '8:30'), declined('12', '12:30'), ...others);
    expect(await handIn(world, form)).toMatchObject({ status: 201 });
    expect((await postSince(world, before)).filter((letter) => letter.startsWith('o1@'))).toEqual([
      'o1@kommun.example Ny händelse i ett ärende',
    ]);
    expect(await declines(world)).toMatchObject([{ kind: 'DECLINES', on: '2026-10-05', to: '2026-10-12', count: 3 }]);
    expect(await deadlinesOf(world)).toContain('D25 open 2026-11-03T00:00:00+01:00');
    expect([await rows(world, 'decline-reported'), await rows(world, 'declines-repeated')]).toEqual([3, 1]);

    // Handed in again, the same visits are known.
    await handIn(world, form);
    await world.tick();
    expect(await declines(world)).toHaveLength(1);
    expect(await rows(world, 'decline-reported')).toBe(3);
    expect(world.failures).toEqual([]);
  });

  it('with those that the provider has told of itself, no visit twice', async () => {
    const world = await anOrderUnderWay('2026-10-12');
    const tell = (body: object) => world.call('reportDecline', coordinator, { path, body });
    await tell({ on: '2026-10-10', start: '08:30' });
    await tell({ on: '2026-10-11' });
    await world.passTo('2026-11-02', '08:00');
    // The first is known by its start, the second by its day.
    await handIn(world, formOf(declined('10', '08:30'), declined('11', '09:00')));
    await world.tick();
    expect(await declines(world)).toEqual([]);
    await handIn(world, formOf(declined('10', '08:30'), declined('11', '09:00'), declined('12')));
    await world.tick();
    expect(await declines(world)).toMatchObject([{ count: 3 }]);
  });

  it('however many they are, and two jobs at once count each once', async () => {
    const world = await october2();
    const days = Array.from({ length: 31 }, (_, n) => String(n + 1).padStart(2, '0'));
    await handIn(world, formOf(...days.flatMap((day) => [declined(day, '08:00'), declined(day, '12:00')])));
    const now = world.clock.now();
    await Promise.all([1, 2, 3].map(() => takeUpDeclines.run(now, world.deps)));
    await world.passTo('2026-11-02', '09:00');
    expect(await rows(world, 'decline-reported')).toBe(62);
    expect((await declines(world)).map(({ count }: { count: number }) => count)).toEqual([30, 30]);
  });

  it('not of what was declined too seldom, nor of an order that is over', async () => {
    const world = await october2();
    await handIn(world, formOf(declined('01'), declined('31')));
    await world.tick();
    expect(await declines(world)).toEqual([]);
    await world.call('endOrder', officer, { path, body: { lastDay: '2026-11-02' } });
    await world.passTo('2026-11-03', '08:00');
    await handIn(world, formOf(declined('01'), declined('20'), declined('25'), declined('31')));
    await world.passTo('2026-11-04', '08:00');
    expect(await declines(world)).toEqual([]);
    expect(await rows(world, 'decline-reported')).toBe(4);
  });

  it('by the letter alone in a case that was read in from before the system', async () => {
    const world = await anOrderUnderWay('2026-11-02');
    await world.register({ caseNo: 'A-9' });
    const before = (await world.letters()).length;
    const of9 = (day: string) => declined(day).replace('A-1', 'A-9');
    await handIn(world, formOf(of9('01'), of9('02'), of9('03')));
    expect((await postSince(world, before)).filter((letter) => letter.startsWith('o1@'))).toHaveLength(1);
    expect((await world.journal('A-9')).filter((row) => row.startsWith('decline'))).toEqual([
      'decline-reported L-50 M1',
      'decline-reported L-50 M1',
      'decline-reported L-50 M1',
      'declines-repeated L-50 M1',
    ]);
  });

  it('what cannot be taken up now stands and is taken up later', async () => {
    const world = await october2();
    await handIn(world, formOf(declined('05'), declined('06'), declined('07')));
    const now = world.clock.now();
    const busy = { ...world.deps, table: { ...world.deps.table, commit: async () => 'stale' as const } };
    expect(await takeUpDeclines.run(now, busy)).toEqual({ done: 0 });
    expect(await declines(world)).toEqual([]);
    expect(await takeUpDeclines.run(now, world.deps)).toEqual({ done: 1 });
    expect(await declines(world)).toHaveLength(1);
  });
});

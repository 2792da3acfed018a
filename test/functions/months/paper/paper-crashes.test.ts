import { describe, expect, it } from 'vitest';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { aMonthEnd, month, ofP1 } from '../../../support/a-handed-in-month.ts';
import { file, formPrint, hasPrinted, hasScanned, keying, reportPrint } from '../../../support/a-paper.ts';
import { administrator, head, type Person, type World } from '../../../support/a-world.ts';
import { type Crash, crashingAt, seeded, slowed } from '../../../support/shaken-ports.ts';

const second: Person = { userId: 'D2', role: 'administrator' };
const third: Person = { userId: 'D3', role: 'administrator' };
/** More writes than a confirmation has. */
const most = 40;

async function aKeyedPaper() {
  const world = await aMonthEnd({ date: '2026-11-03' });
  for (const person of [second, third]) await world.put(membershipStore(world.table).save(person, undefined));
  await hasPrinted(world, 'report', reportPrint);
  await hasPrinted(world, 'deviations', formPrint);
  await hasScanned(world, 'fil-scan');
  const path = { ...ofP1, paperId: (await file(world)).body.id as string };
  const answer = await world.call('keyPaper', administrator, { path, body: { ...keying(), isAll: true } });
  expect(answer.body.state).toBe('keyed');
  return { world, path };
}

const handedIn = async (world: World) => {
  const { body } = await world.call('getMonth', head, { path: ofP1, query: { lines: 'all' } });
  const rows = (await world.monthJournal(month, 'P1')).filter((row) => row.startsWith('month-submitted'));
  return { state: body.month?.state, version: body.month?.submission?.version, records: body.records?.length, rows };
};
const once = (by: string) => ({ state: 'received', version: 1, records: 1, rows: [`month-submitted L-22 ${by}`] });

describe('a paper that is confirmed', () => {
  it('by two at once is handed in once', async () => {
    for (let seed = 0; seed < 5; seed++) {
      const { world, path } = await aKeyedPaper();
      const restore = slowed(world, seeded(seed));
      const confirm = (who: Person) => world.call('confirmPaper', who, { path, body: keying() });
      const answers = await Promise.all([confirm(second), confirm(third)]);
      restore();
      expect(answers.map(({ status }) => status).sort(), `seed ${seed}`).toEqual([200, 409]);
      const winner = answers[0]?.status === 200 ? second : third;
      expect(await handedIn(world), `seed ${seed}`).toEqual(once(winner.userId));
    }
  });

  it('while the first mends it is handed in once, with what both have read', async () => {
    const { world, path } = await aKeyedPaper();
    const other = keying({ form: [{ line: 1, values: { caseNo: 'A-1', date: '2026-10-02', type: 'BOMTID' } }] });
    const differs = await world.call('confirmPaper', second, { path, body: other });
    expect(differs.body.state).toBe('differs');
    const restore = slowed(world, seeded(7));
    const both = await Promise.all([
      world.call('keyPaper', administrator, { path, body: { ...other, isAll: true } }),
      world.call('confirmPaper', second, { path, body: keying() }),
    ]);
    restore();
    // Each has come to the other's reading: one of them is in time, the other is told that it differs or is laid.
    expect(both.map(({ status }) => status)).toContain(200);
    const { rows } = await handedIn(world);
    expect(rows).toHaveLength(1);
  });

  it('and cut off at every write is not handed in by half, and again once', async () => {
    const tried: Record<Crash, number> = { before: 0, after: 0 };
    for (const when of ['before', 'after'] as const) {
      for (let n = 0; n < most; n++) {
        const { world, path } = await aKeyedPaper();
        const crash = crashingAt(world, n, when);
        // That it was cut off is what is tried; what becomes of it is asked below.
        await world.call('confirmPaper', second, { path, body: keying() }).catch(() => undefined);
        const happened = crash.happened();
        crash.restore();
        world.failures.length = 0;
        const where = `cut ${when} write ${n}`;
        const again = await world.call('confirmPaper', second, { path, body: keying() });
        expect([200, 409], where).toContain(again.status);
        expect(await handedIn(world), where).toEqual(once('D2'));
        if (!happened) break;
        tried[when] += 1;
      }
    }
    expect(Math.min(tried.before, tried.after)).toBeGreaterThan(5);
    expect(Math.max(tried.before, tried.after)).toBeLessThan(most);
  }, 120_000);
});

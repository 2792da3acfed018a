import { describe, expect, it } from 'vitest';
import { monthStore } from '../../../functions/months/month-store.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { newMeter, watch } from '../../bench/metered.ts';
import {
  aHandedInMonth,
  faultyReport,
  handIn,
  month,
  ofP1,
  reporting,
  stating,
} from '../../support/a-handed-in-month.ts';
import { aReport } from '../../support/a-report.ts';
import { aWorld, head, officer, type World } from '../../support/a-world.ts';

/** The keys that are read of the table, and what is asked of files, from now on. */
function watched(world: World) {
  const read: string[] = [];
  const { get, getMany } = world.table;
  const meter = newMeter();
  watch(world.deps, meter);
  const metered = { get: world.table.get, getMany: world.table.getMany };
  Object.assign(world.table, {
    get: (key: Parameters<typeof get>[0]) => {
      read.push(key.pk);
      return metered.get(key);
    },
    getMany: (keys: Parameters<typeof getMany>[0]) => {
      read.push(...keys.map(({ pk }) => pk));
      return metered.getMany(keys);
    },
  });
  return { read, files: meter.files, meter };
}

const caseNo = (n: number) => `A-${String(n).padStart(4, '0')}`;
/** A month of one officer's with so many cases, with every line approved. */
async function approved(many: number): Promise<World> {
  const caseNos = Array.from({ length: many }, (_, n) => caseNo(n + 1));
  const world = await aWorld({ date: '2026-11-02', clock: '09:00' });
  await world.register(...caseNos.map((one) => ({ caseNo: one })));
  await handIn(world, aReport(Object.fromEntries(caseNos.map((one) => [one, [[1, 60]]]))));
  for (let n = 0; n < many; n += 50)
    await world.call('approveLines', officer, { path: ofP1, body: { caseNos: caseNos.slice(n, n + 50) } });
  return world;
}

describe('what a month reads', () => {
  it('signing reads no case, however many there are', async () => {
    const world = await approved(120);
    const { read, meter } = watched(world);
    expect((await world.sign(officer, reporting, { path: ofP1, body: {} })).status).toBe(201);
    expect((await world.sign(head, stating, { path: ofP1, body: {} })).status).toBe(201);
    expect(read.filter((pk) => pk.startsWith('CASE#'))).toEqual([]);
    // Four times the lines, and what a signing asks besides.
    expect(meter.readUnits).toBeLessThanOrEqual(150);
    expect(meter.files).toEqual(new Map());
  });

  it('a record is put once, and so is each file for people', async () => {
    const world = await approved(1);
    const { files } = watched(world);
    await world.sign(officer, reporting, { path: ofP1, body: {} });
    await world.sign(head, stating, { path: ofP1, body: {} });
    await world.tick();
    expect(Object.fromEntries(files)).toEqual({ 'put records': 3, 'put documents': 2 });
  });

  it('a tick-off reads the chunks that hold its lines, and no other', async () => {
    const world = await approved(120);
    const { read } = watched(world);
    await world.call('approveLines', officer, { path: ofP1, body: { caseNos: [caseNo(110)] } });
    await world.call('decideLine', officer, { path: { ...ofP1, caseNo: caseNo(60) }, body: { decision: 'REOPEN' } });
    // A chunk each, and what was asked about the line that is decided by itself.
    expect(read.filter((pk) => pk.startsWith('LINES#'))).toHaveLength(3);
  });

  it('what ended before the month is not read for it', async () => {
    const world = await aWorld({ date: '2026-11-02', clock: '09:00' });
    await world.register(
      { caseNo: 'A-1' },
      { caseNo: 'A-2', from: '2020-01-01', to: '2026-09-30' },
      { caseNo: 'A-3', from: '2020-01-01', to: '2026-10-01' },
    );
    const { read } = watched(world);
    const found = await assignmentStore(world.table).ofProvider('P1', '2026-10-01');
    expect(found.map(({ caseNo }) => caseNo)).toEqual(['A-1', 'A-3']);
    expect(read).toEqual(['CASE#A-1', 'CASE#A-3']);
    expect(await assignmentStore(world.table).ofProvider('P1')).toHaveLength(3);
  });
});

describe('a month’s page', () => {
  const page = async (world: World) => (await world.call('getMonth', head, { path: ofP1 })).body;

  it('shows what is wrong with the file without opening the dry run', async () => {
    const world = await aHandedInMonth(faultyReport());
    const { files } = watched(world);
    expect((await page(world)).file).toMatchObject({
      status: 'INCOMPLETE',
      errors: [{ code: 'WRONG_SUM' }],
    });
    expect(files).toEqual(new Map());
  });

  it.each(['gone', 'in another shape'])('reads it of the dry run where it is %s', async (how) => {
    const world = await aHandedInMonth(faultyReport());
    const { file } = await page(world);
    const stored = await monthStore(world.table).find(month, 'P1');
    const key = { pk: `MONTH#${month}#P1`, sk: `VERDICT#${stored?.entity.submission?.id}` };
    const item = await world.table.get(key);
    const over = item?.version ?? 0;
    await world.put(
      how === 'gone'
        ? { kind: 'delete', key, over }
        : { kind: 'put', over, item: { ...key, data: { version: 0, file: {} } } },
    );
    const { files } = watched(world);
    expect((await page(world)).file).toEqual(file);
    expect(files).toEqual(
      new Map([
        ['find documents', 1],
        ['read documents', 1],
      ]),
    );
  });
});

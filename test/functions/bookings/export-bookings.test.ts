import { beforeEach, describe, expect, it } from 'vitest';
import type { Voucher } from '../../../functions/bookings/voucher.ts';
import { voucherStore } from '../../../functions/bookings/voucher-store.ts';
import { aBasisWorld, type BasisWorld } from '../../support/a-basis-world.ts';
import { buyers } from '../../support/a-purchase-world.ts';

const { eco, fin, paa } = buyers;
let world: BasisWorld;

const waits = (n: number): Voucher => ({
  id: `utforda-${n}-1`,
  of: { kind: 'purchase-basis', basisId: `utforda-${n}`, time: 1, month: '2026-09', purchaseIds: [`kop-${n}`] },
  ...{ date: '2026-10-01', text: 'Köpta timmar september 2026', queuedAt: world.clock.now() },
  rows: [
    { account: '4642', dims: { 1: '4711' }, amountOre: n, minutes: 60, text: '60 minuter' },
    { account: '4642', dims: { 1: '5822' }, amountOre: -n, minutes: 60, text: '60 minuter' },
  ],
});
const queue = async (...numbers: readonly number[]) => {
  for (const n of numbers) await world.put(voucherStore(world.table).queue(waits(n)));
};
const take = async (person = fin as typeof eco) => (await world.call('exportBookings', person, { body: {} })).body;
const fileOf = async (number: number, format: string) => {
  const asked = { path: { number: String(number) }, query: { format } };
  return (await world.call('getBookingFile', eco, asked)).body;
};

describe('what is booked is handed over once', () => {
  beforeEach(async () => {
    world = await aBasisWorld('botkyrka');
  });

  it('each voucher stands in one export, whose files stay the same bytes', async () => {
    await queue(1, 2);
    expect(await take()).toMatchObject({ number: 1, vouchers: ['utforda-1-1', 'utforda-2-1'], controlOre: 3 });
    const before = await fileOf(1, 'sie');
    expect(before).toMatchObject({ fileName: 'bokning-1.si', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await queue(3);
    expect(await take(eco)).toMatchObject({ number: 2, vouchers: ['utforda-3-1'] });
    expect((await fileOf(1, 'sie')).sha256).toBe(before.sha256);
    expect((await fileOf(2, 'fixed')).fileName).toBe('bokning-2.txt');
    expect((await world.call('listBookings', fin, {})).body.items).toHaveLength(2);
  });

  it('counts the minutes of a voucher once, however many rows it has', async () => {
    const [one, other] = waits(1).rows;
    if (!one || !other) throw new Error('no rows');
    const rows = [one, other, { ...one, account: '4643' }, { ...other, account: '4643' }];
    await world.put(voucherStore(world.table).queue({ ...waits(1), rows }));
    expect(await take()).toMatchObject({ rows: 4, minutes: 60 });
  });

  it('two who export in the same moment get two different ones, or one of them nothing', async () => {
    await queue(1);
    const answers = await Promise.all([fin, eco].map((one) => world.call('exportBookings', one, { body: {} })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('nothing-to-book');
  });

  it('more than one export has room for goes in the next', async () => {
    await queue(...Array.from({ length: 93 }, (_, n) => n + 1));
    const first = await take();
    expect([first.vouchers.length, first.left]).toEqual([90, true]);
    const second = await take();
    expect([second.vouchers.length, second.left]).toEqual([3, undefined]);
    expect(new Set([...first.vouchers, ...second.vouchers]).size).toBe(93);
  });

  it('a code that has no room in fixed columns is in the other files, and never cut', async () => {
    const long = waits(1);
    const rows = long.rows.map((row) => ({ ...row, dims: { 1: 'KST-4711' } }));
    await world.put(voucherStore(world.table).queue({ ...long, rows }));
    expect((await take()).files.map(({ format }: { format: string }) => format)).toEqual(['csv', 'sie']);
    expect((await fileOf(1, 'fixed')).code).toBe('code-too-long');
  });

  it('since an export: what is new, changed and gone on each account, with sums of its own', async () => {
    const again = (n: number, time: number, ore: number): Voucher => {
      const one = waits(n);
      const rows = one.rows.map((row, at) => ({ ...row, amountOre: at === 0 ? ore : -ore }));
      return { ...one, id: `utforda-${n}-${time}`, of: { ...one.of, time } as Voucher['of'], rows };
    };
    await queue(1, 2);
    await take();
    // The first basis is allocated anew: once to another sum, then to nothing; a third is new.
    await world.put(voucherStore(world.table).queue(again(1, 2, 9)));
    await queue(3);
    await take();
    await world.put(voucherStore(world.table).queue(again(1, 3, -10)));
    await take();
    const since = async (number: string, limit = '50') =>
      (await world.call('listBookings', fin, { query: { since: number, limit } })).body;
    const sums = async (number: string, limit?: string) => (await since(number, limit)).difference;
    expect(await sums('1', '1')).toMatchObject({
      ...{ since: 1, until: 2, rowCount: 4, gone: 0, new: 2, changed: 2, controlOre: 12, sumOre: 0 },
      changes: [
        { change: 'CHANGED', matter: 'utforda-1', account: '4642', dims: { 1: '4711' }, wasOre: 1, nowOre: 10 },
        { change: 'CHANGED', matter: 'utforda-1', dims: { 1: '5822' }, wasOre: -1, nowOre: -10 },
        { change: 'NEW', matter: 'utforda-3', wasOre: 0, nowOre: 3 },
        { change: 'NEW', matter: 'utforda-3', wasOre: 0, nowOre: -3 },
      ],
    });
    // Page upon page: from where the one before ended.
    expect(await sums('2')).toMatchObject({ until: 3, rowCount: 2, gone: 2, new: 0, changed: 0, sumOre: 0 });
    // Over both it was taken back whole.
    expect(await sums('1')).toMatchObject({ until: 3, gone: 2, new: 2, changed: 0 });
    expect((await since('1')).items.map(({ number }: { number: number }) => number)).toEqual([2, 3]);
    expect(await since('3')).toMatchObject({ items: [], difference: { rowCount: 0, controlOre: 0, changes: [] } });
    expect((await since('4')).code).toBe('booking-not-found');
  });

  it('is not there for others, nor an export that is not there', async () => {
    expect((await world.call('exportBookings', paa, { body: {} })).status).toBe(403);
    expect((await world.call('getBookingFile', eco, { path: { number: '9' } })).body.code).toBe('booking-not-found');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../functions/months/dry-run/byte-source.ts';
import { boughtInReport, draftingBasis } from '../../../../functions/purchases/basis/drafting-basis-step.ts';
import { committed } from '../../../../shared/steps/commit.ts';
import { aBasisWorld, aReport, type BasisWorld, done, e46 } from '../../../support/a-basis-world.ts';
import { coordinator, manager } from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';

const of = { month: '2026-09', providerId: 'P1' };
const path = { month: '2026-09' };
const by = { userId: 'epost-P1', role: 'provider' };

let world: BasisWorld;
beforeEach(async () => {
  world = await aBasisWorld('halmstad');
  await world.hasBought({ receiver: { providerId: 'P1', kind: 'private' } });
});

let files = 0;
const opened = (rows: readonly string[]) => {
  const bytes = Buffer.from(aReport(...rows));
  files += 1;
  const document = {
    id: `fil-m-${files}`,
    bucket: 'incoming',
    bytes: bytes.length,
    sha256: '',
    contentType: 'text/csv',
  };
  return { document: { ...document, bucket: 'incoming' as const }, source: bytesSource(bytes) };
};

/** The report has come in a mail from a registered address. */
async function comes(rows: readonly string[] = e46('A-1', 'P1')) {
  const now = world.clock.now();
  const laid = { by: by.userId, at: now, mailId: 'in-1', receiptTo: 'p1@utforare.example' };
  const drafted = await draftingBasis(of, opened(rows), laid, world.deps);
  if (drafted.ok) await committed(drafted.value.effects, { by, at: now }, world.deps);
  return drafted;
}
const draft = async (who = manager) => (await world.call('getBasisDraft', who, { path })).body.waiting;
const handIn = (who = manager, more: object = {}) =>
  world.call('handInBasis', who, { path, body: { draft: true, ...more } });

describe('a private performer’s report of bought hours in a mail (M-17)', () => {
  it('waits beside the month, and is no basis until its manager hands it in', async () => {
    await comes();
    expect(await draft()).toMatchObject({ state: 'waiting', time: 1, rows: 17, minutes: 1640, unplaced: 0 });
    expect((await world.call('listBases', manager, { path })).body.items).toEqual([]);
    await world.tick();
    const told = (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);
    expect(told).toEqual([
      'p1@utforare.example Underlaget för köpta timmar väntar',
      'm1@utforare.example Underlaget för köpta timmar väntar',
    ]);
    const [letter] = await world.letters();
    expect(letter?.text).toContain('https://utfort.example/#/kop/sidor/underlag?manad=2026-09');
    expect(letter?.text).not.toContain('A-1');
  });

  it('is handed in with one press, and received then', async () => {
    await comes();
    world.clock.set(at('2026-10-05 10:00'));
    const answer = await handIn();
    expect(answer.status).toBe(201);
    expect(answer.body.bases[0]).toMatchObject({ minutes: 1640, handedIn: { by: 'M1', at: at('2026-10-05 10:00') } });
    expect(await draft()).toBeUndefined();
    expect(await handIn()).toMatchObject({ status: 404, body: { code: 'draft-not-found' } });
  });

  it('is the manager’s to hand in', async () => {
    await comes();
    expect((await handIn(coordinator)).status).toBe(403);
    expect(await draft(coordinator)).toMatchObject({ state: 'waiting' });
  });

  it('gives way to a corrected one', async () => {
    await comes([done('08', { of: 'P1' })]);
    await comes();
    expect(await draft()).toMatchObject({ time: 2, minutes: 1640 });
  });

  it.each<[string, object, readonly string[], string]>([
    ['of a month that is not over', { ...of, month: '2026-10' }, e46('A-1', 'P1'), 'month-not-ended'],
    ['by one whom nobody buys of', { ...of, providerId: 'P2' }, e46('A-1', 'P2'), 'no-purchase-in-month'],
    ['with a row that cannot be read', of, [done('08', { of: 'P1', status: 'KANSKE' })], 'report-faulty'],
  ])('is refused %s', async (_, about, rows, code) => {
    const laid = { by: by.userId, at: world.clock.now() };
    expect(await draftingBasis({ ...of, ...about }, opened(rows), laid, world.deps)).toMatchObject({ ok: false, code });
  });
});

describe('whether a time report is of bought hours', () => {
  const found = (rows: readonly string[], providerId = 'P1', month = of.month) =>
    boughtInReport({ ...of, providerId, month }, bytesSource(Buffer.from(aReport(...rows))), world.deps);
  const isOf = async (...given: Parameters<typeof found>) => (await found(...given)).isAll;

  it('when each of its rows is of a case that has some here', async () => {
    expect(await isOf(e46('A-1', 'P1'))).toBe(true);
    expect(await isOf([...e46('A-1', 'P1'), done('08', { caseNo: 'A-2', of: 'P1' })])).toBe(false);
    expect(await isOf([])).toBe(false);
    expect(await isOf(e46('A-1', 'P2'), 'P2')).toBe(false);
  });

  it('tells the cases that have none, and whether any goes on in that month', async () => {
    const rows = [
      ...e46('A-1', 'P1'),
      done('08', { caseNo: 'A-2', of: 'P1' }),
      done('09', { caseNo: 'A-2', of: 'P1' }),
    ];
    expect(await found(rows)).toEqual({ isAny: true, isAll: false, others: ['A-2'] });
    expect(await found([], 'P1', '2020-01')).toMatchObject({ isAny: false });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { purchaseStore } from '../../../../functions/purchases/purchase-store.ts';
import { identityStore } from '../../../../shared/stores/identity-store.ts';
import { aBasisWorld, type BasisWorld, done, e46 } from '../../../support/a-basis-world.ts';
import { sumOf } from '../../../support/a-purchase.ts';
import { buyers, pmg } from '../../../support/a-purchase-world.ts';
import { at } from '../../../support/builders.ts';

const { pam, paa, hcm, crd, eco, fin } = buyers;
let world: BasisWorld;
let id: string;

const handedIn = async (rows: readonly string[] = e46(), person = crd as typeof pmg) => {
  const answer = await world.handIn(rows, {}, person);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id as string;
};

describe('Botkyrka: from a basis to its cost (B-29, B-30)', () => {
  beforeEach(async () => {
    world = await aBasisWorld('botkyrka');
    await world.hasBought();
    id = await handedIn();
  });

  it('is accepted, invoiced, allocated and booked: 10 386,67 kr from one to the other (E46)', async () => {
    expect((await world.act('acceptBasis', paa, id)).body).toMatchObject({
      state: 'accepted',
      amountOre: 1_038_667,
      lines: [{ orePerHour: 38_000, priceBy: 'RATE', decision: 'KS 2026/7', amountOre: 1_038_667 }],
    });
    expect((await world.act('sendInternalInvoice', paa, id)).body).toMatchObject({
      state: 'invoiced',
      invoiced: { amountOre: 1_038_667, minutes: 1640 },
    });
    const tasks = (await world.call('listTasks', eco)).body.items;
    expect(tasks).toMatchObject([{ code: 'D39', rule: 'B-30', due: '2026-10-15T00:00:00+02:00' }]);
    const allocation = await world.act('allocateCost', eco, id, { minutes: 1640 });
    expect(allocation.body).toMatchObject({
      rows: [
        { unitId: 'E1', costCentre: '4711', account: '4642', amountOre: 1_038_667 },
        { unitId: 'E2', costCentre: '5822', account: '4642', amountOre: -1_038_667 },
      ],
      ...{ sumOre: 0, minutes: 1640, outside: [] },
    });
    expect((await world.call('listTasks', eco)).body.items).toMatchObject([{ code: 'D39', state: 'done' }]);
    const exported = await world.call('exportBookings', fin, { body: {} });
    expect(exported.body).toMatchObject({ number: 1, rows: 2, controlOre: 1_038_667, sumOre: 0, minutes: 1640 });
    expect((await world.call('exportBookings', fin, { body: {} })).body.code).toBe('nothing-to-book');
  });

  it('B-29: no invoice before it is accepted, and none of what was returned', async () => {
    expect((await world.act('sendInternalInvoice', paa, id)).body.code).toBe('basis-not-accepted');
    expect((await world.act('allocateCost', eco, id)).body.code).toBe('basis-not-accepted');
    const back = await world.act('returnBasis', paa, id, { reason: 'fel timmar den tredje' });
    expect(back.body).toMatchObject({ state: 'returned', returned: { reason: 'fel timmar den tredje' } });
    expect((await world.act('acceptBasis', paa, id)).body.code).toBe('basis-returned');
    await handedIn([done('01')]);
    expect((await world.act('acceptBasis', paa, id)).body).toMatchObject({ state: 'accepted', minutes: 45 });
    expect((await world.act('allocateCost', eco, id)).body.code).toBe('basis-not-invoiced');
    expect((await world.act('returnBasis', paa, id, { reason: 'sent' })).body.code).toBe('basis-accepted');
  });

  it('is accepted by the administrator of the unit, and once', async () => {
    for (const person of [fin]) expect((await world.act('acceptBasis', person, id)).body.code).toBe('role-not-allowed');
    expect((await world.act('acceptBasis', pam, id)).status).toBe(403);
    const answers = await Promise.all([world.act('acceptBasis', paa, id), world.act('acceptBasis', paa, id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('basis-accepted');
  });

  it('B-30: not with other minutes, nor rows that leave an öre or move it to another unit', async () => {
    await world.act('acceptBasis', paa, id);
    await world.act('sendInternalInvoice', paa, id);
    const row = (unitId: string, amountOre: number, account = '4642') => ({
      ...{ unitId, costCentre: '4711', account, amountOre },
    });
    const code = async (body: unknown) => (await world.act('allocateCost', eco, id, body)).body.code;
    expect(await code({ minutes: 1641 })).toBe('minutes-differ');
    expect(await code({ rows: [row('E1', 1_038_667), row('E2', -1_038_666)] })).toBe('sum-not-zero');
    expect(await code({ rows: [row('E3', 1_038_667), row('E2', -1_038_667)] })).toBe('amount-differs');
    expect(await code({ rows: [row('E1', 1_038_667, 'x'), row('E2', -1_038_667)] })).toBe('bad-request');
    expect((await world.act('allocateCost', paa, id)).status).toBe(403);
    const rows = [row('E1', 1_000_000), row('E1', 38_667, '4699'), row('E2', -1_038_667)];
    expect((await world.act('allocateCost', eco, id, { rows })).body).toMatchObject({ rows, sumOre: 0 });
    expect(await code({})).toBe('basis-allocated');
  });

  it('a correction books the difference, with its sign, and rewrites nothing', async () => {
    const settle = async () => {
      await world.act('acceptBasis', paa, id);
      await world.act('sendInternalInvoice', paa, id);
      return (await world.act('allocateCost', eco, id)).body;
    };
    await settle();
    await world.call('exportBookings', fin, { body: {} });
    expect(await handedIn(e46().slice(1))).toBe(id);
    const corrected = (await world.act('getBasis', eco, id)).body;
    expect(corrected).toMatchObject({
      ...{ state: 'handed-in', time: 2, minutes: 1540 },
      corrects: { time: 1, minutes: 1640, amountOre: 1_038_667 },
    });
    // 1 540 minutes are 975 333 öre: what is booked is what is between.
    expect((await settle()).booked).toMatchObject([
      { unitId: 'E1', amountOre: -63_334 },
      { unitId: 'E2', amountOre: 63_334 },
    ]);
    expect((await world.call('exportBookings', fin, { body: {} })).body).toMatchObject({
      ...{ number: 2, controlOre: 63_334, rows: 2 },
    });
    const list = (await world.call('listBookings', eco, {})).body.items;
    expect(list.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
  });

  it('whoever handed it in does not accept it, in whatever role (A72)', async () => {
    const { membershipStore } = await import('../../../../shared/stores/membership-store.ts');
    const both = { userId: 'crd', role: 'ordering-administrator', unitId: 'E1', email: 'crd@kommun.example' } as const;
    await world.put(membershipStore(world.table).save(both, undefined));
    expect((await world.act('acceptBasis', both, id)).body.code).toBe('same-person');
  });

  it('no price is made up where no rate is in force', async () => {
    world = await aBasisWorld('botkyrka', { settings: { rates: [] } });
    await world.hasBought();
    id = await handedIn();
    expect((await world.act('acceptBasis', paa, id)).body.code).toBe('no-rate');
  });
});

describe('D38: the day to hand in (B-26, A39)', () => {
  it('is given to whoever performed, once, and is met by handing in', async () => {
    world = await aBasisWorld('botkyrka', { date: '2026-09-30', clock: '23:00' });
    await world.hasBought();
    await world.passTo('2026-10-01', '09:00');
    const tasks = async () => (await world.call('listTasks', crd)).body.items;
    expect(await tasks()).toMatchObject([
      { code: 'D38', rule: 'B-26', due: '2026-10-08T00:00:00+02:00', subject: { month: '2026-09' } },
    ]);
    expect((await world.call('listTasks', hcm)).body.items).toHaveLength(1);
    await world.passTo('2026-10-08', '00:10');
    expect(await world.told()).toContain('crd: Månadens underlag för köpta timmar');
    expect(await tasks()).toMatchObject([{ state: 'late', hard: true }]);
    const basisId = await handedIn();
    expect(await tasks()).toMatchObject([{ code: 'D38', state: 'done' }]);
    // What is returned waits again, and keeps its mark.
    await world.act('returnBasis', paa, basisId, { reason: 'fel vecka' });
    expect(await tasks()).toMatchObject([{ code: 'D38', state: 'late' }]);
  });
});

describe('Helsingborg: the agreement’s price, in two legs (A78)', () => {
  const signed = (orePerHour?: number) => ({
    ...{ use: 'PLANNED' as const, documentId: 'handling-1', sha256: sumOf('a'), template: 'hemvård-assistans-1' },
    ...(orePerHour === undefined ? {} : { orePerHour }),
    drafted: { at: at('2026-08-25 09:00'), by: 'pam' },
    signatures: [
      { at: at('2026-08-26 09:00'), by: 'pam', role: 'ordering-manager' as const, side: 'ORDERING' as const },
      { at: at('2026-08-26 10:00'), by: 'hcm', role: 'receiving-manager' as const, side: 'RECEIVING' as const },
    ],
  });

  it.each([
    ['the agreement’s where it names one', 42_000, 42_000, 'AGREEMENT'],
    ['else the rate', undefined, 38_000, 'RATE'],
  ])('%s', async (_what, agreed, orePerHour, priceBy) => {
    world = await aBasisWorld('helsingborg');
    await world.hasBought({ agreements: [signed(agreed)] });
    id = await handedIn();
    const { body } = await world.act('acceptBasis', paa, id);
    expect(body.lines).toMatchObject([{ orePerHour, priceBy }]);
    await world.act('sendInternalInvoice', paa, id);
    const { body: cost } = await world.act('allocateCost', eco, id);
    const amount = body.amountOre;
    expect(cost.rows).toMatchObject([
      { unitId: 'EKONOMI', amountOre: amount },
      { unitId: 'E2', amountOre: -amount },
      { unitId: 'E1', amountOre: amount },
      { unitId: 'EKONOMI', amountOre: -amount },
    ]);
    // What passes through finance is nothing to it.
    expect(cost.booked).toMatchObject([
      { unitId: 'E2', amountOre: -amount },
      { unitId: 'E1', amountOre: amount },
    ]);
  });
});

describe('Halmstad: a private performer (M-05, M-17, A78)', () => {
  beforeEach(async () => {
    world = await aBasisWorld('halmstad');
    await world.hasBought({ receiver: { providerId: 'P1', kind: 'private' } });
    id = await handedIn(e46('A-1', 'P1'), pmg);
  });
  const invoice = (over: object = {}) => ({ number: '2026-118', amountOre: 1_038_667, date: '2026-10-01', ...over });

  it('invoices what the basis costs, and that leg goes out', async () => {
    expect((await world.act('acceptBasis', paa, id)).body.code).toBe('role-not-allowed');
    expect((await world.act('acceptBasis', fin, id)).body.state).toBe('accepted');
    expect((await world.act('allocateCost', eco, id)).body.code).toBe('basis-not-invoiced');
    const code = async (body: unknown) => (await world.act('sendInternalInvoice', fin, id, body)).body;
    expect(await code({})).toMatchObject({ code: 'invoice-missing' });
    expect(await code({ number: '1' })).toMatchObject({ faults: [{ at: 'body.amountOre' }, { at: 'body.date' }] });
    expect(await code(invoice({ date: '2026-10-02' }))).toMatchObject({ code: 'date-ahead' });
    expect(await code(invoice({ amountOre: 1_038_668 }))).toMatchObject({
      code: 'invoice-differs',
      faults: [{ at: 'body.amountOre', message: expect.stringContaining('skillnaden är 0,01 kr') }],
    });
    expect(await code(invoice())).toMatchObject({ state: 'invoiced', invoiced: { keyed: { number: '2026-118' } } });
    expect((await world.act('allocateCost', fin, id)).body).toMatchObject({
      rows: [
        { unitId: 'E1', amountOre: 1_038_667 },
        { unitId: 'EKONOMI', amountOre: -1_038_667 },
      ],
      outside: [
        { unitId: 'EKONOMI', amountOre: 1_038_667 },
        { unitId: 'P1', account: '2440', amountOre: -1_038_667 },
      ],
      sumOre: 0,
    });
    expect((await world.call('exportBookings', eco, { body: {} })).body).toMatchObject({ rows: 2, sumOre: 0 });
  });

  it('a corrected one is invoiced for the difference', async () => {
    await world.act('acceptBasis', fin, id);
    await world.act('sendInternalInvoice', fin, id, invoice());
    await world.act('allocateCost', eco, id);
    await handedIn(e46('A-1', 'P1').slice(1), pmg);
    await world.act('acceptBasis', fin, id);
    expect((await world.act('sendInternalInvoice', fin, id, invoice())).body.code).toBe('invoice-differs');
    const credit = invoice({ number: '2026-119', amountOre: -63_334 });
    expect((await world.act('sendInternalInvoice', fin, id, credit)).body.state).toBe('invoiced');
  });
});

describe('Halmstad: short notice (M-23, A38)', () => {
  const noticed = {
    extent: { minutes: 600, per: 'WEEK' as const, weekdays: [1, 2, 3, 4, 5] },
    ...{ from: '2026-08-03', to: '2026-12-31', state: 'ending' as const },
    begun: { at: at('2026-08-03 09:00'), by: 'hcm', visitAt: at('2026-08-03 08:00') },
    notices: [{ at: at('2026-08-31 09:00'), by: 'odp', effective: '2026-09-14', short: 14, reason: 'flyttar' }],
  };

  it.each([
    ['ORDERED', 1200, 760_000],
    ['ACTUAL', 0, 0],
  ])('%s: 14 days short of 10 h a week are %i minutes', async (policy, minutes, amountOre) => {
    world = await aBasisWorld('halmstad', { settings: { overrides: [`noticeBilling=${policy}`] } });
    await world.hasBought(noticed);
    id = await handedIn([]);
    expect((await world.act('acceptBasis', fin, id)).body).toMatchObject({ minutes, amountOre });
    expect((await world.act('allocateCost', fin, id, { minutes })).body).toMatchObject({ sumOre: 0, minutes });
  });
});

describe('what nobody does in time', () => {
  it('D31: a private performer’s basis is told of inside the system, never by mail (M-17, A48)', async () => {
    world = await aBasisWorld('halmstad', { date: '2026-09-30', clock: '23:00' });
    await world.hasBought({ receiver: { providerId: 'P1', kind: 'private' } });
    await world.passTo('2026-10-08', '00:10');
    expect((await world.call('listTasks', pmg)).body.items).toMatchObject([
      { code: 'D31', rule: 'M-17', state: 'late', hard: true },
    ]);
    expect(await world.told()).toEqual([]);
    const inbox = (await world.call('listMessages', pmg)).body.items;
    expect(JSON.stringify(inbox)).toContain('Månadens underlag för köpta timmar');
  });

  it('D39: a cost that is not allocated in time (B-30)', async () => {
    world = await aBasisWorld('botkyrka');
    await world.hasBought();
    id = await handedIn();
    await world.act('acceptBasis', paa, id);
    await world.act('sendInternalInvoice', paa, id);
    await world.passTo('2026-10-15', '00:10');
    expect((await world.call('listTasks', eco)).body.items).toMatchObject([
      { code: 'D39', state: 'late', hard: false },
    ]);
    expect(await world.told()).toContain('eco: Kostnaden för köpta timmar');
  });
});

describe('A80: what was not performed', () => {
  it('pays nothing: not after a death, not for who was not there, and nothing is topped up', async () => {
    world = await aBasisWorld('halmstad');
    const ended = { at: at('2026-09-13 09:00'), by: 'hcm', on: '2026-09-12', reason: 'över', cause: 'DEATH' as const };
    await world.hasBought({ ended, state: 'closed' });
    id = await handedIn([done('11'), done('12', { status: 'BOMTID', minutes: '0' }), done('13')]);
    expect((await world.act('acceptBasis', fin, id)).body).toMatchObject({
      lines: [{ accepted: 45, rejected: { NOT_PERFORMED: 45, OUTSIDE_PERIOD: 45 } }],
      ...{ minutes: 45, amountOre: 28_500 },
    });
  });
});

describe('H-30: a basis that was held', () => {
  it('is taken when it is handed in with its agreement signed, beside what stood', async () => {
    world = await aBasisWorld('helsingborg');
    const acute = {
      ...{ id: 'kop-2', caseNo: 'A-2', mode: 'ACUTE' as const, state: 'running' as const, to: null },
      begun: { at: at('2026-09-10 09:00'), by: 'hcm', visitAt: at('2026-09-10 08:00') },
    };
    await world.hasBought();
    const purchase = await world.hasBought(acute);
    const rows = [done('10', { caseNo: 'A-2' }), done('11')];
    id = await handedIn(rows);
    expect((await world.act('getBasis', paa, id)).body).toMatchObject({ lines: [{ purchaseId: 'kop-1' }] });
    await world.act('acceptBasis', paa, id);
    const agreement = {
      ...{ use: 'AFTERWARDS' as const, documentId: 'handling-1', sha256: sumOf('a'), template: 'x' },
      drafted: { at: at('2026-09-12 09:00'), by: 'pam' },
      signatures: [
        { at: at('2026-09-12 09:00'), by: 'pam', role: 'ordering-manager' as const, side: 'ORDERING' as const },
        { at: at('2026-10-01 08:00'), by: 'hcm', role: 'receiving-manager' as const, side: 'RECEIVING' as const },
      ],
    };
    const store = purchaseStore(world.table);
    await world.put(store.save({ ...purchase, agreements: [agreement] }, await store.find('kop-2')));
    expect(await handedIn(rows)).toBe(id);
    expect((await world.act('getBasis', paa, id)).body).toMatchObject({
      ...{ state: 'handed-in', held: [], minutes: 90, corrects: { minutes: 45 } },
    });
  });
});

describe('a customer with protected identity', () => {
  it('causes no mail of the whole basis: it is read inside the system', async () => {
    world = await aBasisWorld('botkyrka');
    await world.hasBought();
    const identities = identityStore(world.table, world.deps.identityKeys);
    await world.put(...(await identities.seal('A-1', { name: 'Bo Ek', protected: true }, world.clock.now())));
    id = await handedIn();
    expect(await world.told()).toEqual([]);
    expect(JSON.stringify((await world.call('listMessages', eco)).body.items)).toContain(
      'Månadens underlag för köpta timmar',
    );
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { aBasisWorld, aReport, type BasisWorld, done, e46 } from '../../../support/a-basis-world.ts';
import { anAcuteHelp } from '../../../support/a-purchase.ts';
import { buyers, pmg } from '../../../support/a-purchase-world.ts';
import { at } from '../../../support/builders.ts';

const { pam, paa, crd, crd3, eco, fin } = buyers;
let world: BasisWorld;

describe('Botkyrka: a month that is handed in (B-26 to B-28)', () => {
  beforeEach(async () => {
    world = await aBasisWorld('botkyrka');
    await world.hasBought();
  });

  it('goes to administrator and economist with case numbers and minutes alone (E46)', async () => {
    const answer = await world.handIn(e46());
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      lines: [{ purchaseId: 'kop-1', agreed: 1680, performed: 1640, accepted: 1640, rejected: {} }],
      bases: [{ state: 'handed-in', minutes: 1640, ordering: { id: 'E1' }, performer: { id: 'E2' } }],
      ...{ held: [], unplaced: [] },
    });
    await world.tick();
    const letters = await world.letters();
    expect(letters.map(({ to }) => to.split('@')[0]).sort()).toEqual(['eco', 'paa']);
    expect(letters[0]?.text).toContain('Ärende A-1: 1640 minuter.');
    expect(letters[0]?.text).not.toMatch(/OMV|2026-09-/);
  });

  it('M-15: rejects what was not ordered, what was not done and what is outside the days', async () => {
    const rows = [
      done('01'),
      done('02', { code: 'PROM' }),
      done('03', { status: 'BOMTID', minutes: '0' }),
      done('04', { status: 'AVBOKAD', minutes: '0' }),
      done('05'),
      done('05'),
    ];
    const { body } = await world.handIn(rows);
    expect(body.lines).toMatchObject([
      {
        ...{ performed: 180, accepted: 90 },
        rejected: { NOT_ORDERED: 45, NOT_PERFORMED: 90, DUPLICATE: 45 },
      },
    ]);
  });

  it('B-27: time above the extent is paid with a comment, and not without', async () => {
    const rows = [...e46(), done('29', { minutes: '60' })];
    expect((await world.handIn(rows)).body).toMatchObject({
      code: 'condition-missing',
      missing: [{ rule: 'B-27', level: 'WRN' }],
      faults: [{ at: 'body.comments.kop-1' }],
    });
    expect((await world.handIn(rows, { comments: { 'kop-1': 'extra tvätt efter fall' } })).body.lines).toMatchObject([
      { accepted: 1700, agreed: 1680, comment: 'extra tvätt efter fall' },
    ]);
    const named = await world.handIn(rows, { comments: { 'kop-1': 'Elsa 19121212-1212' } });
    expect(named.body.code).toBe('bad-request');
  });

  it('tells of each row whose case nobody has bought hours for here', async () => {
    const { body } = await world.handIn([done('01'), done('02', { caseNo: 'A-9' })]);
    expect(body).toMatchObject({
      lines: [{ accepted: 45 }],
      unplaced: [{ row: 3, caseNo: 'A-9', minutes: 45, code: 'NO_PURCHASE' }],
      ...{ unplacedRows: 1, unplacedMinutes: 45 },
    });
  });

  it.each([
    ['a date that does not exist', [done('31')], 'report row 2 column Datum'],
    ['another performer', [done('01', { of: 'E3' })], 'report row 2 column Utförare'],
    ['minutes of what was not done', [done('01', { status: 'BOMTID' })], 'report row 2 column Utförda minuter'],
    [
      'a sum that is not its rows’',
      [done('01'), '2026-09;E2;A-1;SUMMA;;;;45;50;'],
      'report row 3 column Utförda minuter',
    ],
  ])('is not taken with %s, and nothing is lost', async (_what, rows, place) => {
    const answer = await world.handIn(rows);
    expect([answer.status, answer.body.code]).toEqual([422, 'report-faulty']);
    expect(answer.body.faults).toMatchObject([{ at: place }]);
    expect((await world.handIn([done('01')])).status).toBe(201);
  });

  it('is not taken before the month is over, nor as another file, nor without one', async () => {
    const early = await world.call('handInBasis', crd, {
      path: { month: '2026-10' },
      body: { report: { text: aReport() } },
    });
    expect(early.body.code).toBe('month-not-ended');
    const other = await world.call('handInBasis', crd, {
      path: { month: '2026-09' },
      body: { report: { text: 'Ärende;Minuter\r\nA-1;45' } },
    });
    expect(other.body.code).toBe('WRONG_HEADER');
    expect((await world.call('handInBasis', crd, { path: { month: '2026-09' }, body: {} })).body).toMatchObject({
      faults: [{ at: 'body.documentId', code: 'missing-field' }],
    });
    expect((await world.handIn([], { report: undefined, documentId: 'fil-9' })).body.code).toBe('file-not-found');
    expect((await world.handIn([done('01', { of: 'E3' })], {}, crd3)).body.code).toBe('no-purchase-in-month');
  });

  it('an uploaded file is read as well', async () => {
    const { body } = await world.call('openUpload', crd, { body: { contentType: 'text/csv' } });
    await world.deps.documents.put('incoming', body.documentId, Buffer.from(aReport(done('01'))), 'text/csv');
    const answer = await world.handIn([], { report: undefined, documentId: body.documentId });
    expect(answer.body.lines).toMatchObject([{ accepted: 45 }]);
  });

  it('B-28: goes to nobody where one of both is missing', async () => {
    await world.hasBought({ id: 'kop-3', orderingUnitId: 'E3', caseNo: 'A-3' });
    const answer = await world.handIn([done('01', { caseNo: 'A-3' })]);
    expect(answer.body).toMatchObject({ code: 'condition-missing', missing: [{ rule: 'B-28', level: 'BLK' }] });
  });

  it('again before it is accepted is in its place, and is seen by its parties alone', async () => {
    const first = (await world.handIn([done('01')])).body;
    const again = (await world.handIn([done('01'), done('02')])).body;
    expect(again).toMatchObject({ id: first.id, bases: [{ time: 2, minutes: 90 }] });
    const list = async (person: typeof pam) =>
      (await world.call('listBases', person, { path: { month: '2026-09' } })).body.items.length;
    for (const person of [pam, paa, crd, eco, fin]) expect(await list(person)).toBe(1);
    expect(await list(crd3)).toBe(0);
    expect((await world.act('getBasis', crd3, first.id)).body.code).toBe('basis-not-found');
    expect((await world.act('getBasis', paa, first.id)).body).toMatchObject({ next: ['acceptBasis', 'returnBasis'] });
  });

  it('a row goes to the purchase of its case whose service and days fit', async () => {
    await world.hasBought({
      id: 'kop-2',
      services: [{ code: 'PROM' }],
      requested: { at: at('2026-09-02 09:00'), by: 'pam' },
    });
    const { body } = await world.handIn([done('01'), done('02', { code: 'PROM' }), done('03', { code: 'HAND' })]);
    expect(body.lines).toMatchObject([
      { purchaseId: 'kop-2', accepted: 45, rejected: {} },
      { purchaseId: 'kop-1', accepted: 45, rejected: { NOT_ORDERED: 45 } },
    ]);
  });
});

describe('Helsingborg: acute help', () => {
  it('H-30: is held until its agreement is signed, and holds no other back', async () => {
    world = await aBasisWorld('helsingborg');
    const acute = anAcuteHelp({
      ...{ id: 'kop-2', caseNo: 'A-2', pack: 'helsingborg', from: '2026-09-10' },
      begun: { at: at('2026-09-10 09:00'), by: 'hcm', visitAt: at('2026-09-10 08:00') },
    });
    await world.hasBought(acute);
    const rows = [done('10', { caseNo: 'A-2' })];
    expect((await world.handIn(rows)).body).toMatchObject({
      code: 'basis-held',
      missing: [{ rule: 'H-30', level: 'BLK' }],
    });
    await world.hasBought();
    const { body } = await world.handIn([...rows, done('01')]);
    expect(body).toMatchObject({
      lines: [{ purchaseId: 'kop-1', accepted: 45 }],
      held: [{ purchaseId: 'kop-2', performed: 45, missing: [{ rule: 'H-30' }] }],
      bases: [{ held: [{ purchaseId: 'kop-2', performed: 45, rule: 'H-30' }] }],
    });
  });
});

describe('Halmstad: the designated form (M-17, M-18)', () => {
  beforeEach(async () => {
    world = await aBasisWorld('halmstad');
    await world.hasBought({ receiver: { providerId: 'P1', kind: 'private' } });
  });

  it('goes to finance, and the private performer’s own copy stays inside (A48)', async () => {
    const answer = await world.handIn([done('01', { of: 'P1' })], {}, pmg);
    expect(answer.body.lines).toMatchObject([{ accepted: 45 }]);
    await world.tick();
    expect((await world.letters()).map(({ to }) => to.split('@')[0]).sort()).toEqual(['fin']);
  });

  it('M-18: not on another form', async () => {
    const answer = await world.handIn([done('01', { of: 'P1' })], { form: 'EGEN' }, pmg);
    expect(answer.body).toMatchObject({ code: 'wrong-form', faults: [{ at: 'body.form' }] });
  });
});

describe('a performer of many units', () => {
  it('hands in a basis for each of them, all in one file', async () => {
    const { unitStore } = await import('../../../../shared/stores/unit-store.ts');
    const { membershipStore } = await import('../../../../shared/stores/membership-store.ts');
    world = await aBasisWorld('botkyrka');
    const units = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'];
    for (const [n, id] of units.entries()) {
      const own = { id, name: `Enhet ${id}`, board: 'Nämnden', area: 'Norr', costCentre: '47', pack: 'botkyrka' };
      const person = {
        userId: `a${id}`,
        role: 'ordering-administrator',
        unitId: id,
        email: `a${id}@kommun.example`,
      } as const;
      await world.put(
        unitStore(world.table).save(own, undefined),
        membershipStore(world.table).save(person, undefined),
      );
      await world.hasBought({ id: `kop-${n + 1}`, orderingUnitId: id, caseNo: `A-${n + 1}` });
    }
    const rows = units.map((_, n) => done('01', { caseNo: `A-${n + 1}` }));
    const { status, body } = await world.handIn([...rows, done('02', { caseNo: '19121212-1212' })]);
    expect([status, body.bases.length, body.lines.length, body.basisId]).toEqual([201, 6, 6, undefined]);
    expect(body.unplaced).toEqual([{ row: 8, minutes: 45, code: 'NO_PURCHASE' }]);
    const list = await world.call('listBases', eco, { path: { month: '2026-09' } });
    expect(list.body.items).toHaveLength(6);
    expect(await world.told()).toHaveLength(12);
  });
});

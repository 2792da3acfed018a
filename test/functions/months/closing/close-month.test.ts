import { beforeEach, describe, expect, it } from 'vitest';
import {
  aMonthEnd,
  decideLine,
  handIn,
  lineAt,
  month,
  ofP1,
  reporting,
  stating,
} from '../../../support/a-handed-in-month.ts';
import {
  colleague,
  feeOfficer,
  head,
  manager,
  neighbourManager,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';

let world: World;
const close = (who: Person = officer, headers = {}) => world.call('closeMonth', who, { path: ofP1, body: {}, headers });
const getMonth = async (who: Person) => (await world.call('getMonth', who, { path: ofP1 })).body;
const said = { decision: 'APPROVE', faultCode: 'NOT_HANDED_IN', comment: 'Utföraren har inte lämnat in.' };
const sign = (who: Person) => world.sign(who, reporting, { path: ofP1, body: {} });
const decideAll = async (decision: object = said) => {
  for (const caseNo of ['A-1', 'A-2']) await decideLine(world, caseNo, decision);
  await decideLine(world, 'A-3', decision, colleague);
};
const states = async () =>
  (await getMonth(head)).deadlines.map(({ code, state }: Record<string, string>) => `${code} ${state}`);

beforeEach(async () => {
  world = await aMonthEnd({ date: '2026-10-30', clock: '08:00' });
  await world.passTo('2026-11-09', '08:00');
});

describe('a month that was never handed in (A81)', () => {
  it('is closed by an officer who has cases in it: every case’s line is laid, to its own officer', async () => {
    expect(await close()).toMatchObject({
      status: 200,
      body: { state: 'closed', closed: { by: 'O1' }, officers: ['O1', 'O2'], orePerHour: 40_000 },
    });
    const { lines, parts } = await getMonth(head);
    const faults = ['NOT_HANDED_IN'];
    expect(lines).toMatchObject([
      { caseNo: 'A-1', officerId: 'O1', charged: 600, topUp: 600, proposal: { status: 'FAULTY', faults } },
      { caseNo: 'A-2', officerId: 'O1', charged: 100, proposal: { faults } },
      { caseNo: 'A-3', officerId: 'O2', charged: 300, proposal: { faults } },
    ]);
    expect(parts).toMatchObject([
      { officerId: 'O1', lines: 2, undecided: 2 },
      { officerId: 'O2', lines: 1, undecided: 1 },
    ]);
    expect(await states()).toEqual(['D10 overdue', 'D12 overdue', 'D12 overdue', 'D13 open']);
    expect(await world.monthJournal(month, 'P1')).toContain('month-closed A81 O1');
    const { trail } = (await world.call('getLine', officer, { path: lineAt('A-1') })).body;
    expect(trail).toMatchObject([{ minutes: 600, text: 'Inget är inlämnat – beviljad tid debiteras' }]);
    expect((await world.call('listMonths', head, { path: { month } })).body.items[0]).toMatchObject({
      state: 'closed',
      closedAt: expect.any(String),
    });
    expect((await getMonth(feeOfficer)).fees).toMatchObject([{ charged: 600 }, { charged: 100 }, { charged: 300 }]);
  });

  it('with a code and a comment each, nobody asked, and no line ticked off with others', async () => {
    await close();
    const bare = await decideLine(world, 'A-1', { decision: 'APPROVE' });
    expect(bare.body.faults.map(({ code }: { code: string }) => code)).toEqual([
      'fault-code-missing',
      'comment-missing',
    ]);
    const together = await world.call('approveLines', officer, { path: ofP1, body: { caseNos: ['A-1'] } });
    expect(together.body.code).toBe('lines-not-approved');
    const unseen = await world.call('approveLines', officer, { path: ofP1, body: { caseNos: ['A-3'], comment: 'x' } });
    expect(unseen.body.code).toBe('lines-not-approved');
    expect((await decideLine(world, 'A-1', said)).body).toMatchObject({
      charged: 600,
      decision: { kind: 'CHARGED_AS_GRANTED', faultCode: 'NOT_HANDED_IN' },
    });
  });

  it('by its officer many at once, with one word of why that stands in each, logged as one batch', async () => {
    await close();
    const body = { caseNos: ['A-1', 'A-2'], comment: 'Utföraren har inte lämnat in.', batchId: 'omgang-x' };
    expect((await world.call('approveLines', officer, { path: ofP1, body })).body).toMatchObject({
      ...{ batchId: 'omgang-x', approved: ['A-1', 'A-2'], undecided: 0 },
    });
    const { lines } = await getMonth(officer);
    const decision = {
      kind: 'CHARGED_AS_GRANTED',
      faultCode: 'NOT_HANDED_IN',
      batchId: 'omgang-x',
      comment: body.comment,
    };
    expect(lines).toMatchObject([
      { charged: 600, decision },
      { charged: 100, decision },
    ]);
    for (const caseNo of body.caseNos) expect(await world.journal(caseNo)).toContain('line-approved L-44 O1');
    expect((await sign(officer)).status).toBe(201);
  });

  it('and the provider is told that it was, and that it may hand in all the same', async () => {
    await close();
    await world.tick();
    const letter = (await world.letters()).find(({ subject }) => subject === 'Månaden är stängd utan er redovisning');
    expect(letter).toMatchObject({ to: 'p1@utforare.example' });
    expect(letter?.text).toContain('Lämna in ändå');
    expect(letter?.text).not.toMatch(/A-\d/);
  });

  it('one word of why is nothing for a month that was handed in', async () => {
    await handIn(world);
    const body = { caseNos: ['A-2'], comment: 'Alla på en gång' };
    const together = await world.call('approveLines', officer, { path: ofP1, body });
    expect(together.body.code).toBe('lines-not-approved');
  });

  it('is reported and stated as any other, by a head who decided nothing, and its records verify', async () => {
    await close();
    await decideAll();
    const report = await sign(officer);
    expect(report.status).toBe(201);
    await sign(colleague);
    const sent = await world.sign(head, stating, { path: ofP1, body: {} });
    expect(sent).toMatchObject({
      status: 201,
      body: { month: { state: 'stated', statement: { minutes: 1000, amountOre: 666_667 } } },
    });
    for (const { recordId } of [report.body.record, sent.body.record]) {
      const { body } = await world.call('getRecord', head, { path: { ...ofP1, recordId } });
      expect((await world.call('verifyRecord', head, { body })).body).toMatchObject({ valid: true });
    }
    const { body } = await world.call('getRecord', head, { path: { ...ofP1, recordId: report.body.record.recordId } });
    expect(body.payload.content).toMatchObject({ notHandedIn: { closedBy: 'O1' } });
    expect(body.payload.content.submission).toBeUndefined();
    expect(await handIn(world)).toMatchObject({ status: 201, body: { filed: 'statement-sent' } });
  });

  it('charges nothing where the pack says so', async () => {
    world = await aMonthEnd({ date: '2026-11-09', settings: { overrides: ['notHandedIn=NOTHING'] } });
    await close();
    expect((await getMonth(head)).lines).toMatchObject([{ charged: 0 }, { charged: 0 }, { charged: 0 }]);
    await decideAll();
    for (const who of [officer, colleague]) await sign(who);
    const sent = await world.sign(head, stating, { path: ofP1, body: {} });
    expect(sent.body.month.statement).toMatchObject({ minutes: 0, amountOre: 0 });
  });

  it('who closed it has had a hand in it, and does not send its statement (A72)', async () => {
    await close();
    expect((await getMonth(head)).parts).toMatchObject([{ decidedBy: ['O1'] }, { decidedBy: ['O1'] }]);
    expect((await close(head)).status).toBe(403);
  });

  it('handed in after all, before the statement, what is handed in takes its place', async () => {
    await close();
    await decideLine(world, 'A-1', said);
    expect((await handIn(world)).body).toMatchObject({
      month: { state: 'received' },
      submission: { version: 1, late: true },
    });
    const { lines, month: next } = await getMonth(head);
    expect(next.closed).toBeUndefined();
    expect(lines).toMatchObject([{ caseNo: 'A-1', proposal: { status: 'MATCH', charged: 480 } }, {}, {}]);
    expect(lines[0].decision).toBeUndefined();
  });

  it('but what an officer has signed for stands until it is taken back', async () => {
    await close();
    await decideAll();
    await sign(officer);
    expect(await handIn(world)).toMatchObject({ status: 201, body: { filed: 'report-signed' } });
  });
});

describe('a month is not closed', () => {
  it('before the sixth working day, which is named', async () => {
    world = await aMonthEnd({ date: '2026-11-08', clock: '23:59' });
    expect(await close()).toMatchObject({
      status: 409,
      body: { code: 'closing-too-early', faults: [{ message: 'Månaden kan stängas från och med mån 9 nov.' }] },
    });
    const english = await close(officer, { 'accept-language': 'en' });
    expect(english.body.faults).toMatchObject([{ message: 'The month can be closed from 2026-11-09.' }]);
    world.sleepTo('2026-11-09', '00:00');
    expect((await close()).status).toBe(200);
  });

  it('twice, nor when it has been handed in, nor when it is stated', async () => {
    await close();
    expect(await close(colleague)).toMatchObject({ status: 409, body: { code: 'month-closed' } });
    await handIn(world);
    expect(await close()).toMatchObject({ status: 409, body: { code: 'month-submitted' } });
  });

  it('by an officer without a case in it, nor by anybody else', async () => {
    const of = { path: { ...ofP1, providerId: 'P2' }, body: {} };
    expect(await world.call('closeMonth', officer, of)).toMatchObject({
      status: 404,
      body: { code: 'not-your-month' },
    });
    for (const who of [manager, neighbourManager, feeOfficer]) expect((await close(who)).status).toBe(403);
  });
});

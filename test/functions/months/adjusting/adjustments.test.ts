import { beforeEach, describe, expect, it } from 'vitest';
import { verifyRecordFile } from '../../../../shared/domain/verify-record-file.ts';
import { aHandedInMonth, asked, decideLine, ofP1, reporting, stating } from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import {
  colleague,
  feeOfficer,
  head,
  manager,
  neighbour,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';

let world: World;
const november = { month: '2026-11', providerId: 'P1' };
const list = async (who: Person = officer, path = ofP1) => (await world.call('listAdjustments', who, { path })).body;
const decide = (caseNo: string, body: object, who: Person = officer) =>
  world.call('decideAdjustment', who, { path: { ...ofP1, caseNo }, body });
const report = (who: Person, path = ofP1) => world.sign(who, reporting, { path, body: {} });
const state = (path = ofP1) => world.sign(head, stating, { path, body: {} });
const statement = async (path = ofP1) => {
  const { records } = (await world.call('getMonth', head, { path })).body;
  const { recordId } = records.findLast(({ kind }: { kind: string }) => kind === 'statement');
  const record = await world.call('getRecord', head, { path: { ...path, recordId } });
  expect(await verifyRecordFile(Buffer.from(record.text))).toMatchObject({ valid: true });
  return record.body.payload.content;
};

/** Something else is known of a case than was when its month was handed in. */
async function known(caseNo: string, changes: object) {
  const key = { pk: `CASE#${caseNo}`, sk: 'ASSIGNMENT#2025-03-01#P1' };
  const { data, version, indexes } = (await world.table.get(key)) ?? {};
  const item = {
    ...key,
    data: { ...(data as object), ...changes },
    indexes: indexes ?? { g3: { pk: 'ASSIGNMENTS#P1', sk: caseNo } },
  };
  await world.put({ kind: 'put', over: version ?? 0, item });
}
const death = { known: [{ kind: 'DEATH', on: '2026-09-28' }] };
const provider = [{ with: 'provider' }];

/** October stated as proposed, but A-2, which a person decided: 480, 90 and 60 minutes at 400 kr. */
beforeEach(async () => {
  world = await aHandedInMonth();
  await decideLine(world, 'A-1', { decision: 'APPROVE' });
  await decideLine(world, 'A-2', { decision: 'ADJUST', minutes: 90, contacts: asked, comment: 'Enligt kunden' });
  await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
  world.sleepTo('2026-11-06', '09:00');
  await report(officer);
  await report(colleague);
  world.sleepTo('2026-11-13', '09:00');
  expect((await state()).status).toBe(201);
});

/** November, in which only A-1 has a visit. */
async function handInNovember(visits: Parameters<typeof aReport>[0] = { 'A-1': [[2, 120]] }) {
  world.sleepTo('2026-12-01', '09:00');
  const files = aReport(visits, { month: '2026-11' });
  const answer = await world.sign(manager, ['intendSubmission', 'submitMonth'], {
    path: { month: '2026-11' },
    body: files,
  });
  expect(answer.status).toBe(201);
}
async function decideNovember(caseNos: readonly string[], who: Person) {
  for (const caseNo of caseNos) {
    const body = { decision: 'APPROVE', contacts: asked };
    const answer = await world.call('decideLine', who, { path: { ...november, caseNo }, body });
    expect([caseNo, answer.status]).toEqual([caseNo, 200]);
  }
  world.sleepTo('2026-12-07', '09:00');
}

describe('a month that is stated', () => {
  it('says what it is beside its own lines, also when it is nothing', async () => {
    expect(await statement()).toMatchObject({
      amountOre: 420_000,
      adjustments: [],
      ...{ adjustmentsOre: 0, broughtForwardOre: 0, toInvoiceOre: 420_000, carriedForwardOre: 0 },
    });
    expect(await list()).toMatchObject({ statedMinutes: 630, proposed: [], adjustments: [] });
  });

  it('shows a death that was told later in minutes and öre, to the officer whose case it is and to the head', async () => {
    await known('A-1', death);
    const row = { caseNo: 'A-1', was: 480, now: 0, minutes: -480, amountOre: -320_000, because: ['DEATH'] };
    expect((await list()).proposed).toMatchObject([row]);
    expect((await list(head)).proposed).toMatchObject([row]);
    expect((await list(colleague)).proposed).toEqual([]);
    expect((await list(manager)).proposed).toEqual([]);
    expect((await world.call('listAdjustments', neighbour, { path: ofP1 })).status).toBe(404);
  });

  it('proposes nothing where a person had decided otherwise: the officer says the minutes', async () => {
    await known('A-2', death);
    const [row] = (await list()).proposed;
    expect(row).toMatchObject({ caseNo: 'A-2', was: 90, because: ['DEATH'] });
    expect(row.now).toBeUndefined();
    expect((await decide('A-2', { comment: 'Dödsfall', contacts: provider })).body).toMatchObject({
      code: 'decision-incomplete',
    });
    expect((await decide('A-2', { comment: 'Dödsfall', contacts: provider, minutes: 0 })).body).toMatchObject({
      now: 0,
      minutes: -90,
    });
  });

  it('is adjusted by its officer alone, with a word of why and those asked who can tell', async () => {
    expect((await decide('A-1', { comment: 'x', contacts: provider })).body.code).toBe('nothing-to-adjust');
    await known('A-1', death);
    expect((await decide('A-1', { comment: 'Dödsfall', contacts: provider }, colleague)).body.code).toBe(
      'not-your-line',
    );
    expect((await decide('A-1', { contacts: provider })).status).toBe(422);
    expect((await decide('A-1', { comment: 'Dödsfall' })).body).toMatchObject({ code: 'decision-incomplete' });
    expect((await decide('A-1', { comment: 'Dödsfall', contacts: provider, minutes: 700 })).body.code).toBe(
      'above-granted',
    );
    const decided = await decide('A-1', { comment: 'Dödsfall', contacts: provider });
    expect(decided.body).toMatchObject({ number: '2026-10/P1/J1', was: 480, now: 0, state: 'decided' });
    // Decided anew before anybody has signed for it, it has the same number.
    expect(await world.journal('A-1')).toContain('adjustment-decided A66 O1');
    expect((await list()).proposed).toEqual([]);
    await known('A-1', { known: [{ kind: 'DEATH', on: '2026-09-30' }] });
    expect((await decide('A-1', { comment: 'Rätt dag', contacts: provider })).body).toMatchObject({
      number: '2026-10/P1/J1',
      now: 240,
    });
  });
});

it('what is as it was again before anybody has signed for it is dropped, and leaves no number out', async () => {
  await known('A-1', death);
  await decide('A-1', { comment: 'Dödsfall', contacts: provider });
  await known('A-1', { known: undefined });
  expect((await list()).proposed).toMatchObject([{ caseNo: 'A-1', was: 480, now: 480, because: ['DEATH'] }]);
  expect((await decide('A-1', { comment: 'Fel person', contacts: provider })).body).toMatchObject({
    state: 'dropped',
    minutes: 0,
  });
  expect(await list()).toMatchObject({ proposed: [], adjustments: [] });
  await known('A-2', death);
  const decided = await decide('A-2', { comment: 'Dödsfall', contacts: provider, minutes: 0 });
  expect(decided.body).toMatchObject({ number: '2026-10/P1/J1', caseNo: 'A-2' });
});

it('one that is dropped leaves no number out: those after it move up', async () => {
  await known('A-1', death);
  await decide('A-1', { comment: 'Dödsfall', contacts: provider });
  await known('A-2', death);
  await decide('A-2', { comment: 'Dödsfall', contacts: provider, minutes: 0 });
  await known('A-3', { services: [{ code: 'OMV', minutesPerMonth: 30 }] });
  await decide('A-3', { comment: 'Omräknat beslut', contacts: provider }, colleague);
  await known('A-1', { known: undefined });
  await decide('A-1', { comment: 'Fel person', contacts: provider });
  const { adjustments } = await list(head);
  expect(
    adjustments.map(({ number, caseNo }: { number: string; caseNo: string }) => `${number} ${caseNo}`).sort(),
  ).toEqual(['2026-10/P1/J1 A-2', '2026-10/P1/J2 A-3']);
});

describe('what is adjusted', () => {
  it('stands in the officer’s next report and in that month’s statement, in öre of the month that it changes', async () => {
    await known('A-3', { to: '2026-09-29', death: { on: '2026-09-28', to: null, toldOn: '2026-10-31' } });
    await decide('A-3', { comment: 'Dödsfallet blev känt i november', contacts: provider }, colleague);
    await known('A-1', { services: [{ code: 'OMV', minutesPerMonth: 300 }] });
    expect((await decide('A-1', { comment: 'Omräknat beslut', contacts: provider })).body).toMatchObject({
      number: '2026-10/P1/J2',
      now: 300,
    });
    await handInNovember();
    await decideNovember(['A-1', 'A-2'], officer);
    // The colleague, whose customer died before the month, has no line in it and reports all the same.
    const reported = await report(colleague, november);
    expect(reported.status).toBe(201);
    await report(officer, november);
    world.sleepTo('2026-12-14', '09:00');
    const before = await statement();
    expect((await state(november)).status).toBe(201);
    const content = await statement(november);
    const { sha256 } = (await world.call('getMonth', head, { path: ofP1 })).body.month.statement;
    expect(content).toMatchObject({
      amountOre: 80_000,
      adjustments: [
        {
          number: '2026-10/P1/J2',
          month: '2026-10',
          caseNo: 'A-1',
          minutes: -180,
          amountOre: -120_000,
          orePerHour: 40_000,
          reason: 'SERVICES',
          decidedBy: 'O1',
          refersTo: sha256,
        },
        {
          number: '2026-10/P1/J1',
          month: '2026-10',
          caseNo: 'A-3',
          minutes: -60,
          amountOre: -40_000,
          reason: 'DEATH',
          comment: 'Dödsfallet blev känt i november',
          decidedBy: 'O2',
        },
      ],
      ...{ adjustmentsOre: -160_000, broughtForwardOre: 0, toInvoiceOre: 0, carriedForwardOre: -80_000 },
    });
    // What the fees rest on is adjusted with it.
    const fees = (await world.call('getFees', feeOfficer, { path: { month: '2026-10' } })).body.items;
    expect(fees.map(({ caseNo, charged, state: said }: Record<string, unknown>) => [caseNo, charged, said])).toEqual([
      ['A-1', 300, 'JUSTERAD'],
      ['A-2', 90, 'FASTSTÄLLD'],
      ['A-3', 0, 'JUSTERAD'],
    ]);
    // Nothing of what was stated is changed by it.
    expect(await statement()).toEqual(before);
    expect((await list(manager)).adjustments).toMatchObject([{ caseNo: 'A-3', amountOre: -40_000 }, { caseNo: 'A-1' }]);
  });

  it('is numbered when it is stated: a row dropped after a colleague has signed for a later one leaves no gap', async () => {
    await known('A-1', death);
    await decide('A-1', { comment: 'Dödsfall', contacts: provider });
    await known('A-3', { services: [{ code: 'OMV', minutesPerMonth: 30 }] });
    const later = await decide('A-3', { comment: 'Omräknat beslut', contacts: provider }, colleague);
    expect(later.body.number).toBe('2026-10/P1/J2');
    await handInNovember({ 'A-2': [[2, 60]] });
    await decideNovember(['A-3'], colleague);
    const signed = await report(colleague, november);
    expect(signed.status).toBe(201);
    const recordPath = { ...november, recordId: signed.body.record.recordId };
    const signedReport = async () => {
      const { text, body } = await world.call('getRecord', colleague, { path: recordPath });
      expect(await verifyRecordFile(Buffer.from(text))).toMatchObject({ valid: true, kind: 'report' });
      return body.payload.content.adjustments;
    };
    // What is signed says which row it is, and no number that another row could come to have.
    const [row] = await signedReport();
    expect(row).toMatchObject({ month: '2026-10', caseNo: 'A-3', was: 60, now: 30, minutes: -30, amountOre: -20_000 });
    expect(row.number).toBeUndefined();
    await known('A-1', { known: undefined });
    expect((await decide('A-1', { comment: 'Fel person', contacts: provider })).body.state).toBe('dropped');
    await decideNovember(['A-1', 'A-2'], officer);
    await report(officer, november);
    expect((await state(november)).status).toBe(201);
    expect((await statement(november)).adjustments).toMatchObject([{ number: '2026-10/P1/J1', caseNo: 'A-3' }]);
    expect(await signedReport()).toEqual([row]);
    // What is decided after that goes on from there.
    await known('A-1', death);
    expect((await decide('A-1', { comment: 'Dödsfall', contacts: provider })).body.number).toBe('2026-10/P1/J2');
  });

  it('waits again when the report is taken back', async () => {
    await known('A-1', death);
    await decide('A-1', { comment: 'Dödsfall', contacts: provider });
    await handInNovember({});
    await decideNovember([], officer);
    const states = async () => (await list()).adjustments.map(({ state: one }: { state: string }) => one);
    expect((await report(officer, november)).status).toBe(409);
    await decideNovember(['A-1', 'A-2'], officer);
    expect((await report(officer, november)).status).toBe(201);
    expect(await states()).toEqual(['reported']);
    await world.call('withdrawReport', officer, { path: november, body: { comment: 'Jag tar om det' } });
    expect(await states()).toEqual(['decided']);
  });
});

describe('an officer’s own mistake (DECISION)', () => {
  it('is told with the minutes that are right, and nothing is proposed of the case after it', async () => {
    const comment = 'Jag läste fel rad';
    expect((await decide('A-2', { comment, contacts: provider, minutes: 95 })).body.code).toBe('nothing-to-adjust');
    expect((await decide('A-2', { comment, contacts: provider, mistake: true })).body.code).toBe('decision-incomplete');
    expect((await decide('A-1', { comment, contacts: provider, mistake: true, minutes: 450 })).body).toMatchObject({
      number: '2026-10/P1/J1',
      because: ['DECISION'],
      ...{ was: 480, now: 450, minutes: -30 },
    });
    await handInNovember();
    await decideNovember(['A-1', 'A-2'], officer);
    expect((await report(officer, november)).status).toBe(201);
    await known('A-1', death);
    const [row] = (await list()).proposed;
    expect(row).toMatchObject({ caseNo: 'A-1', was: 450, because: ['DEATH'] });
    expect(row.now).toBeUndefined();
  });
});

describe('rules and programs that have changed', () => {
  it('are named, and propose nothing: what was stated stands (RULES_CHANGED)', async () => {
    // As if what was known when it was stated were judged otherwise today.
    const { items } = await world.table.query({ pk: 'MONTH#2026-10#P1', from: 'BASIS#', to: 'BASIS#~' });
    for (const { pk, sk, data, version } of items) {
      const { cases, ...rest } = data as { cases: { caseNo: string; services: object[] }[] };
      const services = [{ code: 'OMV', minutesPerMonth: 300 }];
      const changed = cases.map((one) => (one.caseNo === 'A-1' ? { ...one, services } : one));
      await world.put({ kind: 'put', over: version, item: { pk, sk, data: { ...rest, cases: changed } } });
    }
    const found = await list();
    expect(found.rulesChanged).toEqual(['A-1']);
    expect(found.proposed.find(({ now }: { now?: number }) => now !== undefined)).toBeUndefined();
  });
});

it('gives numbers from 1 without gaps, also to those who decide at the same time', async () => {
  await known('A-1', death);
  await known('A-2', death);
  await known('A-3', death);
  const answers = await Promise.all([
    decide('A-1', { comment: 'Dödsfall', contacts: provider }),
    decide('A-2', { comment: 'Dödsfall', contacts: provider, minutes: 0 }),
    decide('A-3', { comment: 'Dödsfall', contacts: provider }, colleague),
  ]);
  expect(answers.map(({ body }) => body.number).toSorted()).toEqual([
    '2026-10/P1/J1',
    '2026-10/P1/J2',
    '2026-10/P1/J3',
  ]);
});

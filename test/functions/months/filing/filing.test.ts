import { beforeEach, describe, expect, it } from 'vitest';
import { verifyRecordFile } from '../../../../shared/domain/verify-record-file.ts';
import {
  aHandedInMonth,
  asked,
  decideLine,
  handIn,
  ofP1,
  reporting,
  stating,
  visits,
} from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { colleague, head, manager, officer, type Person, type World } from '../../../support/a-world.ts';

let world: World;
const report = (who: Person) => world.sign(who, reporting, { path: ofP1, body: {} });
const month = async () => (await world.call('getMonth', head, { path: ofP1, query: { lines: 'all' } })).body;
const adjusting = async (who: Person) => (await world.call('listAdjustments', who, { path: ofP1 })).body;
const withdraw = (who: Person) =>
  world.call('withdrawReport', who, { path: ofP1, body: { comment: 'Nya filer har kommit' } });
const tasks = async (who: Person) =>
  (await world.call('listTasks', who, {})).body.items.filter(({ doneAt }: { doneAt?: string }) => doneAt === undefined);

/** A-1 was there an hour less than was handed in; A-3, the colleague's, is as it was. */
const corrected = () =>
  aReport({
    ...visits,
    'A-1': [
      [1, 240],
      [2, 180],
    ],
  });

beforeEach(async () => {
  world = await aHandedInMonth();
  await decideLine(world, 'A-1', { decision: 'APPROVE' });
  await decideLine(world, 'A-2', { decision: 'ADJUST', minutes: 90, contacts: asked, comment: 'Enligt kunden' });
  await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
  world.sleepTo('2026-11-06', '09:00');
  await report(officer);
});

describe('a corrected file between a signed report and the statement (A30)', () => {
  it('is signed and filed, changes nothing that stands, and both are told', async () => {
    const answer = await handIn(world, corrected());
    expect(answer).toMatchObject({ status: 201, body: { filed: 'report-signed', submission: { version: 2 } } });
    const { month: after, records, lines } = await month();
    expect(after).toMatchObject({ state: 'received', submission: { version: 1 }, filed: { version: 2 } });
    expect(records.map(({ kind }: { kind: string }) => kind)).toEqual(['submission', 'report', 'submission']);
    expect(lines.find(({ caseNo }: { caseNo: string }) => caseNo === 'A-1').charged).toBe(480);
    await world.tick();
    const told = (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);
    expect(told).toContain('p1@utforare.example Månadens nya filer väntar på handläggaren');
    expect(told.filter((one) => one.endsWith('Nya filer kom efter din rapport'))).toHaveLength(1);
  });

  it('is taken in when the report is taken back: what is changed is decided again, the rest stands', async () => {
    await handIn(world, corrected());
    expect((await withdraw(officer)).status).toBe(200);
    const { month: after, parts, lines } = await month();
    expect(after.submission).toMatchObject({ version: 2 });
    expect(after.filed).toBeUndefined();
    expect(lines).toMatchObject([
      { caseNo: 'A-1', performed: 420 },
      { caseNo: 'A-2', charged: 90 },
      { caseNo: 'A-3', charged: 60 },
    ]);
    expect(lines[0].decision).toBeUndefined();
    expect(parts).toMatchObject([
      { officerId: 'O1', undecided: 1, withdrawn: [{}] },
      { officerId: 'O2', undecided: 0 },
    ]);
    await decideLine(world, 'A-1', { decision: 'APPROVE' });
    expect((await report(officer)).status).toBe(201);
    await report(colleague);
    expect((await world.sign(head, stating, { path: ofP1, body: {} })).status).toBe(201);
    expect((await month()).month.statement.minutes).toBe(420 + 90 + 60);
  });

  it('waits past the statement, and is then what is adjusted', async () => {
    await handIn(world, corrected());
    await report(colleague);
    world.sleepTo('2026-11-13', '09:00');
    expect((await world.sign(head, stating, { path: ofP1, body: {} })).status).toBe(201);
    expect((await month()).month.statement.minutes).toBe(630);
    expect((await adjusting(officer)).proposed).toMatchObject([
      { caseNo: 'A-1', was: 480, now: 420, minutes: -60, because: ['REPORT'] },
    ]);
    expect((await adjusting(colleague)).proposed).toEqual([]);
    const files = async (who: Person) => (await tasks(who)).filter(({ code }: { code: string }) => code === 'D51');
    expect([await files(officer), await files(colleague)]).toMatchObject([[{ code: 'D51' }], []]);
  });

  it('takes the place of one that waits, and waits itself as long as any report that it changes stands', async () => {
    await handIn(world, corrected());
    await report(colleague);
    const both = aReport({ ...visits, 'A-1': [[1, 240]], 'A-3': [[5, 30]] });
    expect((await handIn(world, both)).body).toMatchObject({ filed: 'report-signed', submission: { version: 3 } });
    await withdraw(officer);
    expect((await month()).month).toMatchObject({ submission: { version: 1 }, filed: { version: 3 } });
    await withdraw(colleague);
    expect((await month()).month.submission.version).toBe(3);
    expect((await month()).lines.map(({ performed }: { performed: number }) => performed)).toEqual([240, 150, 30]);
  });
});

describe('a corrected file, a statement and a report that is taken back, at once', () => {
  const changes = {
    'of one officer’s lines': corrected,
    'of both’s': () => aReport({ ...visits, 'A-1': [[1, 240]], 'A-3': [[5, 30]] }),
  };
  const state = () => world.sign(head, stating, { path: ofP1, body: {} });
  const orders = [
    [0, 0, 0],
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [2, 0, 1],
    [1, 2, 0],
    [2, 1, 0],
  ] as const;
  const after = async <Answer>(turns: number, act: () => Promise<Answer>): Promise<Answer> => {
    for (let n = 0; n < turns * 40; n++) await Promise.resolve();
    return act();
  };
  const each = Object.entries(changes).flatMap(([what, files]) => orders.map((turns) => [what, turns, files] as const));

  it.each(each)(
    '%s, %j: is taken in, a fact of what is stated, or waits for a report that stands',
    async (_, turns, files) => {
      await report(colleague);
      world.sleepTo('2026-11-13', '09:00');
      const answers = await Promise.all([
        after(turns[0], state),
        after(turns[1], () => withdraw(officer)),
        after(turns[2], () => handIn(world, files())),
      ]);
      expect(answers.every(({ status }) => status < 300 || status === 409)).toBe(true);
      expect(answers[2].status).toBe(201);
      const { month: now, parts } = await month();
      if (now.state === 'stated') {
        expect(now.filed).toBeDefined();
        expect((await adjusting(officer)).proposed).toMatchObject([{ caseNo: 'A-1', was: 480 }]);
        expect((await tasks(officer)).map(({ code }: { code: string }) => code)).toContain('D51');
        return;
      }
      // Taken back, and so taken in, unless the colleague has signed for lines of it.
      if (now.filed) {
        expect(parts.map(({ report: signed }: { report?: object }) => signed !== undefined)).toEqual([false, true]);
        expect(files).toBe(changes['of both’s']);
        expect((await withdraw(colleague)).status).toBe(200);
      }
      const { month: then, lines } = await month();
      expect(then.filed).toBeUndefined();
      expect(lines.find(({ caseNo }: { caseNo: string }) => caseNo === 'A-1').performed).toBeLessThan(480);
    },
  );
});

describe('a corrected file after the statement', () => {
  beforeEach(async () => {
    await report(colleague);
    world.sleepTo('2026-11-13', '09:00');
    await world.sign(head, stating, { path: ofP1, body: {} });
  });

  it('is signed and filed as a fact of the month (REPORT), told to both, and a task for whose cases differ', async () => {
    const answer = await handIn(world, corrected());
    expect(answer).toMatchObject({ status: 201, body: { filed: 'statement-sent', month: { state: 'stated' } } });
    expect((await adjusting(officer)).proposed).toMatchObject([{ caseNo: 'A-1', was: 480, now: 420 }]);
    expect((await tasks(officer)).map(({ code }: { code: string }) => code)).toContain('D51');
    expect((await tasks(colleague)).map(({ code }: { code: string }) => code)).not.toContain('D51');
    const record = await world.call('getRecord', head, {
      path: { ...ofP1, recordId: answer.body.record.recordId },
    });
    expect(await verifyRecordFile(Buffer.from(record.text))).toMatchObject({ valid: true });
  });

  it('is nothing once the first files are handed in again: what was told is undone, and nobody’s task', async () => {
    await handIn(world, corrected());
    await handIn(world, aReport(visits));
    expect(await adjusting(officer)).toMatchObject({ proposed: [], adjustments: [] });
    expect((await tasks(officer)).map(({ code }: { code: string }) => code)).not.toContain('D51');
  });

  it('its task is met when all that is theirs is decided', async () => {
    await handIn(world, corrected());
    const contacts = [{ with: 'customer' }, { with: 'provider' }];
    const decided = await world.call('decideAdjustment', officer, {
      path: { ...ofP1, caseNo: 'A-1' },
      body: { comment: 'Rättad fil', contacts },
    });
    expect(decided.body).toMatchObject({ number: '2026-10/P1/J1', minutes: -60, because: ['REPORT'] });
    expect((await tasks(officer)).map(({ code }: { code: string }) => code)).not.toContain('D51');
  });
});

describe('a corrected form (FORM)', () => {
  it('is told apart from a corrected report', async () => {
    const missed = {
      ...visits,
      'A-1': [
        [1, 240],
        [2, 240, 'BOMTID'],
      ],
    } as const;
    world = await aHandedInMonth(aReport(missed, { form: ['A-1;2026-10-02;;;BOMTID;;2026-09-30 07:00;'] }));
    await decideLine(world, 'A-1', { decision: 'APPROVE', contacts: asked });
    await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked });
    await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
    world.sleepTo('2026-11-06', '09:00');
    for (const who of [officer, colleague]) expect((await report(who)).status).toBe(201);
    expect((await world.sign(head, stating, { path: ofP1, body: {} })).status).toBe(201);
    await handIn(world, aReport(missed, { form: ['A-1;2026-10-02;;;BOMTID;;2026-10-02 07:00;'] }));
    expect((await adjusting(officer)).proposed).toMatchObject([
      { caseNo: 'A-1', was: 240, now: 480, because: ['FORM'] },
    ]);
  });
});

describe('handed in first after the statement (HANDED_IN, A81)', () => {
  it('is every case’s fact, and the provider’s month is adjusted by it', async () => {
    world.sleepTo('2026-12-10', '09:00');
    const path = { month: '2026-11', providerId: 'P1' };
    expect((await world.call('closeMonth', officer, { path, body: {} })).status).toBe(200);
    for (const [caseNo, who] of [
      ['A-1', officer],
      ['A-2', officer],
      ['A-3', colleague],
    ] as const) {
      const body = { decision: 'APPROVE', faultCode: 'NOT_HANDED_IN', comment: 'Inget är inlämnat' };
      await world.call('decideLine', who, { path: { ...path, caseNo }, body });
    }
    await world.sign(officer, reporting, { path, body: {} });
    await world.sign(colleague, reporting, { path, body: {} });
    expect((await world.sign(head, stating, { path, body: {} })).status).toBe(201);
    const files = aReport({ 'A-1': [[2, 120]], 'A-2': [[3, 100]] }, { month: '2026-11' });
    const answer = await world.sign(manager, ['intendSubmission', 'submitMonth'], {
      path: { month: '2026-11' },
      body: files,
    });
    expect(answer).toMatchObject({ status: 201, body: { filed: 'statement-sent' } });
    expect((await world.call('listAdjustments', head, { path })).body.proposed).toMatchObject([
      { caseNo: 'A-1', was: 600, now: 120, because: ['HANDED_IN'] },
      { caseNo: 'A-3', was: 300, now: 0, because: ['HANDED_IN'] },
    ]);
  });
});

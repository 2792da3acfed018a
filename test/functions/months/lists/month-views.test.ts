import { beforeEach, describe, expect, it } from 'vitest';
import { begin } from '../../../../shared/domain/deadline.ts';
import { deadlineCodes } from '../../../../shared/domain/deadline-kinds.ts';
import { deadlineStore } from '../../../../shared/stores/deadline-store.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import {
  aHandedInMonth,
  asked,
  decideLine,
  faultyReport,
  lineAt,
  month,
  ofP1,
  path,
  reporting,
  stating,
  visits,
} from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import {
  administrator,
  aWorld,
  colleague,
  coordinator,
  feeOfficer,
  head,
  manager,
  neighbour,
  neighbourManager,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';

let world: World;
type Line = { caseNo: string; charged: number; decision?: object; contacts: object[] };
const getMonth = (who: Person, query: Record<string, string> = {}, of = ofP1) =>
  world.call('getMonth', who, { path: of, query });
const linesOf = async (who: Person, query = {}): Promise<Line[]> => (await getMonth(who, query)).body.lines;
const casesOf = async (who: Person, query = {}) => (await linesOf(who, query)).map(({ caseNo }) => caseNo);
const getLine = (who: Person, caseNo: string) => world.call('getLine', who, { path: lineAt(caseNo) });

it('names what is to be done by every date that a month may have, in words and in the language asked for', async () => {
  const quiet = await aHandedInMonth();
  const at = quiet.clock.now();
  const standing = (await deadlineStore(quiet.table).ofMonth(month, 'P1')).map(({ entity }) => entity.code);
  for (const code of deadlineCodes.filter((one) => !standing.includes(one))) {
    const subject = { kind: 'month', month, providerId: 'P1', officerId: 'O1' } as const;
    await quiet.put(deadlineStore(quiet.table).open(begin(code, { subject, owner: 'head', dueAt: at, why: [] }), at));
  }
  for (const language of ['sv', 'en']) {
    const headers = { 'accept-language': language };
    const { items } = (await quiet.call('listMonths', head, { path: { month }, headers })).body;
    const shown: { code: string; text: string }[] = items[0].deadlines;
    expect([...new Set(shown.map(({ code }) => code))].sort()).toEqual([...deadlineCodes].sort());
    expect(shown.filter(({ text }) => text === '' || /D\d\d|task-/.test(text))).toEqual([]);
  }
});

describe('where a month stands', () => {
  beforeEach(async () => {
    world = await aHandedInMonth(faultyReport());
  });

  it('each sees their own lines: the officer theirs, the head and the provider all, the fee officer the figures of all', async () => {
    expect(await casesOf(officer)).toEqual(['A-1', 'A-2']);
    expect(await casesOf(officer, { lines: 'all' })).toEqual(['A-1', 'A-2']);
    expect(await casesOf(colleague)).toEqual(['A-3']);
    for (const who of [head, manager, coordinator]) expect(await casesOf(who)).toEqual(['A-1', 'A-2', 'A-3']);
    expect(await casesOf(head, { lines: 'none' })).toEqual([]);
    const { body } = await getMonth(feeOfficer);
    expect(body).toMatchObject({ month: { state: 'incomplete', chunks: [] } });
    expect(body.lines.map(({ caseNo }: Line) => caseNo)).toEqual(['A-1', 'A-2', 'A-3']);
    expect(body.file).toBeUndefined();
  });

  it('with its version, its parts, what is wrong with the file, and the dates with their reasons', async () => {
    const { headers, body } = await getMonth(head);
    expect(headers).toMatchObject({ etag: '"1"' });
    expect(body).toMatchObject({
      parts: [{ officerId: 'O1' }, { officerId: 'O2' }],
      file: { status: 'INCOMPLETE', errors: [{ code: 'WRONG_SUM', row: 4 }] },
      records: [{ kind: 'submission' }],
    });
    const due = body.deadlines.map(({ code, due, state }: Record<string, string>) => `${code} ${due} ${state}`);
    expect(due).toEqual([
      'D10 2026-11-03T00:00:00+01:00 done',
      'D11 2026-11-03T00:00:00+01:00 done',
      'D12 2026-11-07T00:00:00+01:00 open',
      'D12 2026-11-07T00:00:00+01:00 open',
      'D13 2026-11-14T00:00:00+01:00 open',
      'D42 2026-11-06T00:00:00+01:00 open',
    ]);
    for (const { why } of body.deadlines) expect(why.length).toBeGreaterThan(0);
  });

  it('another provider’s month is not there, byte for byte', async () => {
    for (const who of [neighbour, neighbourManager]) {
      const theirs = await getMonth(who);
      expect(theirs).toEqual(await getMonth(who, {}, { month: '2026-10', providerId: 'P404' }));
      expect(theirs).toMatchObject({ status: 404, body: { code: 'month-not-found' } });
    }
    expect((await getMonth(administrator)).status).toBe(403);
  });

  it('the provider sees figures at once, decisions with the statement, and never the officer’s notes', async () => {
    const said = { contacts: asked, comment: 'Fel summa', faultCode: 'WRONG_SUM' };
    await decideLine(world, 'A-1', { decision: 'ADJUST', minutes: 400, ...said });
    const [before] = await linesOf(manager);
    expect(before).toMatchObject({ charged: 600, contacts: [] });
    expect(before?.decision).toBeUndefined();
    expect((await linesOf(officer))[0]).toMatchObject({
      charged: 400,
      decision: { kind: 'ADJUSTED' },
      contacts: asked,
    });
    expect((await getLine(manager, 'A-1')).body).toMatchObject({ charged: 600, contacts: [] });

    await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked });
    await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
    for (const who of [officer, colleague]) await world.sign(who, reporting, { path: ofP1, body: {} });
    await world.sign(head, stating, { path: ofP1, body: {} });
    const [after] = await linesOf(manager);
    expect(after).toMatchObject({ charged: 400, decision: { kind: 'ADJUSTED', comment: 'Fel summa' }, contacts: [] });
    expect((await getLine(coordinator, 'A-1')).body).toMatchObject({ charged: 400, contacts: [] });
  });

  it('the provider is not shown when each officer’s report is due', async () => {
    const codes = (await getMonth(manager)).body.deadlines.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(['D10', 'D11', 'D13', 'D42']);
  });

  it('a question that does not exist is a mistake', async () => {
    expect((await getMonth(head, { lines: 'few' })).status).toBe(422);
    expect((await getMonth(head, {}, { month: '2026-13', providerId: 'P1' })).status).toBe(422);
  });
});

describe('one line', () => {
  beforeEach(async () => {
    world = await aHandedInMonth();
  });

  it('with the reason for every minute', async () => {
    const { status, headers, body } = await getLine(officer, 'A-2');
    expect([status, headers.etag]).toEqual([200, '"1"']);
    expect(body).toMatchObject({
      caseNo: 'A-2',
      granted: 100,
      performed: 150,
      charged: 100,
      unpaid: { OVER_GRANTED: 50 },
    });
    const minutes = body.trail.map(
      ({ outcome, minutes }: { outcome: string; minutes: number }) => `${outcome} ${minutes}`,
    );
    expect(minutes).toContain('OVER_GRANTED 50');
  });

  it('is its officer’s, the head’s and the provider’s; to others it is not there', async () => {
    for (const who of [officer, head, manager, coordinator]) expect((await getLine(who, 'A-1')).status).toBe(200);
    expect(await getLine(colleague, 'A-1')).toEqual(await getLine(colleague, 'A-404'));
    expect((await getLine(colleague, 'A-1')).status).toBe(404);
    expect((await getLine(neighbour, 'A-1')).status).toBe(404);
    for (const who of [feeOfficer, administrator]) expect((await getLine(who, 'A-1')).status).toBe(403);
  });
});

describe('the month over all providers', () => {
  beforeEach(async () => {
    world = await aWorld({ date: '2026-10-30' });
    await world.register({ caseNo: 'A-1' }, { caseNo: 'B-1', providerId: 'P2' });
    await world.passTo('2026-11-03', '08:00');
    await world.sign(manager, ['intendSubmission', 'submitMonth'], { path, body: aReport({ 'A-1': [[1, 60]] }) });
  });

  it('says who has handed in, who is late, and what is due', async () => {
    const { body } = await world.call('listMonths', head, { path });
    expect(body).toMatchObject({
      month,
      items: [
        {
          providerId: 'P1',
          state: 'received',
          late: true,
          receivedAt: '2026-11-03T07:00:00.000Z',
          parts: [{ officerId: 'O1' }],
        },
        { providerId: 'P2', state: 'open', late: false, parts: [] },
      ],
    });
    const [, p2] = body.items;
    expect(p2.deadlines.map(({ code, state }: Record<string, string>) => `${code} ${state}`)).toEqual([
      'D10 overdue',
      'D12 open',
      'D13 open',
    ]);
  });

  it('for the municipality’s own people', async () => {
    for (const who of [officer, head, feeOfficer, administrator])
      expect((await world.call('listMonths', who, { path })).status).toBe(200);
    for (const who of [manager, coordinator]) expect((await world.call('listMonths', who, { path })).status).toBe(403);
    expect((await world.call('listMonths', head, { path: { month: '2026-09' } })).body).toEqual({
      month: '2026-09',
      items: [],
      officers: {},
    });
  });
});

describe('the dry run', () => {
  beforeEach(async () => {
    // In the middle of the month: a file may be tried on any day.
    world = await aWorld({ date: '2026-10-12' });
    await world.register(
      { caseNo: 'A-1', minutes: 600 },
      { caseNo: 'A-2', minutes: 100 },
      { caseNo: 'A-3', minutes: 300, officerId: 'O2' },
    );
  });
  const check = (who: Person, body: object = aReport(visits)) => world.call('checkMonth', who, { path, body });

  it('answers at once what would be decided, and hands nothing in', async () => {
    const answer = await check(coordinator);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        provider: 'P1',
        file: { status: 'COMPLETE', errors: [] },
        cases: [{ caseNo: 'A-1', status: 'MATCH' }, { caseNo: 'A-2', status: 'MISMATCH' }, { caseNo: 'A-3' }],
        total: { minutes: 640, amountOre: 426_667 },
      },
    });
    expect((await getMonth(head)).status).toBe(404);
    expect(await world.monthJournal(month, 'P1')).toEqual([]);
  });

  it('puts the file’s own sums beside those of its rows, and the cases in which they differ', async () => {
    const { body } = await check(manager, faultyReport());
    expect(body.sums).toMatchObject({
      stated: body.sums.counted,
      cases: [{ caseNo: 'A-1', stated: { performed: 481 }, counted: { ordered: 480, performed: 480 } }],
    });
    expect((await check(manager)).body.sums.cases).toEqual([]);
  });

  it('is a provider’s own; the municipality says whose files they are', async () => {
    expect(await check(neighbour, { ...aReport(visits), providerId: 'P1' })).toMatchObject({
      status: 404,
      body: { code: 'provider-not-found' },
    });
    for (const who of [officer, head]) {
      expect(await check(who)).toMatchObject({
        status: 422,
        body: { faults: [{ at: 'body.providerId', code: 'missing-field' }] },
      });
      expect((await check(who, { ...aReport(visits), providerId: 'P1' })).body.total).toMatchObject({ minutes: 640 });
      expect(await check(who, { ...aReport(visits), providerId: 'P9' })).toMatchObject({
        status: 404,
        body: { code: 'provider-not-found' },
      });
    }
  });

  it('refuses what cannot be judged', async () => {
    expect(await check(manager, { ...aReport(visits), report: { text: 'a;b' } })).toMatchObject({
      status: 422,
      body: { code: 'WRONG_HEADER' },
    });
  });

  describe('of more than 5,000 rows', () => {
    /** A row a line, of a case that the provider does not have: an error each, which makes the answer large as well. */
    const large = (rows: number, header?: string) => {
      const { report, deviations } = aReport({});
      const row = `${month};P1;X-1;OMV;${month}-01;08:00;09:00;60;60;UTFÖRD\n`;
      const [first = '', ...rest] = report.text.split('\n');
      return { report: { text: [header ?? first, row.repeat(rows).trimEnd(), ...rest].join('\n') }, deviations };
    };
    const getCheck = (checkId: string, who: Person = manager, of = path) =>
      world.call('getCheck', who, { path: { ...of, checkId } });

    it('5,000 are answered at once', async () => {
      expect((await check(manager, large(4999))).status).toBe(200);
    });

    it('is answered later, at the place that is told; to nobody else’s eyes', async () => {
      const answer = await check(manager, large(5000));
      expect(answer).toMatchObject({
        status: 202,
        body: { checkId: 'prov-1', state: 'waiting', at: '/months/2026-10/checks/prov-1' },
      });
      expect(await getCheck('prov-1')).toMatchObject({ status: 202, body: { state: 'waiting' } });
      await world.passTo('2026-10-12', '08:05');
      const ready = await getCheck('prov-1');
      expect(ready).toMatchObject({ status: 200, body: { provider: 'P1', file: { status: 'INCOMPLETE' } } });
      const unknown = ready.body.file.errors.filter(({ code }: { code: string }) => code === 'UNKNOWN_CASE');
      // What nobody would read in one go is counted.
      expect(unknown.length + ready.body.file.more.errors).toBeGreaterThanOrEqual(5000);
      expect(ready.body.file.errors).toHaveLength(500);
      const stranger: Person = { userId: 'O3', role: 'officer' };
      await world.put(membershipStore(world.table).save({ ...stranger }, undefined));
      expect(await getCheck('prov-1', stranger)).toEqual(await getCheck('prov-404', stranger));
      for (const who of [coordinator, officer, head]) expect((await getCheck('prov-1', who)).status).toBe(200);
      expect(await getCheck('prov-1', neighbour)).toEqual(await getCheck('prov-404', neighbour));
      expect((await getCheck('prov-1', neighbour)).status).toBe(404);
      expect((await getCheck('prov-1', manager, { month: '2026-09' })).status).toBe(404);
    });

    it('is refused there when it cannot be judged', async () => {
      await check(manager, large(5001, 'a;b;c'));
      await world.passTo('2026-10-12', '08:05');
      expect(await getCheck('prov-1')).toMatchObject({ status: 422, body: { code: 'WRONG_HEADER' } });
    });

    it('two machines at once judge it once, and an outage of days is caught up', async () => {
      const { runChecks } = await import('../../../../functions/months/checks/run-checks.ts');
      await world.tick();
      await check(manager, large(5001));
      world.sleepTo('2026-10-20', '08:00');
      const now = world.clock.now();
      const done = await Promise.all([runChecks.run(now, world.deps), runChecks.run(now, world.deps)]);
      expect(done.reduce((sum, one) => sum + one.done, 0)).toBe(1);
      expect((await getCheck('prov-1')).status).toBe(200);
    });
  });
});

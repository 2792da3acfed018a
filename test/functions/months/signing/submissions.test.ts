import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  aHandedInMonth,
  aMonthEnd,
  asked,
  decideLine,
  faultyReport,
  handIn,
  month,
  ofP1,
  path,
  reporting,
  visits,
} from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import {
  aWorld,
  colleague,
  coordinator,
  head,
  manager,
  neighbourManager,
  officer,
  signInFor,
  type World,
} from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const files = aReport(visits);

let world: World;
beforeEach(async () => {
  world = await aMonthEnd();
});

const intend = (body: object = files, more: object = {}) =>
  world.call('intendSubmission', manager, { path, body, ...more });
const submit = (intentId: string, more: object = {}) =>
  world.call('submitMonth', manager, { path, body: { intentId }, ...signInFor(intentId), ...more });
const getMonth = async (who = officer) => (await world.call('getMonth', who, { path: ofP1 })).body;
const submissions = async () =>
  (await world.monthJournal(month, 'P1')).filter((row) => row.startsWith('month-submitted'));

describe('the manager sees what will be signed', () => {
  it('the two files by their hashes, the sums and the declaration, for half an hour; nothing is handed in', async () => {
    const { status, body } = await intend();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      intentId: 'avsikt-1',
      expiresAt: '2026-11-02T09:30:00+01:00',
      file: { status: 'COMPLETE', errors: [], warnings: [] },
      content: {
        municipality: 'Exempelkommun',
        month,
        providerId: 'P1',
        providerName: 'Omsorg Ett AB',
        report: { sha256: sha256(files.report.text), bytes: Buffer.byteLength(files.report.text) },
        deviations: { sha256: sha256(files.deviations.text) },
        fileStatus: 'COMPLETE',
        errors: 0,
        cases: 3,
        submittedMinutes: 690,
        performedMinutes: 690,
        declaration: expect.stringContaining('är den tom har det inte varit några'),
      },
    });
    expect((await world.call('getMonth', head, { path: ofP1 })).status).toBe(404);
    expect(await submissions()).toEqual([]);
  });

  it('with every error of the files', async () => {
    const { body } = await intend(faultyReport());
    expect(body).toMatchObject({
      content: { fileStatus: 'INCOMPLETE', errors: 1 },
      file: { errors: [{ code: 'WRONG_SUM' }] },
    });
  });
});

describe('the month is handed in', () => {
  it('signed, judged, split between the officers, and the provider is told', async () => {
    const answer = await handIn(world);
    expect(answer).toMatchObject({
      status: 201,
      headers: { etag: '"1"' },
      body: {
        month: { month, providerId: 'P1', state: 'received', officers: ['O1', 'O2'], orePerHour: 40_000 },
        submission: {
          version: 1,
          receivedAt: at('2026-11-02 09:00'),
          by: 'M1',
          late: false,
          report: { sha256: sha256(files.report.text) },
          deviations: { sha256: sha256(files.deviations.text) },
          fileStatus: 'COMPLETE',
          errorCount: 0,
        },
      },
    });
    expect((await getMonth(head)).parts).toMatchObject([
      { officerId: 'O1', lines: 2, undecided: 2, asked: 0 },
      { officerId: 'O2', lines: 1, undecided: 1, asked: 0 },
    ]);
    await world.tick();
    expect(await world.letters()).toMatchObject([
      {
        to: 'p1@utforare.example',
        subject: 'Månadens redovisning är mottagen',
        text: expect.stringContaining('Den är fullständig.'),
      },
    ]);
    expect(await world.monthJournal(month, 'P1')).toEqual(['month-submitted L-22 M1']);
  });

  it('the files are kept as they were received', async () => {
    const { body } = await handIn(world);
    const { documentId, bytes } = body.submission.report;
    const kept = await world.deps.documents.find('documents', documentId);
    expect(kept).toMatchObject({ bytes, sha256: sha256(files.report.text) });
    const pieces: Uint8Array[] = [];
    for await (const piece of world.deps.documents.read('documents', documentId)) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe(files.report.text);
  });

  it.each<[string, (text: string) => object]>([
    ['as text', (text) => ({ text })],
    ['as base64', (text) => ({ base64: Buffer.from(text).toString('base64') })],
  ])('%s, with the same hash', async (_how, how) => {
    const body = { report: how(files.report.text), deviations: how(files.deviations.text) };
    expect((await handIn(world, body)).body.submission).toMatchObject({
      report: { sha256: sha256(files.report.text) },
    });
  });

  const upload = async (who: typeof manager, text?: string) => {
    const { body } = await world.call('openUpload', who, { body: {} });
    if (text !== undefined) await world.deps.documents.put('incoming', body.documentId, Buffer.from(text), 'text/csv');
    return { documentId: body.documentId };
  };

  it('as uploads, also a colleague’s at the same provider', async () => {
    const report = await upload(coordinator, files.report.text);
    const deviations = await upload(manager, files.deviations.text);
    expect(await handIn(world, { report, deviations })).toMatchObject({
      status: 201,
      body: { submission: { report: { ...report, sha256: sha256(files.report.text) } } },
    });
  });

  it('but another provider’s upload is not there, no more than one that was never opened or sent', async () => {
    const theirs = await upload(neighbourManager, files.report.text);
    const unsent = await upload(manager);
    const answers = await Promise.all(
      [theirs, { documentId: 'fil-404' }, unsent].map((report) => intend({ report, deviations: files.deviations })),
    );
    for (const answer of answers) {
      expect(answer).toMatchObject({
        status: 422,
        body: { code: 'file-not-found', faults: [{ at: 'body.report', code: 'file-not-found' }] },
      });
      expect(answer.text).toBe(answers[0]?.text);
    }
    const both = await intend({ report: theirs, deviations: theirs });
    expect(both.body.faults).toMatchObject([{ at: 'body.report' }, { at: 'body.deviations' }]);
  });

  it('with a nil declaration when there were no deviations, but never without the form (A60)', async () => {
    expect((await intend({ report: files.report })).body).toMatchObject({
      faults: [{ at: 'body.deviations' }],
    });
  });

  it('by the manager alone: the coordinator does not sign', async () => {
    expect((await world.call('intendSubmission', coordinator, { path, body: files })).status).toBe(403);
    expect((await world.call('submitMonth', coordinator, { path, body: { intentId: 'avsikt-1' } })).status).toBe(403);
  });

  it('the same request again gets the first answer, and is one submission', async () => {
    const { body } = await intend();
    const key = { headers: { 'idempotency-key': 'k' } };
    const first = await submit(body.intentId, key);
    const again = await submit(body.intentId, key);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(await submissions()).toHaveLength(1);
  });

  it('twice at the same time is one submission', async () => {
    const { body } = await intend();
    const both = await Promise.all([submit(body.intentId), submit(body.intentId)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await submissions()).toHaveLength(1);
    expect((await getMonth(head)).records).toHaveLength(1);
  });
});

describe('signing is refused', () => {
  it('when it has been signed', async () => {
    const { body } = await intend();
    await submit(body.intentId);
    expect(await submit(body.intentId)).toMatchObject({ status: 409, body: { code: 'intent-spent' } });
  });

  it('when half an hour has gone', async () => {
    const { body } = await intend();
    world.sleepTo('2026-11-02', '09:31');
    expect(await submit(body.intentId)).toMatchObject({ status: 409, body: { code: 'intent-expired' } });
  });

  it('when what was shown is no longer what would be signed', async () => {
    const { body } = await intend();
    await world.register({ caseNo: 'A-9' });
    expect(await submit(body.intentId)).toMatchObject({ status: 409, body: { code: 'content-changed' } });
  });

  it('by anybody else, for another month, or of what is not there', async () => {
    const { body } = await intend();
    const theirs = await world.call('submitMonth', neighbourManager, { path, body: { intentId: body.intentId } });
    const missing = await world.call('submitMonth', neighbourManager, { path, body: { intentId: 'avsikt-404' } });
    expect(theirs).toMatchObject({ status: 404, body: { code: 'intent-not-found' } });
    expect(theirs).toEqual(missing);
    const september = { path: { month: '2026-09' } };
    expect(await submit(body.intentId, september)).toMatchObject({ status: 404, body: { code: 'intent-not-found' } });
  });
});

describe('a month is not handed in', () => {
  it('before it has ended, to the instant', async () => {
    const early = await aWorld({ date: '2026-10-31', clock: '23:59' });
    const ask = () => early.call('intendSubmission', manager, { path, body: files });
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'month-not-ended' } });
    early.sleepTo('2026-11-01', '00:00');
    expect((await ask()).status).toBe(201);
  });

  it('where the routine has no months, where no rate is in force, and where nothing is set up', async () => {
    const refusal = async (settings: object) =>
      (await (await aWorld({ settings })).call('intendSubmission', manager, { path, body: files })).body.code;
    expect(await refusal({ pack: 'sn2016-840' })).toBe('not-in-routine');
    expect(await refusal({ rates: [{ validFrom: '2026-11-01', orePerHour: 1 }] })).toBe('no-rate');
    expect(await refusal({ pack: 'nowhere' })).toBe('no-routine-in-force');
  });

  it.each<[string, object, string]>([
    ['from bytes that are no text', { base64: Buffer.from([0, 159, 146, 150, 0, 0]).toString('base64') }, 'report'],
    ['with another header', { text: 'a;b;c\n' }, 'report'],
    ['from nothing', { text: '' }, 'report'],
  ])('%s', async (_what, report) => {
    const answer = await intend({ ...files, report });
    expect(answer.status).toBe(422);
    expect(answer.body.code).toMatch(/^(NOT_DECODABLE|WRONG_HEADER|EMPTY_FILE)$/);
  });

  it('with two ways of sending one file', async () => {
    expect((await intend({ ...files, report: { text: 'x', base64: 'eA==' } })).status).toBe(422);
  });
});

describe('a month that is handed in again', () => {
  it('with errors is asked to be corrected, each fault by its place and its words alone', async () => {
    const answer = await handIn(world, faultyReport());
    expect(answer.body).toMatchObject({
      month: { state: 'incomplete' },
      submission: { fileStatus: 'INCOMPLETE', errorCount: 1 },
      file: { status: 'INCOMPLETE', errors: [{ code: 'WRONG_SUM' }] },
    });
    await world.tick();
    expect((await world.letters())[0]?.text).toMatch(
      /^Tidsrapporten, rad \d+, Utförda minuter: Summaraden stämmer inte med ärendets rader\.$/m,
    );
  });

  it('corrected is a new version, in which only what it changed is decided anew', async () => {
    await handIn(world, faultyReport());
    await decideLine(world, 'A-1', {
      decision: 'REJECT',
      contacts: asked,
      comment: 'Fel summa',
      faultCode: 'WRONG_SUM',
    });
    await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked });
    const answer = await handIn(world);
    expect(answer).toMatchObject({
      status: 201,
      headers: { etag: '"2"' },
      body: { month: { state: 'received' }, submission: { version: 2 } },
    });
    const { lines, parts, records } = await getMonth();
    expect(lines).toMatchObject([
      { caseNo: 'A-1', proposal: { status: 'MATCH', charged: 480 }, contacts: asked },
      { caseNo: 'A-2', decision: { kind: 'APPROVED', charged: 100, by: 'O1' } },
    ]);
    expect(lines[0].decision).toBeUndefined();
    expect(parts).toMatchObject([
      { officerId: 'O1', undecided: 1 },
      { officerId: 'O2', undecided: 1 },
    ]);
    expect(records).toMatchObject([
      { kind: 'submission', seq: 1 },
      { kind: 'submission', seq: 2 },
    ]);
    expect(await submissions()).toHaveLength(2);
  });

  it('whole may be replaced when an officer has begun, and what was decided of unchanged lines stands (A30)', async () => {
    await handIn(world);
    expect((await handIn(world)).body.submission.version).toBe(2);
    await decideLine(world, 'A-1', { decision: 'APPROVE' });
    await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
    expect((await handIn(world, aReport({ ...visits, 'A-3': [[6, 90]] }))).body.submission.version).toBe(3);
    const { lines, parts } = await getMonth();
    const decided = lines.map(({ caseNo, decision }: { caseNo: string; decision?: object }) => [
      caseNo,
      decision !== undefined,
    ]);
    expect(decided).toEqual([
      ['A-1', true],
      ['A-2', false],
    ]);
    expect(parts).toMatchObject([
      { officerId: 'O1', undecided: 1 },
      { officerId: 'O2', undecided: 1 },
    ]);
  });

  it('keeps the signature of an officer in whose part no line changed, and is filed where one did (A30)', async () => {
    await handIn(world, faultyReport());
    await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
    const signed = await world.sign(colleague, reporting, { path: ofP1, body: {} });
    expect(signed.status).toBe(201);
    // What she signed for is another's hours now: her report is taken back first, or it waits.
    expect(await intend(aReport({ ...visits, 'A-3': [[6, 90]] }))).toMatchObject({
      status: 201,
      body: { filed: 'report-signed' },
    });
    expect((await handIn(world)).body).toMatchObject({ month: { state: 'received' }, submission: { version: 2 } });
    const { parts } = await getMonth();
    expect(parts).toMatchObject([
      { officerId: 'O1', undecided: 2 },
      { officerId: 'O2', undecided: 0, report: { recordId: signed.body.record.recordId } },
    ]);
  });

  it('an officer whose cases are all gone from it has no part left', async () => {
    await handIn(world, faultyReport());
    const { data, version } = (await world.table.get({ pk: 'CASE#A-3', sk: 'ASSIGNMENT#2025-03-01#P1' })) ?? {};
    const gone = { ...(data as object), to: '2026-09-30' };
    const index = { g3: { pk: 'ASSIGNMENTS#P1', sk: 'A-3' } };
    const item = { pk: 'CASE#A-3', sk: 'ASSIGNMENT#2025-03-01#P1', data: gone, indexes: index };
    await world.put({ kind: 'put', over: version ?? 0, item });
    const { 'A-3': _, ...others } = visits;
    expect((await handIn(world, aReport(others))).status).toBe(201);
    const { parts, deadlines } = await getMonth();
    expect(parts.map(({ officerId }: { officerId: string }) => officerId)).toEqual(['O1']);
    const report = deadlines.filter(({ code }: { code: string }) => code === 'D12');
    expect(report.map(({ state }: { state: string }) => state)).toEqual(['open', 'done']);
  });

  it('loses no decision that is made while it is handed in', async () => {
    await handIn(world, faultyReport());
    const { body } = await intend();
    const { documents } = world.deps;
    let decided: Promise<{ status: number }> | undefined;
    // The colleague decides when the lines have been read and the files are about to be kept.
    const meanwhile = {
      ...documents,
      put: async (...file: Parameters<typeof documents.put>) => {
        if (file[0] === 'documents') decided ??= decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
        await decided;
        return documents.put(...file);
      },
    };
    Object.assign(world.deps, { documents: meanwhile });
    expect((await submit(body.intentId)).status).toBe(201);
    expect((await decided)?.status).toBe(200);
    const { lines, parts } = await getMonth(head);
    expect(lines.find(({ caseNo }: { caseNo: string }) => caseNo === 'A-3').decision).toMatchObject({ by: 'O2' });
    expect(parts).toMatchObject([{ undecided: 2 }, { undecided: 0 }]);
  });
});

it('handed in after the first working day’s end it is marked late, and taken all the same', async () => {
  world.sleepTo('2026-11-03', '00:00');
  expect((await handIn(world)).body.submission.late).toBe(false);
  const late = await aMonthEnd({ date: '2026-11-03', clock: '00:01' });
  expect((await handIn(late)).body).toMatchObject({ submission: { late: true }, month: { state: 'received' } });
});

it('a large answer is kept under its key as well, and given again', async () => {
  const unpaid = (caseNo: string) => `2026-10;P1;${caseNo};XYZ;2026-10-01;08:00;09:00;60;60;UTFÖRD\n`.repeat(1200);
  const text = files.report.text + ['A-1', 'A-2', 'A-3'].map(unpaid).join('');
  const check = () => {
    const body = { ...files, report: { text } };
    return world.call('checkMonth', manager, { path, body, headers: { 'idempotency-key': 'k' } });
  };
  const first = await check();
  expect(first.status).toBe(200);
  expect(first.text.length).toBeGreaterThan(300_000);
  const again = await check();
  expect(again.text).toBe(first.text);
  expect(again.headers['idempotent-replay']).toBe('true');
});

it('a month that is whole answers its officers at once', async () => {
  const whole = await aHandedInMonth();
  expect((await whole.call('getMonth', colleague, { path: ofP1 })).body.lines).toMatchObject([{ caseNo: 'A-3' }]);
});

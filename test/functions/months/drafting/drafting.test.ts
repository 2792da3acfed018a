import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { draftStore } from '../../../../functions/months/drafting/draft-store.ts';
import { aMonthEnd, faultyReport, handIn, month, ofP1, path, visits } from '../../../support/a-handed-in-month.ts';
import { reportHeader } from '../../../support/a-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { coordinator, head, manager, neighbour, signInFor, type World } from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const files = aReport(visits);
const signing = ['intendSubmission', 'submitMonth'] as const;

let world: World;
beforeEach(async () => {
  world = await aMonthEnd();
});

const draft = (body: object = files, who = coordinator) => world.call('draftMonth', who, { path, body });
const draftNow = async (who = coordinator) => (await world.call('getDraft', who, { path })).body.waiting;
const tasks = async (who = manager) =>
  (await world.call('listTasks', who)).body.items
    .filter(({ state }: Record<string, string>) => state !== 'done')
    .map(({ code, title }: Record<string, string>) => `${code} ${title}`);
const letters = async () => {
  await world.tick();
  return (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);
};

describe('a coordinator lays the month for the manager', () => {
  it('both files wait, judged as check does, and are no submission', async () => {
    const checked = await world.call('checkMonth', coordinator, { path, body: files });
    const answer = await draft();
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      draft: {
        ...{ month, providerId: 'P1', state: 'waiting', time: 1, fileStatus: 'COMPLETE', errorCount: 0 },
        report: { sha256: sha256(files.report.text), by: 'K1', way: 'PORTAL' },
        deviations: { sha256: sha256(files.deviations.text), rows: 0 },
      },
      figures: { cases: 3, submitted: 690, performed: 690, ...checked.body.total },
    });
    const read = await draftNow(manager);
    expect(read.run.cases).toEqual(checked.body.cases);
    expect(read.run.total).toEqual(checked.body.total);
    expect((await world.call('getMonth', head, { path: ofP1 })).status).toBe(404);
    expect(await world.monthJournal(month, 'P1')).toEqual(['month-drafted L-22 K1']);
  });

  it('the manager is told by mail and has it among the tasks', async () => {
    await draft();
    expect(await tasks()).toContain('D10 Underteckna månadens redovisning');
    expect(await letters()).toEqual(['m1@utforare.example Månadens redovisning väntar på underskrift']);
    const [letter] = await world.letters();
    expect(letter?.text).toContain('https://utfort.example/#/manad/2026-10');
  });

  it('a manager who lays it is sent nothing', async () => {
    await draft(files, manager);
    expect(await letters()).toEqual([]);
  });

  it('one file at a time: the other one stays', async () => {
    const first = await draft({ report: files.report });
    expect(first.body).toMatchObject({ missing: 'deviations', file: { status: 'COMPLETE' } });
    expect(first.body.figures).toBeUndefined();
    const signed = await world.sign(manager, signing, { path, body: { draft: true } });
    expect(signed).toMatchObject({ status: 409, body: { code: 'draft-not-whole' } });
    const second = await draft({ deviations: files.deviations });
    expect(second.body).toMatchObject({
      draft: { time: 2, report: { sha256: sha256(files.report.text) }, deviations: { way: 'PORTAL' } },
      figures: { submitted: 690 },
    });
    expect(second.body.missing).toBeUndefined();
  });

  it('of a form alone nothing is said about the report that is not there', async () => {
    const answer = await draft({
      deviations: { text: `${files.deviations.text}2026-10;P1;A-9;2026-10-01;;;ÖVRIGT;;;\n` },
    });
    expect(answer.body.file.errors).toEqual([expect.objectContaining({ file: 'deviations', code: 'UNKNOWN_CASE' })]);
  });

  it('the same files again change nothing', async () => {
    await draft();
    const again = await draft();
    expect(again.body.draft.time).toBe(1);
    expect((await world.monthJournal(month, 'P1')).length).toBe(1);
    expect((await letters()).length).toBe(1);
  });

  it('a corrected file takes the place of the faulty one, and both are in the journal', async () => {
    const wrong = await draft(faultyReport());
    expect(wrong.body).toMatchObject({ draft: { fileStatus: 'INCOMPLETE', errorCount: 1 } });
    expect(wrong.body.file.errors).toEqual([expect.objectContaining({ code: 'WRONG_SUM' })]);
    const mended = await draft({ report: files.report });
    expect(mended.body).toMatchObject({ draft: { time: 2, fileStatus: 'COMPLETE', errorCount: 0 } });
    expect(await world.monthJournal(month, 'P1')).toEqual(['month-drafted L-22 K1', 'month-drafted L-22 K1']);
  });
});

describe('a draft is refused', () => {
  it('of a month that is not over', async () => {
    const answer = await world.call('draftMonth', coordinator, { path: { month: '2026-11' }, body: files });
    expect(answer).toMatchObject({ status: 409, body: { code: 'month-not-ended' } });
  });

  it('without a file, with one of another provider’s, with a header that is wrong', async () => {
    expect((await draft({})).status).toBe(422);
    const { body } = await world.call('openUpload', neighbour, { body: {} });
    expect(await draft({ report: { documentId: body.documentId } })).toMatchObject({
      body: { code: 'file-not-found' },
    });
    const wrong = { report: { text: reportHeader.replace('Insats', 'Tjänst') } };
    expect(await draft(wrong)).toMatchObject({ status: 422, body: { code: 'WRONG_HEADER' } });
    expect(await draftNow()).toBeUndefined();
  });

  it('to another provider’s people it does not exist', async () => {
    await draft();
    expect(await draftNow(neighbour)).toBeUndefined();
  });
});

describe('the manager signs what waits', () => {
  const sign = (body: object = { draft: true }) => world.sign(manager, signing, { path, body });

  it('the files as they came, received when it is signed (A59); nothing waits then', async () => {
    await draft();
    world.clock.set(at('2026-11-02 15:00'));
    const answer = await sign();
    expect(answer).toMatchObject({
      status: 201,
      body: {
        submission: {
          receivedAt: at('2026-11-02 15:00'),
          by: 'M1',
          report: { sha256: sha256(files.report.text) },
          deviations: { sha256: sha256(files.deviations.text) },
        },
      },
    });
    expect(await draftNow()).toBeUndefined();
    expect(await tasks()).not.toContain('D10 Underteckna månadens redovisning');
    const kept = await world.deps.documents.find('documents', answer.body.submission.report.documentId);
    expect(kept?.sha256).toBe(sha256(files.report.text));
  });

  it('even when what came in has been emptied long ago', async () => {
    const { body } = await world.call('openUpload', coordinator, { body: {} });
    await world.deps.documents.put('incoming', body.documentId, Buffer.from(files.report.text), 'text/csv');
    await draft({ report: { documentId: body.documentId }, deviations: files.deviations });
    const found = world.deps.documents.find;
    world.deps.documents.find = async (bucket, id) => (bucket === 'incoming' ? undefined : found(bucket, id));
    expect((await sign()).status).toBe(201);
  });

  it('a month without deviations by saying so beside the report (A60)', async () => {
    await draft({ report: files.report });
    expect((await sign({ draft: true, deviations: files.deviations })).status).toBe(201);
  });

  const shown = async (body: object = { draft: true }) => {
    const { body: intent } = await world.call('intendSubmission', manager, { path, body });
    const { intentId, draftTime } = intent;
    const signIt = () => world.call('submitMonth', manager, { path, body: { intentId }, ...signInFor(intentId) });
    return { draftTime, signIt };
  };
  const other = aReport({ ...visits, 'A-3': [[6, 60]] });

  it('not one that has been replaced since it was shown, even in the same instant; what came instead waits', async () => {
    await draft();
    const { draftTime, signIt } = await shown();
    expect(draftTime).toBe(1);
    await draft(other);
    expect(await signIt()).toMatchObject({ status: 409, body: { code: 'draft-replaced' } });
    expect((await world.call('getMonth', head, { path: ofP1 })).status).toBe(404);
    expect((await draftNow()).draft).toMatchObject({ state: 'waiting', time: 2 });
    const anew = await shown();
    expect(anew.draftTime).toBe(2);
    expect((await anew.signIt()).body.submission.report.sha256).toBe(sha256(other.report.text));
  });

  it('nor one whose form came after the manager had said that there was none', async () => {
    await draft({ report: files.report });
    const { signIt } = await shown({ draft: true, deviations: files.deviations });
    await draft({ deviations: { text: `${files.deviations.text}2026-10;P1;A-1;2026-10-03;;;ÖVRIGT;;;\n` } });
    expect((await signIt()).body.code).toBe('draft-replaced');
  });

  it('the same files again replace nothing; what has been signed in another window is gone', async () => {
    await draft();
    const { signIt } = await shown();
    const second = await shown();
    await draft();
    expect((await signIt()).status).toBe(201);
    expect(await second.signIt()).toMatchObject({ status: 404, body: { code: 'draft-not-found' } });
  });

  it('files of the manager’s own choice leave what came after they were shown', async () => {
    const { draftTime, signIt } = await shown(files);
    expect(draftTime).toBeUndefined();
    world.clock.set(at('2026-11-02 09:05'));
    await draft(other);
    expect((await signIt()).body.submission.report.sha256).toBe(sha256(files.report.text));
    expect((await draftNow()).draft).toMatchObject({ state: 'waiting', time: 1 });
  });

  it('files of the manager’s own choice, and the draft from before them is gone', async () => {
    await draft(faultyReport());
    expect((await handIn(world)).status).toBe(201);
    expect(await draftNow()).toBeUndefined();
  });

  it('corrected files of a month that was handed in are a task of their own', async () => {
    await handIn(world, faultyReport());
    await draft();
    expect(await tasks()).toContain('D49 Underteckna månadens rättade filer');
    expect((await sign()).body.submission.version).toBe(2);
    expect(await tasks()).not.toContain('D49 Underteckna månadens rättade filer');
  });

  it('nobody but the manager', async () => {
    await draft();
    expect((await world.call('intendSubmission', coordinator, { path, body: { draft: true } })).status).toBe(403);
  });
});

describe('a draft that waits on the first working day', () => {
  it('stands in the reminder and in the letter that it is late', async () => {
    world = await aMonthEnd({ date: '2026-11-01', clock: '09:00' });
    await world.call('draftMonth', coordinator, { path, body: files });
    world.clock.set(at('2026-11-02 08:01'));
    await world.tick();
    world.clock.set(at('2026-11-03 00:01'));
    await world.tick();
    const told = (await world.letters()).filter(({ to }) => to === 'p1@utforare.example');
    expect(told.map(({ subject, text }) => `${subject}: ${text.split('\n')[0]}`)).toEqual([
      'Månadens redovisning ska snart lämnas in: Redovisningen för oktober 2026 till Exempelkommun väntar på er chefs underskrift.',
      'Månadens redovisning är försenad: Redovisningen för oktober 2026 från Omsorg Ett AB till Exempelkommun är inte undertecknad.',
    ]);
  });
});

it('two at once: one is laid over the other, and nothing of either is lost', async () => {
  const [one, other] = await Promise.all([draft({ report: files.report }), draft({ deviations: files.deviations })]);
  expect([one.status, other.status]).toEqual([200, 200]);
  const stored = await draftStore(world.table).find(month, 'P1');
  expect(stored?.entity).toMatchObject({ time: 2, report: {}, deviations: {} });
});

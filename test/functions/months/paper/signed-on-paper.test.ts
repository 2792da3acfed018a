import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { pageCode } from '../../../../shared/domain/form-code.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { aMonthEnd, handIn, month, ofP1, path, visits } from '../../../support/a-handed-in-month.ts';
import { codesOf, file, formPrint, hasPrinted, hasScanned, reportPrint } from '../../../support/a-paper.ts';
import { aReport } from '../../../support/a-report.ts';
import { administrator, coordinator, head, type Person, type World } from '../../../support/a-world.ts';
import { pdfText } from '../../../support/pdf-text.ts';

const second: Person = { userId: 'D2', role: 'administrator' };
const files = aReport(visits);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let world: World;
beforeEach(async () => {
  world = await aMonthEnd({ date: '2026-11-03' });
  await world.put(membershipStore(world.table).save({ ...second, name: 'Person D2' }, undefined));
  await hasScanned(world, 'fil-scan');
});

const draft = async (body: object = files) => {
  const answer = await world.call('draftMonth', coordinator, { path, body });
  expect(answer.status, answer.text).toBe(200);
};
const print = (who: Person = coordinator, format = 'pdf') =>
  world.call('getForm', who, { path: { ...ofP1, kind: 'signature' }, query: { format } });
/** The text of the page, and the code on it. */
async function printed(): Promise<{ readonly text: string; readonly code: string }> {
  const answer = await print();
  expect(answer.status, answer.text).toBe(200);
  const pieces: Uint8Array[] = [];
  const id = /blankett-\d+/.exec(answer.body.url)?.[0] ?? '';
  for await (const piece of world.deps.documents.read('documents', id)) pieces.push(piece);
  const [{ letters }] = answer.body.prints;
  return { text: pdfText(Buffer.concat(pieces)), code: await pageCode({ letters, page: 1, pages: 1 }) };
}
const filed = async (code: string, scan = 'fil-scan') => {
  const answer = await file(world, { codes: [code], arrivedOn: '2026-11-03', scans: [scan] });
  expect(answer.status, answer.text).toBe(201);
  return { ...ofP1, paperId: answer.body.id as string };
};
const lettersOf = (code: string) => code.split('.')[1] ?? '';
const reading = (code: string, signature = true) => ({
  pages: [{ letters: lettersOf(code), page: 1, rows: [] }],
  signed: { signature },
});
const key = (at: typeof ofP1, code: string, signature = true) =>
  world.call('keyPaper', administrator, { path: at, body: { ...reading(code, signature), isAll: true } });
const confirm = (at: typeof ofP1, code: string, signature = true, who = second) =>
  world.call('confirmPaper', who, { path: at, body: reading(code, signature) });
const submission = async () =>
  (await world.call('getMonth', head, { path: ofP1, query: { lines: 'all' } })).body.month?.submission;
const faults = (answer: { body: { faults?: { at: string; code: string }[] } }) =>
  answer.body.faults?.map(({ at, code }) => `${at} ${code}`);

describe('a page to sign on', () => {
  it('says what is signed: both files by their checksums, their rows, the minutes, and a code of its own (A60)', async () => {
    await draft();
    const { text, code } = await printed();
    for (const said of [
      'Underskrift för oktober 2026',
      ...[sha256(files.report.text), sha256(files.deviations.text), code],
      ...['690', 'Chefens underskrift', 'Namnförtydligande', 'Datum'],
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('A-1');
  });

  it('is a PDF alone, of files that wait: none where nothing does, or a form alone', async () => {
    expect(await print()).toMatchObject({ status: 404, body: { code: 'draft-not-found' } });
    await draft({ deviations: files.deviations });
    expect(await print()).toMatchObject({ status: 409, body: { code: 'draft-not-whole' } });
    await draft({ report: files.report });
    expect(await print(coordinator, 'xlsx')).toMatchObject({ status: 422, body: { code: 'bad-request' } });
    expect((await print(administrator)).status).toBe(200);
  });
});

describe('a signed page that is filed', () => {
  it('hands in the files that wait once two have seen the signature: received on the day of its stamp, both named (A59)', async () => {
    await draft();
    const { code } = await printed();
    world.clock.set('2026-11-04T10:00:00.000Z');
    const at = await filed(code);
    expect(await submission()).toBeUndefined();
    expect((await key(at, code)).body).toMatchObject({ state: 'keyed' });
    expect(await submission()).toBeUndefined();
    expect((await confirm(at, code, true, administrator)).body.code).toBe('four-eyes');
    const laid = await confirm(at, code);
    expect(laid.body, laid.text).toMatchObject({ state: 'laid' });
    expect(await submission()).toMatchObject({
      ...{ receivedAt: '2026-11-03T11:00:00.000Z', fileStatus: 'COMPLETE' },
      report: { sha256: sha256(files.report.text) },
      deviations: { sha256: sha256(files.deviations.text) },
      paper: { paperId: at.paperId, keyedBy: 'D1', confirmedBy: 'D2' },
    });
    const { body } = await world.call('getMonth', head, { path: ofP1, query: { lines: 'all' } });
    const [{ recordId }] = body.records;
    const { payload } = (await world.call('getRecord', head, { path: { ...ofP1, recordId } })).body;
    const scan = await world.deps.documents.find('documents', 'fil-scan');
    expect(payload.content).toMatchObject({
      report: { sha256: sha256(files.report.text) },
      paper: {
        ...{ arrivedOn: '2026-11-03', scans: [{ sha256: scan?.sha256 }] },
        prints: [{ form: 'signature', letters: lettersOf(code) }],
        ...{ keyedBy: { id: 'D1' }, confirmedBy: { id: 'D2', name: 'Person D2' } },
      },
    });
    expect((await world.call('getDraft', coordinator, { path })).body.waiting).toBeUndefined();
  });

  it('is judged as the same files signed in the system are', async () => {
    await draft();
    const { code } = await printed();
    const at = await filed(code);
    await key(at, code);
    await confirm(at, code);
    const onPaper = await world.call('getMonth', head, { path: ofP1, query: { lines: 'all' } });
    const other = await aMonthEnd({ date: '2026-11-03' });
    expect((await handIn(other, files)).status).toBe(201);
    const inTheSystem = await other.call('getMonth', head, { path: ofP1, query: { lines: 'all' } });
    expect(onPaper.body.lines).toEqual(inTheSystem.body.lines);
    expect(onPaper.body.lines).toHaveLength(3);
  });

  it('is refused and named when its files have been replaced, at the filing and before it is laid', async () => {
    await draft();
    const old = await printed();
    const at = await filed(old.code);
    await key(at, old.code);
    await draft({ report: { text: aReport({ ...visits, 'A-3': [[6, 60]] }).report.text } });
    expect(await confirm(at, old.code)).toMatchObject({ status: 409, body: { code: 'older-draft' } });
    expect(await submission()).toBeUndefined();

    const again = await file(world, { codes: [old.code], arrivedOn: '2026-11-03', takesOlder: true });
    expect(faults(again)).toEqual(['body.codes.0 older-draft']);
    const next = await printed();
    expect(next.code).not.toBe(old.code);
    await hasScanned(world, 'fil-again');
    const mended = await filed(next.code, 'fil-again');
    await key(mended, next.code);
    expect((await confirm(mended, next.code)).body.state).toBe('laid');
  });

  it('is refused where nothing waits, before it was printed, and beside the pages of a form', async () => {
    await hasPrinted(world, 'report', reportPrint);
    await hasPrinted(world, 'deviations', formPrint);
    await draft();
    const { code } = await printed();
    const early = await file(world, { codes: [code], arrivedOn: '2026-11-02' });
    expect(faults(early)).toEqual(['body.codes.0 before-print']);
    const [first = '', ...rest] = await codesOf(reportPrint);
    const both = await file(world, { codes: [code, first, ...rest], arrivedOn: '2026-11-03' });
    expect(faults(both)).toEqual(['body.codes.1 beside-signature', 'body.codes.2 beside-signature']);
    expect((await handIn(world, files)).status).toBe(201);
    expect(faults(await file(world, { codes: [code], arrivedOn: '2026-11-03' }))).toEqual([
      'body.codes.0 draft-not-found',
    ]);
    expect(await world.monthJournal(month, 'P1')).not.toContainEqual(expect.stringContaining('paper-filed'));
  });

  it('without a signature hands nothing in, and where two see it differently both are shown it', async () => {
    await draft();
    const { code } = await printed();
    const at = await filed(code);
    expect((await key(at, code, false)).body.state).toBe('returned');
    expect(await submission()).toBeUndefined();
    const again = await filed(code);
    await key(again, code);
    expect((await confirm(again, code, false)).body.state).toBe('differs');
    const seen = await world.call('getPaper', second, { path: again });
    expect(seen.body.differences).toEqual({ rows: [], signatures: ['signature'] });
    expect(await submission()).toBeUndefined();
  });

  it('of a time report alone declares that there were no deviations, and is the form of that month (A60)', async () => {
    await draft({ report: files.report });
    const { text, code } = await printed();
    expect(text).toContain('Månaden har inga avvikelser.');
    const at = await filed(code);
    await key(at, code);
    expect((await confirm(at, code)).body.state).toBe('laid');
    expect(await submission()).toMatchObject({ fileStatus: 'COMPLETE', counts: { deviations: {} } });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { monthStore } from '../../../../functions/months/month-store.ts';
import { statementPdf } from '../../../../functions/months/statement/statement-pdf.ts';
import { installedFonts } from '../../../../shared/pdf/load-fonts.ts';
import { caseStore } from '../../../../shared/stores/case-store.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import {
  aHandedInMonth,
  aMonthEnd,
  asked,
  decideLine,
  faultyReport,
  handIn,
  month,
  ofP1,
  reporting,
  stating,
} from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import {
  administrator,
  colleague,
  coordinator,
  feeOfficer,
  head,
  manager,
  neighbour,
  officer,
  type Person,
  signInFor,
  type World,
} from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';
import { pdfText } from '../../../support/pdf-text.ts';

let world: World;
const state = (body: object = {}) => world.sign(head, stating, { path: ofP1, body });
const intend = (body: object = {}) => world.call('intendStatement', head, { path: ofP1, body });
const send = (who: Person, intentId: string, claims: object = {}) =>
  world.call('sendStatement', who, {
    path: ofP1,
    body: { intentId },
    claims: { ...signInFor(intentId).claims, ...claims },
  });
const report = (who: Person) => world.sign(who, reporting, { path: ofP1, body: {} });
const getMonth = async (who: Person) => (await world.call('getMonth', who, { path: ofP1 })).body;
const record = (recordId: string, who: Person = head) => world.call('getRecord', who, { path: { ...ofP1, recordId } });

/** Every line decided — A-2's down to 90 minutes — and both reports signed on the fifth working day. */
async function reported(files?: object) {
  world = await aHandedInMonth(files);
  const faulty = { contacts: asked, comment: 'Fel summa', faultCode: 'WRONG_SUM' };
  world.sleepTo('2026-11-06', '09:00');
  await decideLine(world, 'A-1', { decision: 'APPROVE', ...(files ? faulty : {}) });
  await decideLine(world, 'A-2', { decision: 'ADJUST', minutes: 90, contacts: asked, comment: 'Enligt kunden' });
  await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
  await report(officer);
  await report(colleague);
  world.sleepTo('2026-11-13', '09:00');
}

describe('the head sends the statement', () => {
  beforeEach(() => reported());

  it('sealed, with the sum of the lines and the amount rounded once; only then may the provider invoice', async () => {
    const answer = await state({ comment: 'Tack' });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        record: { kind: 'statement', seq: 4, signedBy: 'H1', role: 'head' },
        month: {
          state: 'stated',
          statement: { at: at('2026-11-13 09:00'), by: 'H1', minutes: 630, amountOre: 420_000 },
        },
      },
    });
    const { content } = (await record(answer.body.record.recordId)).body.payload;
    expect(content).toMatchObject({
      municipality: 'Exempelkommun',
      provider: { id: 'P1', name: 'Omsorg Ett AB' },
      month,
      sentAt: at('2026-11-13 09:00'),
      head: { id: 'H1', name: 'Person H1' },
      orePerHour: 40_000,
      totalMinutes: 630,
      amountOre: 420_000,
      invoiceAddress: 'Fakturaenheten',
      comment: 'Tack',
      lines: [
        { caseNo: 'A-1', charged: 480, decision: 'APPROVED', decidedBy: 'O1' },
        {
          caseNo: 'A-2',
          charged: 90,
          unpaid: { OVER_GRANTED: 50, DECIDED: 10 },
          decision: 'ADJUSTED',
          comment: 'Enligt kunden',
        },
        { caseNo: 'A-3', charged: 60, decision: 'APPROVED', decidedBy: 'O2' },
      ],
    });
    expect(content.lines.reduce((sum: number, { charged }: { charged: number }) => sum + charged, 0)).toBe(630);
    expect(await world.monthJournal(month, 'P1')).toEqual([
      'month-submitted L-22 M1',
      'report-signed L-34 O1',
      'report-signed L-34 O2',
      'statement-sent L-37 H1',
    ]);
  });

  it('and the provider is told by a letter without figures or cases', async () => {
    await state();
    await world.tick();
    const letter = (await world.letters()).find(({ subject }) => subject === 'Månadens sammanställning är klar');
    expect(letter).toMatchObject({ to: 'p1@utforare.example' });
    expect(letter?.text).not.toMatch(/A-\d|630|4 ?200/);
  });

  it('with a PDF for people and the basis of one invoice, neither of which names a customer', async () => {
    const { pdfId, basisId } = (await state()).body.month.statement;
    await world.tick();
    const basis: Uint8Array[] = [];
    for await (const piece of world.deps.documents.read('documents', basisId)) basis.push(piece);
    expect(Buffer.concat(basis).toString()).toMatch(/P1;Omsorg Ett AB;2026;oktober;630;/);
    expect(Buffer.concat(basis).toString()).not.toMatch(/A-\d/);
    expect(await world.deps.documents.find('documents', pdfId)).toMatchObject({ contentType: 'application/pdf' });
  });

  it('with one checksum: what was shown, what was signed, the receipt and the paper', async () => {
    const intent = (await intend()).body;
    const { body } = await send(head, intent.intentId);
    const { payload } = (await record(body.record.recordId)).body;
    expect([payload.contentSha256, body.record.contentSha256]).toEqual([intent.sha256, intent.sha256]);
    const records: { kind: string; contentSha256?: string }[] = (await getMonth(head)).records;
    expect(records.find(({ kind }) => kind === 'statement')?.contentSha256).toBe(intent.sha256);
    const paper = pdfText(await statementPdf({ ...payload.content, sha256: body.record.sha256 }, installedFonts()));
    expect(paper.replace(/\n/g, '')).toContain(`Kontrollsumma${intent.sha256}`);
  });

  it('names who decided, and never by an id alone', async () => {
    const { body } = await intend();
    expect(body.content.officers).toEqual({ O1: 'Person O1', O2: 'Person O2' });
    const paper = pdfText(await statementPdf({ ...body.content, sha256: body.sha256 }, installedFonts()));
    expect(paper).toContain('A-2: ändrad av Person O1');
  });

  it('once', async () => {
    await state();
    expect(await intend()).toMatchObject({ status: 409, body: { code: 'statement-sent' } });
  });

  it('as it was shown, though it is signed minutes later', async () => {
    const { body } = await intend();
    world.sleepTo('2026-11-13', '09:20');
    const answer = await send(head, body.intentId);
    expect(answer).toMatchObject({ status: 201, body: { month: { statement: { at: at('2026-11-13 09:20') } } } });
    const { payload } = (await record(answer.body.record.recordId)).body;
    expect([payload.content.sentAt, payload.signedAt]).toEqual([at('2026-11-13 09:00'), at('2026-11-13 09:20')]);
    expect(payload.content).toEqual(body.content);
  });

  it('with a sign-in made for it', async () => {
    const { body } = await intend();
    const sign = (claims: object) => send(head, body.intentId, claims);
    const early = Date.parse(at('2026-11-13 08:00')) / 1000;
    expect(await sign({ auth_time: early })).toMatchObject({ status: 403, body: { code: 'sign-in-not-fresh' } });
    expect(await sign({ nonce: 'another' })).toMatchObject({ status: 403, body: { code: 'sign-in-not-fresh' } });
    expect((await sign({})).status).toBe(201);
    expect((await sign({})).status).toBe(409);
  });

  it('two heads at once send one', async () => {
    const deputy: Person = { userId: 'H2', role: 'head' };
    await world.put(membershipStore(world.table).save({ ...deputy }, undefined));
    const intents = await Promise.all(
      [head, deputy].map((who) => world.call('intendStatement', who, { path: ofP1, body: {} })),
    );
    const answers = await Promise.all([head, deputy].map((who, n) => send(who, intents[n]?.body.intentId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await getMonth(head)).records).toHaveLength(4);
  });

  it('nobody but the head', async () => {
    for (const who of [officer, administrator, manager, feeOfficer])
      expect((await world.call('intendStatement', who, { path: ofP1, body: {} })).status).toBe(403);
  });
});

it('a faulty basis that nobody mended is stated as granted, by code and comment (L-44)', async () => {
  await reported(faultyReport());
  const answer = await state();
  const { content } = (await record(answer.body.record.recordId)).body.payload;
  expect(content.lines[0]).toMatchObject({
    charged: 600,
    topUp: 120,
    decision: 'CHARGED_AS_GRANTED',
    faultCode: 'WRONG_SUM',
    comment: 'Fel summa',
  });
  expect(content).toMatchObject({ totalMinutes: 750, amountOre: 500_000 });
});

describe('the statement waits for every officer’s report', () => {
  it('and names those that are missing', async () => {
    world = await aHandedInMonth();
    expect(await intend()).toMatchObject({
      status: 409,
      body: {
        code: 'reports-missing',
        faults: [
          { at: 'parts.O1', code: 'report-missing' },
          { at: 'parts.O2', code: 'report-missing' },
        ],
      },
    });
    await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
    await report(colleague);
    expect((await intend()).body.faults).toMatchObject([{ at: 'parts.O1' }]);
  });

  it('whatever the officer’s id begins with', async () => {
    world = await aMonthEnd();
    const asa: Person = { userId: 'Åsa', role: 'officer' };
    await world.put(membershipStore(world.table).save({ ...asa }, undefined));
    await world.register({ caseNo: 'A-4', officerId: 'Åsa' });
    await handIn(world, aReport({ 'A-4': [[1, 60]] }));
    expect((await intend()).body.faults).toMatchObject([{ at: 'parts.O1' }, { at: 'parts.O2' }, { at: 'parts.Åsa' }]);
    await decideLine(world, 'A-4', { decision: 'APPROVE' }, asa);
    expect((await report(asa)).status).toBe(201);
    expect((await intend()).body.faults).toMatchObject([{ at: 'parts.O1' }, { at: 'parts.O2' }]);
  });

  it('and for the month to be handed in', async () => {
    world = await aMonthEnd({ date: '2026-10-30' });
    expect(await intend()).toMatchObject({ status: 404, body: { code: 'month-not-found' } });
    await world.passTo('2026-11-02', '07:00');
    expect(await intend()).toMatchObject({ status: 409, body: { code: 'month-not-submitted' } });
    expect(await world.call('intendReport', officer, { path: ofP1, body: {} })).toMatchObject({ status: 404 });
  });
});

describe('the records of a provider’s month', () => {
  beforeEach(() => reported());
  type Ref = { recordId: string; kind: string; seq: number; sha256: string };

  it('are one chain: each names every one before it by hash, and each proves itself', async () => {
    await state();
    const { records }: { records: Ref[] } = await getMonth(head);
    expect(records.map(({ kind, seq }) => `${seq} ${kind}`)).toEqual([
      '1 submission',
      '2 report',
      '3 report',
      '4 statement',
    ]);
    const keys = await world.call('getKeys', undefined);
    expect(keys.body.keys).toHaveLength(1);
    for (const [n, ref] of records.entries()) {
      const { body } = await record(ref.recordId);
      expect(body.sha256).toBe(ref.sha256);
      expect(body.payload.chain).toEqual({
        stream: 'P1/2026-10',
        seq: n + 1,
        previous: records[n - 1]?.sha256 ?? null,
        earlier: records.slice(0, n).map(({ seq, kind, sha256 }) => ({ seq, kind, sha256 })),
      });
      const verdict = await world.call('verifyRecord', undefined, { body });
      expect(verdict).toMatchObject({ status: 200, body: { valid: true, trusted: true, kind: ref.kind } });
      const changed = { ...body, payload: { ...body.payload, signedAt: '2026-11-01T00:00:00.000Z' } };
      expect((await world.call('verifyRecord', undefined, { body: changed })).body).toMatchObject({ valid: false });
    }
    expect((await world.call('verifyRecord', undefined, { body: { x: 1 } })).body).toEqual({
      valid: false,
      reason: 'not-a-record',
    });
  });

  it('are read by those whose month it is; the officers’ reports stay inside', async () => {
    await state();
    const { records }: { records: Ref[] } = await getMonth(head);
    const read = async (who: Person) =>
      Promise.all(records.map(async ({ recordId }) => (await record(recordId, who)).status));
    expect(await read(head)).toEqual([200, 200, 200, 200]);
    expect(await read(officer)).toEqual([200, 200, 404, 200]);
    for (const who of [feeOfficer, administrator]) expect(await read(who)).toEqual([403, 403, 403, 403]);
    for (const who of [manager, coordinator]) expect(await read(who)).toEqual([200, 404, 404, 200]);
    expect(await read(neighbour)).toEqual([404, 404, 404, 404]);
  });

  it('of another month are not there, nor one that is none', async () => {
    await state();
    const { records }: { records: Ref[] } = await getMonth(head);
    const elsewhere = { ...ofP1, month: '2026-09', recordId: records[0]?.recordId ?? '' };
    expect((await world.call('getRecord', head, { path: elsewhere })).status).toBe(404);
    expect(await record('bevis-404')).toMatchObject({ status: 404, body: { code: 'record-not-found' } });
  });
});

it('two officers who sign at once both get their place in the chain', async () => {
  world = await aHandedInMonth();
  await decideLine(world, 'A-1', { decision: 'APPROVE' });
  await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked });
  await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
  const answers = await Promise.all([report(officer), report(colleague)]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const { records } = await getMonth(head);
  expect(records.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2, 3]);
});

it('a month whose case has changed hands in the register is still its officer’s as it was handed in', async () => {
  world = await aHandedInMonth();
  const found = await caseStore(world.table).find('A-1');
  await world.put(caseStore(world.table).save({ caseNo: 'A-1', officerId: 'O2' }, found));
  expect((await decideLine(world, 'A-1', { decision: 'APPROVE' })).status).toBe(200);
  expect((await monthStore(world.table).parts(month, 'P1')).map(({ entity }) => entity.undecided)).toEqual([1, 1]);
});

describe('a statement’s files', () => {
  const file = (who: Person, kind: string, of: object = ofP1) =>
    world.call('getStatementFile', who, { path: { ...of, file: kind } });

  it('are where they can be saved for five minutes, called by ids', async () => {
    await reported();
    expect(await file(head, 'pdf')).toMatchObject({ status: 404, body: { code: 'statement-not-sent' } });
    await state();
    await world.tick();
    for (const who of [head, officer, manager, coordinator]) {
      expect(await file(who, 'pdf')).toMatchObject({
        status: 200,
        body: {
          fileName: 'sammanstallning-P1-2026-10.pdf',
          contentType: 'application/pdf',
          expiresAt: '2026-11-13T09:05:00+01:00',
        },
      });
    }
    expect(await file(manager, 'basis')).toMatchObject({ body: { fileName: 'fakturaunderlag-P1-2026-10.csv' } });
  });

  it('the totals alone to the fee officer (L-26), nothing to another provider, no other kind', async () => {
    await reported();
    await state();
    await world.tick();
    expect((await file(feeOfficer, 'basis')).status).toBe(200);
    expect((await file(feeOfficer, 'pdf')).status).toBe(403);
    expect((await file(neighbour, 'pdf')).status).toBe(404);
    expect((await file(head, 'xlsx')).status).toBe(422);
  });
});

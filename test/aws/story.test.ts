import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { recordBytes, SignedRecord } from '../../shared/domain/signed-record.ts';
import { verifyRecordFile } from '../../shared/domain/verify-record-file.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { aCell, scanned, sendForm } from './support/a-cell.ts';
import { aCloud, type Cloud } from './support/a-cloud.ts';

const fixtures = join(import.meta.dirname, '../fixtures/leksand-2026-10');
const json = async (name: string) => JSON.parse(await readFile(join(fixtures, name), 'utf8'));
const month = '2026-10';
const path = { month, providerId: 'P1' };

const Line = z.looseObject({
  caseNo: z.string(),
  proposal: z.looseObject({ status: z.string(), charged: z.int(), faults: z.array(z.string()) }),
});
const Month = z.looseObject({ lines: z.array(Line) });

/** Form and file, as the emulator's S3 takes them; the scanner is played by the test. */
async function upload(cloud: Cloud, bucket: string, name: string): Promise<string> {
  const bytes = await readFile(join(fixtures, name));
  const opened = await cloud.ask('openUpload', 'M1', { json: { contentType: 'text/csv', bytes: bytes.length } });
  expect(await sendForm(opened.body, bytes)).toBeLessThan(300);
  await scanned(bucket, opened.body.documentId);
  return opened.body.documentId;
}

/**
 * The seed's main job through the functions as they are deployed, over an emulator of AWS: every request an event of the
 * HTTP API, every letter rung for by the table's stream and told of by the mail service. The emulator does not show the
 * authorizer, the stream and the event bus themselves; their events are recorded (`support/events.ts`).
 */
describe('from a granted decision to a signed statement, in the cloud', () => {
  let cell: Awaited<ReturnType<typeof aCell>>;
  let cloud: Cloud;
  let orderId: string;
  let statement: string;
  beforeAll(async () => {
    cell = await aCell();
    cloud = await aCloud(cell);
    const { table } = cloud.deps;
    await table.commit([membershipStore(table).save({ userId: 'D1', role: 'administrator' }, undefined)]);
  });

  const sign = async (
    keys: readonly ['intendReport' | 'intendStatement', 'signReport' | 'sendStatement'],
    by: string,
  ) => {
    const shown = await cloud.ask(keys[0], by, { path, json: {} });
    expect(shown.status).toBe(201);
    const { intentId } = shown.body;
    return cloud.ask(keys[1], by, { path, json: { intentId }, claims: { token_use: 'id', nonce: intentId } });
  };

  it('reads in the municipality, and opens the month for its three providers on the first', async () => {
    const body = { pack: 'leksand', invoiceAddress: 'Fakturaenheten', file: await json('cases.json') };
    expect((await cloud.ask('importMunicipality', 'D1', { json: body })).status).toBeLessThan(300);
    expect((await cloud.ask('getSettings', 'H1')).body).toMatchObject({ municipality: 'Exempelkommun' });
    cloud.at('2026-10-31T23:10:00.000Z');
    expect(await cloud.schedule('openMonth')).toEqual({ done: 3 });
    cloud.at('2026-11-02T07:00:00.000Z');
  });

  it('places an order once, however often it is sent, and rings for its letter', async () => {
    const customer = { name: 'Astrid Provsjö', personnummer: '191212121212', address: 'Testvägen 3', phone: '070' };
    const order = { caseNo: 'A-4711', providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 1200 }], customer };
    const headers = { 'Idempotency-Key': 'story-1' };
    const placed = await cloud.ask('placeOrder', 'O1', { json: order, headers });
    const again = await cloud.ask('placeOrder', 'O1', { json: order, headers });
    expect(placed.status).toBe(201);
    expect(again.body).toEqual(placed.body);
    expect(again.headers).toMatchObject({ 'idempotent-replay': 'true' });
    orderId = placed.body.id;
    expect(await cloud.ring()).toEqual({ batchItemFailures: [] });
    expect(cloud.letters).toMatchObject([{ to: 'p1@utforare1.example', subject: 'Ny beställning att bekräfta' }]);
    expect(JSON.stringify(cloud.letters)).not.toMatch(/Astrid|Provsjö|1212|Testvägen/);
    const read = await cloud.ask('readIdentity', 'O1', { json: { caseNo: 'A-4711', reason: 'Kontroll' } });
    expect(read.body).toMatchObject({ customer });
  });

  it('marks the letter delivered when the mail service says so, and the sweep sends nothing twice', async () => {
    const { letterId = '' } = cloud.letters[0] ?? {};
    expect(await cloud.tell('Delivery', [letterId])).toEqual({ batchItemFailures: [] });
    expect((await letterStore(cloud.deps.table).find(letterId))?.entity.state).toBe('delivered');
    await cloud.schedule('sendLetters');
    expect(cloud.letters).toHaveLength(1);
  });

  it('is confirmed and begun by its own provider only', async () => {
    const at = { path: { orderId }, json: {} };
    expect((await cloud.ask('confirmOrder', 'M2', at)).status).toBe(404);
    expect((await cloud.ask('confirmOrder', 'M1', at)).body).toMatchObject({ state: 'confirmed' });
    expect((await cloud.ask('confirmOrder', 'M1', at)).body).toMatchObject({ code: 'order-not-open' });
    expect((await cloud.ask('startOrder', 'M1', at)).body).toMatchObject({ state: 'started' });
  });

  it('takes the month in from files that were sent by form and scanned, and sealed with a key of KMS', async () => {
    const files = {
      report: { documentId: await upload(cloud, cell.INCOMING_BUCKET, 'P1-report.csv') },
      deviations: { documentId: await upload(cloud, cell.INCOMING_BUCKET, 'P1-deviations.csv') },
    };
    const expected = (await json('expected.json')).P1;
    const at = { path: { month } };
    expect((await cloud.ask('checkMonth', 'M1', { ...at, json: files })).body).toMatchObject({ total: expected.total });
    const shown = await cloud.ask('intendSubmission', 'M1', { ...at, json: files });
    const { intentId } = shown.body;
    const signIn = { token_use: 'id', nonce: intentId };
    const signing = { ...at, json: { intentId }, claims: signIn };
    const stale = { claims: { ...signIn, auth_time: Date.parse('2026-11-02T06:00:00.000Z') / 1000 } };
    expect((await cloud.ask('submitMonth', 'M1', { ...signing, ...stale })).body.code).toBe('sign-in-not-fresh');
    expect(await cloud.ask('submitMonth', 'M1', signing)).toMatchObject({
      status: 201,
      body: { submission: { fileStatus: 'COMPLETE', late: false } },
    });
    expect((await cloud.ask('submitMonth', 'M1', signing)).body.code).toBe('intent-spent');
  });

  it('has every line decided by its own officer, and signed for', async () => {
    expect((await cloud.ask('intendStatement', 'H1', { path, json: {} })).body.code).toBe('reports-missing');
    for (const officer of ['O1', 'O2', 'O3']) {
      const { lines } = Month.parse((await cloud.ask('getMonth', officer, { path })).body);
      const matching = lines.filter(({ proposal }) => proposal.status === 'MATCH').map(({ caseNo }) => caseNo);
      expect((await cloud.ask('approveLines', officer, { path, json: { caseNos: matching } })).status).toBe(200);
      for (const { caseNo, proposal } of lines.filter((line) => line.proposal.status !== 'MATCH')) {
        const contacts = [{ with: 'customer' }, { with: 'provider' }];
        const faulty =
          proposal.status === 'FAULTY' ? { faultCode: proposal.faults[0], comment: 'Rättades inte i tid.' } : {};
        const decided = await cloud.ask('decideLine', officer, {
          path: { ...path, caseNo },
          json: { decision: 'APPROVE', contacts, ...faulty },
        });
        expect(decided).toMatchObject({ status: 200, body: { charged: proposal.charged } });
      }
      expect((await sign(['intendReport', 'signReport'], officer)).status).toBe(201);
    }
  });

  it('is stated by the head, to the minute and the öre, and proven by the published keys', async () => {
    const sent = await sign(['intendStatement', 'sendStatement'], 'H1');
    const { total } = (await json('expected.json')).P1;
    expect(sent).toMatchObject({ status: 201, body: { month: { state: 'stated', statement: total } } });
    statement = sent.body.record.recordId;
    const read = await cloud.ask('getRecord', 'M1', { path: { ...path, recordId: statement } });
    const record = SignedRecord.parse(read.body);
    const { body: keys } = await cloud.ask('getKeys', undefined);
    expect(await verifyRecordFile(recordBytes(record), keys)).toMatchObject({
      valid: true,
      trusted: true,
      chain: 'ok',
    });
    expect((await cloud.ask('verifyRecord', undefined, { json: record })).body).toMatchObject({ trusted: true });
  });

  it('tells by letter, by the bell or by the sweep alone, each letter once; one that comes back reaches a person', async () => {
    const before = cloud.letters.length;
    expect(await cloud.schedule('sendLetters')).toMatchObject({ done: expect.any(Number) });
    const swept = cloud.letters.length;
    expect(swept).toBeGreaterThan(before);
    await cloud.ring();
    expect(cloud.letters).toHaveLength(swept);
    expect(new Set(cloud.letters.map(({ letterId }) => letterId)).size).toBe(swept);
    const last = cloud.letters.at(-1)?.letterId ?? '';
    await cloud.tell('Bounce', [last]);
    expect((await letterStore(cloud.deps.table).asked()).items.map(({ entity }) => entity.id)).toEqual([last]);
  });

  it('turns what nobody did in time late, by the schedule', async () => {
    cloud.at('2026-11-14T07:00:00.000Z');
    await cloud.schedule('sweepDeadlines');
    const { items } = (await cloud.ask('listTasks', 'H1')).body;
    expect(items.some(({ state }: { state: string }) => state === 'late')).toBe(true);
    expect(cloud.counted.sweepDeadlines).toBeGreaterThan(0);
  });

  it('keeps the journal of the case, and no failure was logged', async () => {
    const { items } = (await cloud.ask('getJournal', 'O1', { path: { caseNo: 'A-4711' } })).body;
    expect(items.map(({ event }: { event: string }) => event)).toEqual(
      expect.arrayContaining(['order-placed', 'order-confirmed', 'order-started']),
    );
    expect(cloud.failures).toEqual([]);
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { recordBytes, SignedRecord } from '../../../shared/domain/signed-record.ts';
import { verifyRecordFile } from '../../../shared/domain/verify-record-file.ts';
import type { Reply } from '../support/a-client.ts';
import type { House } from './a-house.ts';
import { aPlainMonth, deviationsHeader, visitsEach } from './a-plain-month.ts';
import type { Road } from './roads.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/leksand-2026-10');
const month = '2026-10';
const place = `/months/${month}/providers/P2`;
export const own = 'p2@utforare2.example';

const Total = z.object({ minutes: z.int(), amountOre: z.int() });
const MunicipalityCases = z.looseObject({
  cases: z.array(
    z.looseObject({
      ...{ caseNo: z.string(), providerId: z.string(), officerId: z.string(), to: z.unknown() },
      services: z.array(z.looseObject({ code: z.string() })),
    }),
  ),
});
const Stated = z.looseObject({
  amountOre: z.int(),
  adjustmentsOre: z.int(),
  toInvoiceOre: z.int(),
  adjustments: z.array(z.looseObject({ number: z.string(), refersTo: z.string() })),
});
const Recorded = z.looseObject({ record: z.looseObject({ recordId: z.string(), sha256: z.string() }) });
const Invoice = z.looseObject({ invoiceId: z.string() });
const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
const Month = z.looseObject({ records: z.array(z.looseObject({ recordId: z.string(), kind: z.string() })) });
const Adjusted = z.looseObject({ minutes: z.int() });
const Adjustments = z.looseObject({ proposed: z.array(z.looseObject({ caseNo: z.string() })) });
const code = ({ body }: Reply) => z.looseObject({ code: z.string() }).parse(body).code;
const Expected = z.looseObject({ P2: z.looseObject({ total: Total }) });

/** A cloud that is emulated answers slowly. */
const patience = 300_000;

/** From hand-in to attested invoice, and through an adjustment in the next month, whatever the road and the house. */
export function theMonth(road: Road, open: () => Promise<House>): void {
  let house: House;
  let client: House['client'];
  let expected: z.infer<typeof Total>;
  let orderId: string;
  let statementSha256: string;
  let invoiceId: string;
  let adjusted: number;
  let ordered: z.infer<typeof MunicipalityCases>['cases'];

  beforeAll(async () => {
    house = await open();
    ({ client } = house);
    const file = JSON.parse(await readFile(join(fixtures, 'cases.json'), 'utf8'));
    await house.at('2026-10-01T08:00:00+02:00');
    const body = { pack: 'leksand', invoiceAddress: 'Fakturaenheten, Box 1, 793 00 Exempelby', file };
    // The one whose death is told late is ordered like any other; the provider's others ran when the municipality was read in.
    ordered = MunicipalityCases.parse(file).cases;
    file.cases = ordered.filter(({ caseNo, providerId }) => providerId === 'P2' && caseNo !== 'A-1031');
    const read = await client.as(house.first, 'PUT', '/settings/municipality', body);
    expect(read.status, JSON.stringify(read.body)).toBe(200);
    const seller = { number: 2, name: 'Omsorg Ett AB', kind: 'private', email: own };
    const paidAt = { organisationNumber: '556703-7485', bankgiro: '5050-1055' };
    const saved = await client.as('D1', 'PUT', '/settings/providers/P2', { ...seller, ...paidAt });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    const {
      officerId: _,
      to: __,
      ...order
    } = { ...ordered.find(({ caseNo }) => caseNo === 'A-1031'), from: '2026-10-01' };
    const placed = await client.as('O2', 'POST', '/orders', order, { 'idempotency-key': 'story' });
    expect(placed.status, JSON.stringify(placed.body)).toBe(201);
    orderId = z.looseObject({ id: z.string() }).parse(placed.body).id;
    for (const step of ['confirmation', 'start'])
      expect((await client.as('M2', 'POST', `/orders/${orderId}/${step}`, {})).status).toBe(200);
    expected = Expected.parse(JSON.parse(await readFile(join(fixtures, 'expected.json'), 'utf8'))).P2.total;
  }, patience);
  afterAll(() => house.end());

  it(
    'is the same submission, signed for by the manager (L-22 to L-25)',
    async () => {
      await house.at('2026-11-02T08:30:00+01:00');
      const files = {
        report: await readFile(join(fixtures, 'P2-report.csv')),
        deviations: await readFile(join(fixtures, 'P2-deviations.csv')),
      };
      const wish = await road(files, house);
      const signed = await house.sign('M2', `/months/${month}/submissions`, wish);
      expect(signed).toMatchObject({ status: 201, body: { submission: { by: 'M2', late: false } } });
    },
    patience,
  );

  it(
    'is decided, reported and stated to the minute and the öre (L-27 to L-38)',
    async () => {
      await house.at('2026-11-06T08:00:00+01:00');
      const officers = ['O1', 'O2', 'O3'];
      await house.decide(place, officers);
      for (const officer of officers) expect((await house.sign(officer, `${place}/report`, {})).status).toBe(201);
      await house.at('2026-11-10T08:00:00+01:00');
      const sent = await house.sign('H1', `${place}/statement`, {});
      expect(sent).toMatchObject({ status: 201, body: { month: { state: 'stated', statement: expected } } });
      statementSha256 = Recorded.parse(sent.body).record.sha256;
    },
    patience,
  );

  it(
    'is invoiced, marked secret, coded and attested by a record that anyone can verify (L-39 to L-42, L-51)',
    async () => {
      const figures = {
        ...{ number: 'F-100', issueDate: '2026-11-10', dueDate: '2026-12-10', sellerOrgNo: '5567037485', month },
        ...{ minutes: expected.minutes, amountOre: expected.amountOre, vatOre: 0, payee: '5050-1055' },
      };
      const wrong = { ...figures, number: 'F-99', amountOre: expected.amountOre + 1 };
      const returned = await client.as('M2', 'POST', '/invoices', { figures: wrong });
      expect(returned).toMatchObject({
        status: 201,
        body: { state: 'returned', blocking: [{ code: 'WRONG_AMOUNT' }] },
      });
      const received = await client.as('M2', 'POST', '/invoices', { figures });
      expect(received, JSON.stringify(received.body)).toMatchObject({ status: 201, body: { state: 'received' } });
      ({ invoiceId } = Invoice.parse(received.body));
      const at = `/invoices/${invoiceId}`;
      expect(code(await client.as('H1', 'POST', `${at}/attestation/intent`, {}))).toBe('not-classified');
      expect((await client.as('D1', 'PUT', `${at}/secrecy`, { secret: true })).body).toMatchObject({
        state: 'classified',
      });
      expect(code(await client.as('H1', 'POST', `${at}/attestation/intent`, {}))).toBe('not-coded');
      const rows = [{ account: '4642', dims: { 1: '7110', 6: '5210' }, amountOre: expected.amountOre }];
      expect((await client.as('H1', 'PUT', `${at}/coding`, { rows })).body).toMatchObject({ state: 'coded' });
      expect((await client.as('O1', 'POST', `${at}/attestation/intent`, {})).status).toBe(403);
      const attested = await house.sign('H1', `${at}/attestation`, {});
      expect(attested, JSON.stringify(attested.body)).toMatchObject({ status: 201, body: { state: 'attested' } });
      const { recordId } = Recorded.parse(attested.body).record;
      const record = SignedRecord.parse((await client.as('H1', 'GET', `${place}/records/${recordId}`)).body);
      const keys = Keys.parse((await client.http('GET', '/.well-known/jwks.json')).body);
      expect(await verifyRecordFile(recordBytes(record), keys)).toMatchObject({
        ...{ valid: true, trusted: true, kind: 'attestation', chain: 'ok' },
      });
      expect(record.payload.content).toMatchObject({ statementSha256, payableOre: expected.amountOre });
    },
    patience,
  );

  it(
    'is adjusted in the next month by a death that was told late, and the original verifies (After the close)',
    async () => {
      await house.at('2026-11-16T08:00:00+01:00');
      const told = await client.as('O2', 'POST', `/orders/${orderId}/death`, {
        date: '2026-10-20',
        acceptsStated: true,
      });
      expect(told.status, JSON.stringify(told.body)).toBe(200);
      const [proposed] = Adjustments.parse((await client.as('O2', 'GET', `${place}/adjustments`)).body).proposed;
      expect(proposed).toMatchObject({ caseNo: 'A-1031', because: ['DEATH'] });
      const contacts = [{ with: 'customer' }, { with: 'provider' }];
      const decision = { comment: 'Dödsfallet blev känt först den 16 november.', contacts };
      const decided = await client.as('O2', 'PUT', `${place}/adjustments/A-1031`, decision);
      expect(decided, JSON.stringify(decided.body)).toMatchObject({ status: 200 });
      adjusted = Adjusted.parse(decided.body).minutes;
      expect(adjusted).toBeLessThan(0);
    },
    patience,
  );

  it(
    'takes what was adjusted off the next statement, and its invoice is judged by that (L-38, L-39)',
    async () => {
      await house.at('2026-12-01T08:00:00+01:00');
      const cases = ordered.filter(({ providerId, caseNo }) => providerId === 'P2' && caseNo !== 'A-1031').slice(0, 3);
      const csv = async (text: string) => ({ documentId: await house.upload('M2', Buffer.from(text), 'text/csv') });
      const report = await csv(aPlainMonth('2026-11', 'P2', cases));
      const deviations = await csv(`${deviationsHeader}\n`);
      const next = '/months/2026-11/providers/P2';
      const signed = await house.sign('M2', '/months/2026-11/submissions', { report, deviations });
      expect(signed, JSON.stringify(signed.body)).toMatchObject({ body: { submission: { fileStatus: 'COMPLETE' } } });
      await house.at('2026-12-07T08:00:00+01:00');
      const officers = ['O1', 'O2', 'O3'];
      await house.decide(next, officers);
      for (const officer of officers) expect((await house.sign(officer, `${next}/report`, {})).status).toBe(201);
      await house.at('2026-12-10T08:00:00+01:00');
      const sent = await house.sign('H1', `${next}/statement`, {});
      const { recordId } = Recorded.parse(sent.body).record;
      const record = SignedRecord.parse((await client.as('M2', 'GET', `${next}/records/${recordId}`)).body);
      const own = cases.length * visitsEach * 60;
      const content = Stated.parse(record.payload.content);
      expect(content.amountOre).toBe(Math.round((own * 38_750) / 60));
      expect(content.adjustments).toMatchObject([{ number: '2026-10/P2/J1', caseNo: 'A-1031', minutes: adjusted }]);
      expect(content).toMatchObject({ toInvoiceOre: content.amountOre + content.adjustmentsOre, carriedForwardOre: 0 });
      expect(content.adjustments[0]).toMatchObject({ refersTo: statementSha256 });
      const bare = {
        sellerOrgNo: '556703-7485',
        month: '2026-11',
        vatOre: 0,
        payee: '5050-1055',
        dueDate: '2027-01-11',
      };
      const invoice = (amountOre: number, number: string) => ({
        figures: { ...bare, number, issueDate: '2026-12-10', minutes: own + adjusted, amountOre },
      });
      const whole = await client.as('M2', 'POST', '/invoices', invoice(content.amountOre, 'F-101'));
      expect(whole).toMatchObject({ body: { state: 'returned' } });
      const right = await client.as('M2', 'POST', '/invoices', invoice(content.toInvoiceOre, 'F-102'));
      expect(right, JSON.stringify(right.body)).toMatchObject({ status: 201, body: { state: 'received' } });
    },
    patience,
  );

  it('ends cleanly, with the original statement as it was signed', async () => {
    const { records } = Month.parse((await client.as('H1', 'GET', place)).body);
    const statement = records.find(({ kind }) => kind === 'statement');
    const record = SignedRecord.parse((await client.as('H1', 'GET', `${place}/records/${statement?.recordId}`)).body);
    const keys = Keys.parse((await client.http('GET', '/.well-known/jwks.json')).body);
    expect(await verifyRecordFile(recordBytes(record), keys)).toMatchObject({ valid: true, kind: 'statement' });
    expect(record.payload.content).toMatchObject({ amountOre: expected.amountOre });
  });
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { recordBytes, SignedRecord } from '../../shared/domain/signed-record.ts';
import { verifyRecordFile } from '../../shared/domain/verify-record-file.ts';
import { aClient, type Client, type Reply } from './support/a-client.ts';
import { aFolder, type Started, start } from './support/a-start.ts';

const fixtures = join(import.meta.dirname, '../fixtures/leksand-2026-10');
const month = '2026-10';
const place = `/months/${month}/providers/P1`;

const Intent = z.looseObject({ intentId: z.string(), sha256: z.string() });
const Form = z.object({ documentId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) });
const Line = z.looseObject({
  caseNo: z.string(),
  officerId: z.string(),
  charged: z.int(),
  version: z.int(),
  proposal: z.looseObject({ status: z.string(), charged: z.int(), faults: z.array(z.string()) }),
});
const Month = z.looseObject({
  lines: z.array(Line),
  records: z.array(z.looseObject({ recordId: z.string(), kind: z.string() })),
});
const Expected = z.record(
  z.string(),
  z.looseObject({
    cases: z.array(z.looseObject({ caseNo: z.string(), charged: z.int(), status: z.string() })),
    total: z.object({ minutes: z.int(), amountOre: z.int() }),
  }),
);
const Mail = z.array(
  z.object({ to: z.string(), subject: z.string(), text: z.string(), sentAt: z.string(), file: z.string() }),
);

/** The seed's main job over HTTP, with nothing but what the contract names (file 002; L-10 to L-38). */
describe('from a granted decision to a signed statement', () => {
  let machine: Started;
  let client: Client;
  let remove: () => Promise<void>;
  let orderId: string;
  const remembered: { statement?: string } = {};

  beforeAll(async () => {
    const { folder, remove: gone } = await aFolder();
    remove = gone;
    machine = await start(folder);
    client = aClient(() => machine.base);
  }, 60_000);
  afterAll(async () => {
    await machine?.stop();
    await remove?.();
  });

  const mail = async () => Mail.parse((await client.http('GET', '/_local/mail')).body);
  const code = ({ body }: Reply) => z.looseObject({ code: z.string() }).parse(body).code;

  /** Uploads a file by the form that the API opens for it. */
  async function upload(user: string, name: string): Promise<string> {
    const bytes = await readFile(join(fixtures, name));
    const opened = await client.as(user, 'POST', '/documents/uploads', {
      contentType: 'text/csv',
      bytes: bytes.length,
    });
    const { documentId, url, fields } = Form.parse(opened.body);
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob([bytes], { type: 'text/csv' }), name);
    const sent = await fetch(new URL(url, machine.base), { method: 'POST', body: form });
    expect(sent.status).toBeLessThan(300);
    return documentId;
  }

  /** The two steps of every signature: what will be signed, then the same with a sign-in made for it. */
  async function sign(user: string, path: string, wish: unknown): Promise<Reply> {
    const shown = await client.as(user, 'POST', `${path}/intent`, wish);
    const { intentId } = Intent.parse(shown.body);
    return client.as(user, 'POST', path, { intentId }, { 'x-sign-in': await client.signIn(user, 0, intentId) });
  }

  it('starts with an empty standard error, within twenty seconds', () => {
    expect(machine.stderr()).toBe('');
    expect(machine.readyAfter).toBeLessThan(20_000);
  });

  it('places an order and tells the provider by a letter that names nobody (L-10, L-11, S-24)', async () => {
    await client.http('PUT', '/_local/clock', { now: '2026-11-02T08:00:00+01:00' });
    const order = { caseNo: 'A-4711', providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 1200 }] };
    const customer = {
      name: 'Astrid Provsjö',
      personnummer: '191212121212',
      address: 'Testvägen 3',
      phone: '070-174 06 05',
    };
    const placed = await client.as('O1', 'POST', '/orders', { ...order, customer }, { 'idempotency-key': 'story-1' });
    expect(placed.status).toBe(201);
    const again = await client.as('O1', 'POST', '/orders', { ...order, customer }, { 'idempotency-key': 'story-1' });
    expect(again.body).toEqual(placed.body);
    const other = await client.as(
      'O1',
      'POST',
      '/orders',
      { ...order, caseNo: 'A-4712' },
      { 'idempotency-key': 'story-1' },
    );
    expect(other.status).toBe(422);
    orderId = z.looseObject({ id: z.string() }).parse(placed.body).id;
    const [letter] = await mail();
    expect(letter).toMatchObject({ to: 'p1@utforare1.example', subject: 'Ny beställning att bekräfta' });
    expect(letter?.text).toContain('A-4711');
    expect(letter?.text).not.toMatch(/Astrid|Provsjö|1212|Testvägen|070/);
  });

  it('is confirmed and begun by its own provider only (L-12, L-16)', async () => {
    const foreign = await client.as('M2', 'POST', `/orders/${orderId}/confirmation`, {});
    const missing = await client.as('M2', 'POST', '/orders/B-0/confirmation', {});
    expect(foreign).toMatchObject({ status: 404, body: missing.body });
    expect(await client.as('M1', 'POST', `/orders/${orderId}/confirmation`, {})).toMatchObject({
      status: 200,
      body: { state: 'confirmed' },
    });
    expect(code(await client.as('M1', 'POST', `/orders/${orderId}/confirmation`, {}))).toBe('order-not-open');
    expect(await client.as('M1', 'POST', `/orders/${orderId}/start`, {})).toMatchObject({
      status: 200,
      body: { state: 'started' },
    });
  });

  it('takes the month in from the provider’s manager, signed for with a fresh sign-in (L-22 to L-25)', async () => {
    const files = {
      report: { documentId: await upload('M1', 'P1-report.csv') },
      deviations: { documentId: await upload('M1', 'P1-deviations.csv') },
    };
    const dryRun = await client.as('M1', 'POST', `/months/${month}/check`, files);
    const expected = Expected.parse(JSON.parse(await readFile(join(fixtures, 'expected.json'), 'utf8')));
    expect(dryRun.body).toMatchObject({ total: expected.P1?.total });

    const shown = await client.as('M1', 'POST', `/months/${month}/submissions/intent`, files);
    const { intentId } = Intent.parse(shown.body);
    const submit = (authorization: string, more: Record<string, string> = {}) =>
      client.http('POST', `/months/${month}/submissions`, { intentId }, { authorization, ...more });
    const bearer = async (...made: [number?, string?]) => `Bearer ${await client.signIn('M1', ...made)}`;
    for (const not of [await bearer(), await bearer(600, intentId), await bearer(0, 'avsikt-1')])
      expect(code(await submit(not))).toBe('sign-in-not-fresh');
    const theirs = await client.signIn('M2', 0, intentId);
    expect(code(await submit(await bearer(), { 'x-sign-in': theirs }))).toBe('sign-in-not-valid');
    // The one made for the intent may be the bearer itself; in the portal it stands beside it.
    const submitted = await submit(await bearer(0, intentId));
    expect(submitted).toMatchObject({ status: 201, body: { submission: { fileStatus: 'COMPLETE', late: false } } });
    const twice = await client.as('M1', 'POST', `/months/${month}/submissions`, { intentId });
    expect(code(twice)).toBe('intent-spent');
  });

  it('has every line decided by its own officer, who asks before deciding what does not match (L-27 to L-32)', async () => {
    const officers = ['O1', 'O2', 'O3'];
    for (const officer of officers) {
      const { lines } = Month.parse((await client.as(officer, 'GET', place)).body);
      expect(lines.every(({ officerId }) => officerId === officer)).toBe(true);
      for (const line of lines) {
        const path = `${place}/lines/${line.caseNo}`;
        if (line.proposal.status !== 'MATCH')
          expect(code(await client.as(officer, 'PUT', path, { decision: 'APPROVE' }))).toBe('decision-incomplete');
        const contacts = [{ with: 'customer' }, { with: 'provider' }];
        const faulty =
          line.proposal.status === 'FAULTY'
            ? { faultCode: line.proposal.faults[0], comment: 'Rättades inte i tid.' }
            : {};
        const decided = await client.as(
          officer,
          'PUT',
          path,
          { decision: 'APPROVE', contacts, ...faulty },
          { 'if-match': `"${line.version}"` },
        );
        expect(decided).toMatchObject({ status: 200, body: { charged: line.proposal.charged } });
        const late = await client.as(
          officer,
          'PUT',
          path,
          { decision: 'APPROVE', contacts, ...faulty },
          { 'if-match': `"${line.version}"` },
        );
        expect(code(late)).toBe('stale-version');
      }
    }
  }, 60_000);

  it('refuses the statement until every officer has signed their report (L-33, L-34, A61)', async () => {
    expect(code(await client.as('H1', 'POST', `${place}/statement/intent`, {}))).toBe('reports-missing');
    for (const officer of ['O1', 'O2', 'O3']) expect((await sign(officer, `${place}/report`, {})).status).toBe(201);
    const [first] = Month.parse((await client.as('O1', 'GET', place)).body).lines;
    expect(code(await client.as('O1', 'PUT', `${place}/lines/${first?.caseNo}`, { decision: 'APPROVE' }))).toBe(
      'report-signed',
    );
  });

  it('is stated by the head, to the minute and the öre of the dry run (L-37, L-38)', async () => {
    const expected = Expected.parse(JSON.parse(await readFile(join(fixtures, 'expected.json'), 'utf8')));
    const sent = await sign('H1', `${place}/statement`, { comment: 'Tack för en prydlig redovisning.' });
    expect(sent).toMatchObject({ status: 201, body: { month: { state: 'stated', statement: expected.P1?.total } } });
    remembered.statement = z
      .looseObject({ record: z.looseObject({ recordId: z.string() }) })
      .parse(sent.body).record.recordId;
    expect((await mail())[0]).toMatchObject({
      to: 'p1@utforare1.example',
      subject: 'Månadens sammanställning är klar',
    });
  });

  it('can be verified by anyone against the published keys, and says so when a digit is changed', async () => {
    const read = await client.as('M1', 'GET', `${place}/records/${remembered.statement}`);
    const record = SignedRecord.parse(read.body);
    const keys = z
      .object({ keys: z.array(z.looseObject({ kty: z.string() })) })
      .parse((await client.http('GET', '/.well-known/jwks.json')).body);
    expect(await verifyRecordFile(recordBytes(record), keys)).toMatchObject({
      valid: true,
      trusted: true,
      kind: 'statement',
      chain: 'ok',
    });
    const text = new TextDecoder().decode(recordBytes(record)).replace('"charged":1', '"charged":2');
    expect(await verifyRecordFile(new TextEncoder().encode(text), keys)).toMatchObject({ valid: false });
    expect(await client.http('POST', '/months/records/verification', record)).toMatchObject({
      body: { valid: true, trusted: true },
    });
  });

  it('turns what nobody did in time overdue when the clock is moved, with its reason', async () => {
    await client.http('PUT', '/_local/clock', { now: '2026-11-14T08:00:00+01:00' });
    const tasks = z.looseObject({
      items: z.array(
        z.looseObject({ code: z.string(), state: z.string(), why: z.array(z.looseObject({ rule: z.string() })) }),
      ),
    });
    const { items } = tasks.parse((await client.as('H1', 'GET', '/tasks')).body);
    expect(items.filter(({ state }) => state === 'late').map(({ code: which }) => which)).toEqual(['D13', 'D13']);
    expect(items.find(({ state }) => state === 'late')?.why[0]?.rule).toBe('L-37');
  });

  it('keeps the journal of a case, for its own officer', async () => {
    const rows = z.looseObject({ items: z.array(z.looseObject({ event: z.string() })) });
    const { items } = rows.parse((await client.as('O1', 'GET', '/cases/A-4711/journal')).body);
    const steps = items.map(({ event }) => event).filter((event) => event.startsWith('order-'));
    expect(steps).toEqual(['order-placed', 'order-confirmed', 'order-started']);
    expect((await client.as('O2', 'GET', '/cases/A-4711/journal')).status).toBe(404);
  });

  it('ends cleanly when it is asked to, and has said nothing on standard error', async () => {
    expect(await machine.stop()).toBe(0);
    expect(machine.stderr()).toBe('');
  });
});

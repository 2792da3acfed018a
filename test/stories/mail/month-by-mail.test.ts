import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { aClient, type Reply } from '../support/a-client.ts';
import { aSender } from '../support/a-sender.ts';
import { aFolder, type Started, start } from '../support/a-start.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/leksand-2026-10');
const month = '2026-10';
const place = `/months/${month}/providers/P1`;
const own = 'p1@utforare1.example';

const Total = z.object({ minutes: z.int(), amountOre: z.int() });
const Case = z.looseObject({ caseNo: z.string(), charged: z.int(), status: z.string() });
const Expected = z.looseObject({ P1: z.looseObject({ cases: z.array(Case), total: Total }) });
const Draft = z.looseObject({
  waiting: z
    .looseObject({
      draft: z.looseObject({ time: z.int(), fileStatus: z.string(), errorCount: z.int() }),
      file: z.looseObject({ errors: z.array(z.looseObject({ row: z.int().optional(), code: z.string() })) }),
      run: z.looseObject({ cases: z.array(Case), total: Total }).optional(),
    })
    .optional(),
});
const Line = z.looseObject({
  caseNo: z.string(),
  version: z.int(),
  proposal: z.looseObject({ status: z.string(), faults: z.array(z.string()) }),
});
const Month = z.looseObject({ lines: z.array(Line) });
const Mail = z.array(z.object({ to: z.string(), subject: z.string(), text: z.string() }));

const rowsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:Tidsrapporten|Avvikelseblanketten), rad (\d+)/gm)].map(([, row = '']) => row);

/** A whole month of a provider that uses nothing but its mail program, and the portal to sign (A59; L-22 to L-38). */
describe('a month by mail', () => {
  let machine: Started;
  let folder: Awaited<ReturnType<typeof aFolder>>;
  const client = aClient(() => machine.base);
  const sender = aSender(() => machine, client);
  let report: string;
  let form: string;
  let replyTo: string;

  beforeAll(async () => {
    folder = await aFolder();
    machine = await start(folder.folder);
    await sender.publish('utforare1.example');
    report = await readFile(join(fixtures, 'P1-report.csv'), 'utf8');
    form = await readFile(join(fixtures, 'P1-deviations.csv'), 'utf8');
    await client.http('PUT', '/_local/clock', { now: '2026-11-02T08:30:00+01:00' });
  }, 60_000);
  afterAll(async () => {
    const ended = await machine.stop();
    await folder.remove();
    expect([ended, machine.stderr()]).toEqual([0, '']);
  });

  const letters = async () => Mail.parse((await client.http('GET', '/_local/mail')).body);
  const draft = async () => Draft.parse((await client.as('M1', 'GET', `/months/${month}/draft`)).body).waiting;
  const send = (attachments: readonly [string, string][], more: { signed?: boolean; text?: string } = {}) =>
    sender.send({
      ...{ from: own, to: replyTo, subject: 'Sv: Månadens redovisning', signed: true, text: 'Här kommer filerna.' },
      ...more,
      attachments: attachments.map(([filename, content]) => ({ filename, content })),
    });
  const both = (): readonly [string, string][] => [
    ['tid oktober.csv', report],
    ['avvikelser.csv', form],
  ];
  async function sign(user: string, path: string, wish: unknown): Promise<Reply> {
    const shown = await client.as(user, 'POST', `${path}/intent`, wish);
    const { intentId } = z.looseObject({ intentId: z.string() }).parse(shown.body);
    return client.as(user, 'POST', path, { intentId }, { 'x-sign-in': await client.signIn(user, 0, intentId) });
  }

  it('is reminded of by a letter that may be answered (N13)', async () => {
    const reminder = await sender.letter('ska snart lämnas in');
    expect(reminder.to).toBe(own);
    ({ replyTo } = reminder);
  });

  it('unsigned nothing is taken: it waits for somebody to judge it', async () => {
    expect((await sender.fate(await send(both(), { signed: false }))).state).toBe('quarantined');
    expect(await draft()).toBeUndefined();
  });

  it('a file with bad rows is read, and its receipt names each of them, and nothing of what they say', async () => {
    const lines = report.split('\n');
    const spoilt = lines.map((line, index) => {
      if (index === 3) return line.replace(/;2026-10-\d\d;/, ';2026-10-99;');
      return index === 7 ? line.replace(/;UTFÖRD.*/, ';HEMLIG') : line;
    });
    expect(
      (
        await sender.fate(
          await send([
            ['tid.csv', spoilt.join('\n')],
            ['a.csv', form],
          ]),
        )
      ).state,
    ).toBe('acted');
    const waits = await draft();
    const bad = (waits?.file.errors ?? []).flatMap(({ row }) => row ?? []);
    expect(bad).toEqual(expect.arrayContaining([4, 8]));
    const receipt = (await letters()).find(({ to, subject }) => to === own && subject.includes('behöver rättas'));
    expect(rowsOf(receipt?.text ?? '')).toEqual(bad.map(String));
    for (const said of ['2026-10-99', 'HEMLIG', 'A-1', 'SJUKHUS', 'AVLIDEN']) expect(receipt?.text).not.toContain(said);
  });

  it('the corrected file alone takes its place, and all of it is as check says', async () => {
    expect((await sender.fate(await send([['tid.csv', report]], { text: 'Rättad.' }))).state).toBe('acted');
    const expected = Expected.parse(JSON.parse(await readFile(join(fixtures, 'expected.json'), 'utf8'))).P1;
    const waits = await draft();
    expect(waits?.draft).toMatchObject({ time: 2, fileStatus: 'COMPLETE', errorCount: 0 });
    expect(waits?.run?.total).toEqual(expected.total);
    const figures = (some: readonly z.infer<typeof Case>[]) =>
      some.map(({ caseNo, charged, status }) => ({ caseNo, charged, status }));
    expect(figures(waits?.run?.cases ?? [])).toEqual(figures(expected.cases));
    const checked = await client.as('K1', 'POST', `/months/${month}/check`, {
      report: { text: report },
      deviations: { text: form },
    });
    expect(waits?.run).toEqual(checked.body);
  });

  it('nothing is handed in until the manager signs: from the letter’s link, and received then', async () => {
    const letter = (await letters()).find(({ subject }) => subject.includes('väntar på underskrift'));
    expect(letter?.text).toContain(`/#/manad/${month}`);
    await client.http('PUT', '/_local/clock', { now: '2026-11-02T16:00:00+01:00' });
    expect((await client.as('H1', 'GET', place)).body).toMatchObject({ month: { state: 'open' } });
    const signed = await sign('M1', `/months/${month}/submissions`, { draft: true });
    expect(signed).toMatchObject({
      status: 201,
      body: {
        submission: {
          by: 'M1',
          late: false,
          fileStatus: 'COMPLETE',
          receivedAt: expect.stringMatching(/^2026-11-02T15:0\d:/),
        },
      },
    });
    expect(await draft()).toBeUndefined();
  });

  it('is decided, reported and stated as any other, to the minute and the öre of check (L-27 to L-38)', async () => {
    for (const officer of ['O1', 'O2', 'O3']) {
      const { lines } = Month.parse((await client.as(officer, 'GET', place)).body);
      for (const { caseNo, version, proposal } of lines) {
        const faulty = proposal.status === 'FAULTY' ? { faultCode: proposal.faults[0], comment: 'Inte rättat.' } : {};
        const contacts = [{ with: 'customer' }, { with: 'provider' }];
        const decision = { decision: 'APPROVE', contacts, ...faulty };
        const path = `${place}/lines/${caseNo}`;
        expect((await client.as(officer, 'PUT', path, decision, { 'if-match': `"${version}"` })).status).toBe(200);
      }
      expect((await sign(officer, `${place}/report`, {})).status).toBe(201);
    }
    const expected = Expected.parse(JSON.parse(await readFile(join(fixtures, 'expected.json'), 'utf8'))).P1;
    const sent = await sign('H1', `${place}/statement`, {});
    expect(sent).toMatchObject({ status: 201, body: { month: { state: 'stated', statement: expected.total } } });
    const [told] = await letters();
    expect(told).toMatchObject({ to: own, subject: 'Månadens sammanställning är klar' });
  }, 60_000);

  it('what comes after the statement is filed when it is signed, and what was stated stands (After the close)', async () => {
    const files: [string, string][] = [
      ['tid.csv', `${report}\n`],
      ['a.csv', form],
    ];
    expect((await sender.fate(await send(files, { text: 'Rättade filer.' }))).state).toBe('acted');
    const before = (await client.as('H1', 'GET', place)).body;
    const signed = await sign('M1', `/months/${month}/submissions`, { draft: true });
    expect(signed).toMatchObject({ status: 201, body: { filed: expect.anything() } });
    const { statement } = z
      .looseObject({ month: z.looseObject({ statement: Total }) })
      .parse((await client.as('H1', 'GET', place)).body).month;
    expect(before).toMatchObject({ month: { state: 'stated', statement } });
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { odsOf, xlsxOf } from '../../support/workbooks.ts';
import { aClient } from '../support/a-client.ts';
import { aMonthStory } from '../support/a-month-story.ts';
import { aSender } from '../support/a-sender.ts';
import { aFolder, type Started, start } from '../support/a-start.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/leksand-2026-10');
const month = '2026-10';
const place = `/months/${month}/providers/P2`;
const own = 'p2@utforare2.example';

const Total = z.object({ minutes: z.int(), amountOre: z.int() });
const Expected = z.looseObject({ P2: z.looseObject({ total: Total }) });
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ods = 'application/vnd.oasis.opendocument.spreadsheet';

const cellsOf = (text: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split(';'));

type Story = { machine: () => Started; client: ReturnType<typeof aClient> };
type Files = { readonly report: Buffer; readonly deviations: Buffer };

/** The same month on each road that a private provider may take (L-22 to L-25; one submission whatever the way). */
const ways: Readonly<Record<string, (files: Files, on: Story) => Promise<unknown>>> = {
  'uploaded files': async ({ report, deviations }, { machine, client }) => {
    const { upload } = aMonthStory(machine, client);
    return {
      report: { documentId: await upload('M2', report, 'text/csv') },
      deviations: { documentId: await upload('M2', deviations, 'text/csv') },
    };
  },
  'rows in the request': async ({ report, deviations }) => ({
    report: { base64: report.toString('base64') },
    deviations: { base64: deviations.toString('base64') },
  }),
  'a workbook of both sheets': async (files, { machine, client }) => {
    const { upload } = aMonthStory(machine, client);
    const documentId = await upload('M2', await xlsxOf(sheetsOf(files)), xlsx);
    return { report: { documentId }, deviations: { documentId } };
  },
  'an open workbook': async (files, { machine, client }) => {
    const { upload } = aMonthStory(machine, client);
    const documentId = await upload('M2', await odsOf(sheetsOf(files)), ods);
    return { report: { documentId }, deviations: { documentId } };
  },
  'mail, and the draft that waits': async ({ report, deviations }, { machine, client }) => {
    const sender = aSender(machine, client);
    await sender.publish('utforare2.example');
    const { replyTo } = await sender.letter('ska snart lämnas in', own);
    const id = await sender.send({
      ...{ from: own, to: replyTo, subject: 'Sv: Månadens redovisning', signed: true, text: 'Här kommer filerna.' },
      attachments: [
        { filename: 'tid.csv', content: report },
        { filename: 'avvikelser.csv', content: deviations },
      ],
    });
    expect((await sender.fate(id)).state).toBe('acted');
    return { draft: true };
  },
};

const sheetsOf = ({ report, deviations }: Files) =>
  (
    [
      ['Tidsrapport', report],
      ['Avvikelser', deviations],
    ] as const
  ).map(([name, bytes]) => ({ name, rows: cellsOf(new TextDecoder('windows-1252').decode(bytes)) }));

describe.each(Object.keys(ways))('a month handed in by %s', (way) => {
  let machine: Started;
  let folder: Awaited<ReturnType<typeof aFolder>>;
  const client = aClient(() => machine.base);
  const story = aMonthStory(() => machine, client);
  let expected: z.infer<typeof Total>;

  beforeAll(async () => {
    folder = await aFolder();
    machine = await start(folder.folder, 0, 0, ['--empty']);
    const file = JSON.parse(await readFile(join(fixtures, 'cases.json'), 'utf8'));
    await story.at('2026-10-01T08:00:00+02:00');
    const body = { pack: 'leksand', invoiceAddress: 'Fakturaenheten, Box 1, 793 00 Exempelby', file };
    const read = await client.as('admin', 'PUT', '/settings/municipality', body);
    expect(read.status, JSON.stringify(read.body)).toBe(200);
    expected = Expected.parse(JSON.parse(await readFile(join(fixtures, 'expected.json'), 'utf8'))).P2.total;
  }, 60_000);
  afterAll(async () => {
    const ended = await machine.stop();
    await folder.remove();
    expect([ended, machine.stderr()]).toEqual([0, '']);
  });

  it('is the same submission, signed for by the manager (L-22 to L-25)', async () => {
    await story.at('2026-11-02T08:30:00+01:00');
    const files = {
      report: await readFile(join(fixtures, 'P2-report.csv')),
      deviations: await readFile(join(fixtures, 'P2-deviations.csv')),
    };
    const wish = await ways[way]?.(files, { machine: () => machine, client });
    const signed = await story.sign('M2', `/months/${month}/submissions`, wish);
    expect(signed).toMatchObject({ status: 201, body: { submission: { by: 'M2', late: false } } });
  }, 60_000);

  it('is decided, reported and stated to the minute and the öre (L-27 to L-38)', async () => {
    await story.at('2026-11-06T08:00:00+01:00');
    const officers = ['O1', 'O2', 'O3'];
    await story.decide(place, officers);
    for (const officer of officers) expect((await story.sign(officer, `${place}/report`, {})).status).toBe(201);
    await story.at('2026-11-10T08:00:00+01:00');
    const sent = await story.sign('H1', `${place}/statement`, {});
    expect(sent).toMatchObject({ status: 201, body: { month: { state: 'stated', statement: expected } } });
  }, 60_000);
});

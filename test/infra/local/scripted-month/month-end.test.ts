import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aReport, type Visit } from '../../../support/a-report.ts';

const root = mkdtempSync(join(tmpdir(), 'utfort-month-end-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder: string;
let made = 0;

const provider = (id: string, number: number) => ({
  ...{
    id,
    number,
    name: `Omsorg ${number} AB`,
    kind: 'private',
    email: `${id.toLowerCase()}@utforare${number}.example`,
  },
});
const ofP = (caseNo: string, providerId: string, minutes: number) => ({
  ...{ caseNo, providerId, officerId: 'O1', from: '2026-01-01', to: null },
  services: [{ code: 'OMV', minutesPerMonth: minutes }],
});
const municipality = {
  ...{ municipality: 'Exempelkommun', month: '2026-10', rates: [{ validFrom: '2026-01-01', orePerHour: 40_000 }] },
  providers: [provider('P1', 1), provider('P2', 2)],
  officers: [{ id: 'O1', name: 'Handläggare 1', email: 'o1@kommun.example' }],
  people: [
    { id: 'H1', role: 'head', name: 'Myndighetschef Prov', email: 'h1@kommun.example' },
    { id: 'M1', role: 'provider-manager', providerId: 'P1', name: 'Enhetschef 1' },
    { id: 'M2', role: 'provider-manager', providerId: 'P2', name: 'Enhetschef 2' },
  ],
  cases: [ofP('A-1', 'P1', 600), ofP('B-1', 'P2', 310)],
};
const visits: Readonly<Record<string, readonly Visit[]>> = { 'A-1': [[1, 240]] };
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const out = () => join(folder, 'out');
const month = (): Promise<{ code: unknown; out: string; err: string }> =>
  new Promise((resolve) => {
    const args = ['infra/local/utfort.ts', 'month', '--pack', 'leksand', '--in', folder, '--out', out()];
    execFile(process.execPath, args, (error, said, err) => resolve({ code: error ? error.code : 0, out: said, err }));
  });
const contentOf = (name: string) => JSON.parse(readFileSync(join(out(), name), 'utf8')).payload.content;
const letters = () => readdirSync(join(out(), 'mail')).map((name) => readFileSync(join(out(), 'mail', name), 'utf8'));
const journal = () =>
  readFileSync(join(out(), 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): { at: string; event: string; refs: Record<string, unknown> } => JSON.parse(line));

beforeEach(() => {
  folder = join(root, String(++made));
  mkdirSync(folder);
  put('cases.json', JSON.stringify({ ...municipality, cases: municipality.cases.slice(0, 1) }));
  const { report, deviations } = aReport(visits, { wrongSums: { 'A-1': 241 } });
  put('P1-report.csv', report.text);
  put('P1-deviations.csv', deviations.text);
});

describe('the month by its script', () => {
  it('hands in a corrected file on the third working day, and states what it says', async () => {
    put('P1-report.2.csv', aReport(visits).report.text);
    const done = await month();
    expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(done.out).providers).toEqual([{ id: 'P1', minutes: 240, amountOre: 160_000 }]);
    const handedIn = journal().filter(({ event }) => event === 'month-submitted');
    expect(handedIn.map(({ at, refs }) => `${at.slice(0, 10)} ${refs.fileStatus}`)).toEqual([
      '2026-11-02 INCOMPLETE',
      '2026-11-04 COMPLETE',
    ]);
    expect(readdirSync(out())).toEqual(expect.arrayContaining(['submission-P1.json', 'submission-P1-2.json']));
  }, 60_000);

  it('uncorrected it is asked about and charged as granted, when its day is over (A30, N17)', async () => {
    const done = await month();
    expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(done.out).providers).toEqual([{ id: 'P1', minutes: 600, amountOre: 400_000 }]);
    const reminded = journal().filter(({ refs }) => refs.code === 'D42');
    expect(reminded.map(({ at, event }) => `${at.slice(0, 10)} ${event}`)).toEqual([
      '2026-11-05 deadline-reminded',
      '2026-11-05 deadline-overdue',
    ]);
    expect(letters().filter((text) => text.includes('har fel som'))).toHaveLength(3);
    expect(contentOf('statement-P1.json').lines).toMatchObject([{ faultCode: 'WRONG_SUM', charged: 600 }]);
  }, 60_000);

  it('closes the month of a provider without files on the sixth working day, and states it (A81)', async () => {
    put('cases.json', JSON.stringify(municipality));
    const done = await month();
    expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(done.out).providers).toEqual([
      { id: 'P1', minutes: 600, amountOre: 400_000 },
      { id: 'P2', minutes: 310, amountOre: 206_667 },
    ]);
    const closed = journal().filter(({ event }) => event === 'month-closed');
    expect(closed.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-09']);
    expect(contentOf('statement-P2.json').lines).toMatchObject([{ faultCode: 'NOT_HANDED_IN', charged: 310 }]);
    expect(readdirSync(out())).toContain('report-O1-P2.json');
  }, 60_000);

  it('refuses one file of two, by its name', async () => {
    rmSync(join(folder, 'P1-deviations.csv'));
    const { code, err } = await month();
    expect(code).toBe(2);
    expect(err).toContain('P1-deviations.csv: filen finns inte');
  }, 60_000);
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { amountOre } from '../../../../functions/months/money.ts';
import type { Visit } from '../../../support/a-report.ts';
import { type AMonth, aCase, putMonths, runUtfort } from '../../../support/month-folders.ts';

const root = mkdtempSync(join(tmpdir(), 'utfort-months-test-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder = '';
let made = 0;
beforeEach(() => {
  folder = join(root, String(++made));
  mkdirSync(folder);
});
const out = () => join(folder, 'out');
const months = () => runUtfort('months', '--pack', 'leksand', '--in', folder, '--out', out());
const contentOf = (month: string, name: string) =>
  JSON.parse(readFileSync(join(out(), month, name), 'utf8')).payload.content;

/** 5 025 minutes, of which 35 are on the day after the day after the death. */
const visits: readonly Visit[] = [...Array.from({ length: 22 }, (_, day): Visit => [day + 1, 226]), [28, 18], [30, 35]];
const october: AMonth = { cases: [aCase('A-1', 6_000)], visits: { P1: { 'A-1': visits } } };
const death = { at: '2026-11-20T10:00:00+01:00', caseNo: 'A-1', known: { kind: 'DEATH', on: '2026-10-28' } };
const november = (minutes: number, later: unknown = [death]): AMonth => ({
  cases: [aCase('A-2', 6_000)],
  visits: { P1: { 'A-2': [[3, minutes]] } },
  later,
});

describe('the example of the contract', () => {
  it('a late death takes 35 minutes of 5 025: −22 605, and 977 395 to invoice', async () => {
    const visit = (minutes: number): Visit[] => [1, 2, 3, 4, 5].map((day) => [day, minutes / 5]);
    putMonths(folder, { '2026-10': october, '2026-11': { ...november(1500), visits: { P1: { 'A-2': visit(1500) } } } });
    const done = await months();
    expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: '' });
    const nothing = { adjustmentsOre: 0, broughtForwardOre: 0, carriedForwardOre: 0 };
    expect(JSON.parse(done.out)).toEqual({
      months: [
        { month: '2026-10', provider: 'P1', amountOre: 3_245_313, toInvoiceOre: 3_245_313, ...nothing },
        {
          ...{ month: '2026-11', provider: 'P1', amountOre: 1_000_000, adjustmentsOre: -22_605 },
          ...{ broughtForwardOre: 0, toInvoiceOre: 977_395, carriedForwardOre: 0 },
        },
      ],
    });
    const [row] = contentOf('2026-11', 'statement-P1.json').adjustments;
    expect(row).toMatchObject({ number: '2026-10/P1/J1', caseNo: 'A-1', minutes: -35, orePerHour: 38_750 });
    expect(readdirSync(join(out(), '2026-10'))).toEqual(
      expect.arrayContaining(['fees-2026-10.csv', 'journal.jsonl', 'keys.json', 'mail', 'statement-P1.pdf']),
    );
  }, 60_000);

  it('of 20 000 nothing is to invoice, and −2 605 is carried and brought forward', async () => {
    putMonths(folder, {
      '2026-10': october,
      '2026-11': { ...november(30), visits: { P1: { 'A-2': [[3, 30]] } } },
      '2026-12': { ...november(0, []), visits: { P1: { 'A-2': [[3, 30]] } } },
    });
    const done = await months();
    expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(done.out).months.slice(1)).toEqual([
      {
        ...{ month: '2026-11', provider: 'P1', amountOre: 20_000, adjustmentsOre: -22_605 },
        ...{ broughtForwardOre: 0, toInvoiceOre: 0, carriedForwardOre: -2_605 },
      },
      {
        ...{ month: '2026-12', provider: 'P1', amountOre: 20_000, adjustmentsOre: 0 },
        ...{ broughtForwardOre: -2_605, toInvoiceOre: 17_395, carriedForwardOre: 0 },
      },
    ]);
    expect(amountOre(5_025 - 35, 38_750) + 40_000).toBe(3_245_313 + 17_395);
  }, 60_000);
});

describe('is refused with everything wrong named, and nothing is written', () => {
  const refused = async (lines: readonly (string | RegExp)[]) => {
    const done = await months();
    expect({ code: done.code, out: done.out }).toEqual({ code: 2, out: '' });
    for (const line of lines) expect(done.err).toMatch(line);
    expect(done.err.trim().split('\n')).toHaveLength(lines.length);
    expect(existsSync(out())).toBe(false);
  };

  it('what a later.json tells wrong', async () => {
    const told = [
      { ...death, caseNo: 'A-9' },
      { at: '2026-11-20T10:00:00+01:00', undo: 70 },
      { at: '2026-11-05T10:00:00+01:00', caseNo: 'A-1', known: { kind: 'DEATH', on: '2026-10-20' } },
      { at: '2026-11-21T10:00:00+01:00', provider: 'P1', report: 'x.csv', deviations: 'y.csv' },
      { at: '2026-11-21T10:00:00+01:00', caseNo: 'A-1', known: { kind: 'DEATH', on: '2026-11-20' } },
      death,
      { at: '2026-11-22T10:00:00+01:00', undo: 5 },
      { at: '2026-11-23T10:00:00+01:00', undo: 5 },
      { at: '2026-11-23T10:00:00+01:00', undo: 6 },
      { at: '2026-11-19T10:00:00+01:00', undo: 5 },
    ];
    putMonths(folder, { '2026-10': october, '2026-11': november(300, told) });
    await refused([
      /later\.json\[0\]\.caseNo: ärendet finns inte/,
      /later\.json\[1\]\.undo: det finns ingen uppgift 70/,
      /later\.json\[2\]\.at: ingen månad som det gäller är sammanställd då/,
      /later\.json\[3\]\.report: x\.csv finns inte/,
      /later\.json\[3\]\.deviations: y\.csv finns inte/,
      /later\.json\[4\]\.at: ingen månad/,
      /later\.json\[7\]\.undo: det är redan ångrat/,
      /later\.json\[8\]\.undo: det är själv ett ångrande/,
      /later\.json\[9\]\.undo: det är inte berättat än/,
    ]);
  });

  it('what cannot be read of it', async () => {
    const told = [{ caseNo: 'A-1', known: { kind: 'BIRTH' } }, { at: '2026-11-20' }, { at: 'igår', undo: -1, x: 1 }];
    putMonths(folder, { '2026-10': october, '2026-11': november(300, told) });
    await refused([
      /later\.json\[0\]\.at: /,
      /later\.json\[0\]\.known\.kind: /,
      /later\.json\[1\]: known, services, report eller undo/,
      /later\.json\[2\]\.at: /,
      /later\.json\[2\]\.undo: /,
      /later\.json\[2\]\.x: /,
    ]);
  });

  it('months that are missing, misnamed, misplaced, or without their files', async () => {
    putMonths(folder, { '2026-08': october, '2026-10': october, '2026-1': november(300) });
    await refused([/2026-1: mappens namn är ingen månad/, /2026-09: månaden fattas/]);
    rmSync(join(folder, '2026-1'), { recursive: true });
    rmSync(join(folder, '2026-08'), { recursive: true });
    putMonths(folder, { '2026-11': november(300) });
    rmSync(join(folder, '2026-11', 'P1-deviations.csv'));
    writeFileSync(join(folder, '2026-10', 'cases.json'), readFileSync(join(folder, '2026-11', 'cases.json')));
    writeFileSync(join(folder, '2026-11', 'later.json'), '{');
    await refused([
      /2026-10.cases\.json: gäller 2026-11, inte 2026-10/,
      /2026-11.P1-deviations\.csv: filen finns inte/,
      /2026-11.later\.json: inte giltig JSON/,
    ]);
  });

  it('months that contradict each other in what a stated month is judged by', async () => {
    const rates = [
      { validFrom: '2026-01-01', orePerHour: 38_751 },
      { validFrom: '2026-11-01', orePerHour: 40_000 },
    ];
    const around = { rates };
    putMonths(folder, { '2026-10': october, '2026-11': { ...november(300), around } });
    await refused([/2026-10.cases\.json: timersättningen för P1/, /2026-10.cases\.json: timersättningen för P2/]);
  });

  it('a fact that no later month of the folder can take up', async () => {
    putMonths(folder, {
      '2026-10': october,
      '2026-11': november(300, [{ ...death, at: '2026-12-20T10:00:00+01:00' }]),
    });
    await refused([/2026-10\/P1\/J1: ingen senare månad/]);
  }, 60_000);

  it('no months at all', async () => {
    await refused([/ingen mapp med en månads namn/]);
  });
});

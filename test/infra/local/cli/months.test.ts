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

describe('a provider that has ended', () => {
  it('is settled by the head, in its last month’s folder, and the claim is a sum to invoice below zero', async () => {
    const ended = { ...october, cases: [aCase('A-1', 6_000, { to: '2026-10-31' })] };
    const other = {
      cases: [aCase('A-2', 6_000, { providerId: 'P2' })],
      visits: { P2: { 'A-2': [[3, 60]] as Visit[] } },
    };
    putMonths(folder, { '2026-10': ended, '2026-11': { ...other, later: [death] } });
    const done = await months();
    expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: '' });
    const { months: rows } = JSON.parse(done.out);
    const ofP1 = rows.filter(({ provider }: { provider: string }) => provider === 'P1');
    expect(ofP1[1]).toEqual({
      ...{ month: '2026-10', provider: 'P1', kind: 'settlement', amountOre: 0, adjustmentsOre: -22_605 },
      ...{ broughtForwardOre: 0, toInvoiceOre: -22_605, carriedForwardOre: 0, claimOre: 22_605 },
    });
    const paid = ofP1.reduce((sum: number, { toInvoiceOre }: { toInvoiceOre: number }) => sum + toInvoiceOre, 0);
    expect(paid).toBe(amountOre(5_025 - 35, 38_750));
    expect(contentOf('2026-10', 'settlement-P1.json')).toMatchObject({
      ...{ lines: [], toInvoiceOre: 0, carriedForwardOre: 0, claimOre: 22_605 },
      adjustments: [{ number: '2026-10/P1/J1', minutes: -35, amountOre: -22_605, reason: 'DEATH' }],
    });
    const file = join(out(), '2026-10', 'settlement-P1.json');
    const verdict = await runUtfort('verify', file, '--keys', join(out(), '2026-10', 'keys.json'));
    expect(JSON.parse(verdict.out)).toMatchObject({ valid: true, trusted: true, kind: 'settlement' });
    expect(
      readFileSync(join(out(), '2026-10', 'settlement-P1.pdf'))
        .subarray(0, 4)
        .toString(),
    ).toBe('%PDF');
    expect(readFileSync(join(out(), '2026-10', 'journal.jsonl'), 'utf8')).toContain('"settlement-sent"');
    const mail = readdirSync(join(out(), '2026-10', 'mail'));
    const letters = mail.map((name) => readFileSync(join(out(), '2026-10', 'mail', name), 'utf8'));
    expect(letters.some((text) => /^To:.*p1@/m.test(text) && /^Date: .*Dec 2026/m.test(text))).toBe(true);
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

  it('a corrected file without a first, and a file that is nobody’s; but one that later.json names is its own', async () => {
    const later = { at: '2026-11-20T10:00:00+01:00', provider: 'P1', report: 'rättad-report.csv', deviations: 'd.csv' };
    putMonths(folder, { '2026-10': october, '2026-11': november(300, [later]) });
    for (const name of ['P2-report.2.csv', 'P9-report.csv', 'p1-Report.csv', 'P1-deviations.3.csv'])
      writeFileSync(join(folder, '2026-10', name), '');
    for (const name of ['rättad-report.csv', 'd.csv'])
      writeFileSync(
        join(folder, '2026-11', name),
        readFileSync(join(folder, '2026-10', `P1-${name === 'd.csv' ? 'deviations' : 'report'}.csv`)),
      );
    await refused([
      /2026-10.P2-report\.2\.csv: en rättad fil, men den första finns inte/,
      /2026-10.P1-deviations\.3\.csv: heter som en utförares fil, men är ingen/,
      /2026-10.P9-report\.csv: heter som en utförares fil/,
      /2026-10.p1-Report\.csv: heter som en utförares fil/,
    ]);
  });

  it('no months at all', async () => {
    await refused([/ingen mapp med en månads namn/]);
  });
});

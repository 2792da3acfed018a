import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../functions/months/dry-run/byte-source.ts';
import { dryRun } from '../../../../functions/months/dry-run/dry-run.ts';
import { rateInForce } from '../../../../functions/months/dry-run/rates.ts';
import { readMunicipalityFile } from '../../../../functions/settings/reading-in/municipality-file.ts';
import {
  type AMonth,
  aCase,
  errorsOf,
  formHeader,
  inputOf,
  judged,
  judgedCase,
  reportHeader,
} from '../../../support/a-month.ts';

const fixtures = new URL('../../../fixtures/', import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(new URL(path, fixtures), 'utf8'));
const bytes = (path: string) => bytesSource(readFileSync(new URL(path, fixtures)));

async function fixture(providerId: string, folder = 'leksand-2026-10') {
  const file = readMunicipalityFile(json('leksand-2026-10/cases.json'));
  if (!file.ok) throw new Error('bad cases.json');
  const { month, rates, providers, cases } = file.value;
  const provider = providers.find(({ id }) => id === providerId);
  if (!provider) throw new Error('no such provider');
  const answer = await dryRun({
    ...inputOf({}),
    month,
    provider,
    cases: cases.filter((one) => one.providerId === providerId),
    orePerHour: rateInForce(rates, month, provider.kind)?.orePerHour ?? 0,
    report: bytes(`${folder}/${providerId}-report.csv`),
    deviations: bytes(`${folder}/${providerId}-deviations.csv`),
  });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

describe('a whole month at three providers', () => {
  it.each(['P1', 'P2', 'P3'])('%s comes to the expected figures', async (providerId) => {
    const expected = json('leksand-2026-10/expected.json')[providerId];
    const { file, cases, total, provider } = await fixture(providerId);
    const figures = cases.map(({ trail, faults, warnings, ...rest }) => rest);
    const codes = [...new Set(file.errors.map(({ code }) => code))];
    expect({ provider, file: { status: file.status, codes }, cases: figures, total }).toEqual(expected);
  });

  it('names every bad row once, by its first fault, in one pass', async () => {
    const { file } = await fixture('P1', 'bad-input');
    expect(file.errors.map(({ row, code }) => ({ row, code }))).toEqual(json('bad-input/expected-errors.json'));
  });
});

const visit = 'A-1;OMV;2026-10-01;08:00;08:45;45;45;UTFÖRD';
const other = 'A-1;OMV;2026-10-02;08:00;09:00;45;60;UTFÖRD';
const sum = (of: string, ordered: number, performed: number) => `${of};SUMMA;;;;${ordered};${performed};`;

describe('an external provider sums its rows before handing in (L-24)', () => {
  const kind = 'private';
  it.each<[string, string[], string[]]>([
    ['right sums', [visit, sum('A-1', 45, 45), sum('TOTALT', 45, 45)], []],
    ['a sum before its rows', [sum('TOTALT', 45, 45), sum('A-1', 45, 45), visit], []],
    ['a sum row without its last column', [visit, 'A-1;SUMMA;;;;45;45', sum('TOTALT', 45, 45)], []],
    [
      'a wrong sum of ordered minutes',
      [visit, sum('A-1', 46, 45), sum('TOTALT', 45, 45)],
      ['3 Beställda minuter WRONG_SUM'],
    ],
    [
      'a wrong sum of performed minutes',
      [visit, sum('A-1', 45, 46), sum('TOTALT', 45, 45)],
      ['3 Utförda minuter WRONG_SUM'],
    ],
    ['no sum', [visit, sum('TOTALT', 45, 45)], ['MISSING_SUM']],
    ['no total', [visit, sum('A-1', 45, 45)], ['MISSING_TOTAL']],
    ['a wrong total', [visit, sum('A-1', 45, 45), sum('TOTALT', 45, 44)], ['4 Utförda minuter WRONG_TOTAL']],
    [
      'a second sum',
      [visit, sum('A-1', 45, 45), sum('A-1', 1, 1), sum('TOTALT', 45, 45)],
      ['4 Ärendenummer SECOND_SUM'],
    ],
    [
      'a second total',
      [visit, sum('A-1', 45, 45), sum('TOTALT', 45, 45), sum('TOTALT', 1, 1)],
      ['5 Ärendenummer SECOND_SUM'],
    ],
    ['no rows at all', [], ['MISSING_TOTAL']],
    ['a sum alone', [sum('A-1', 0, 0), sum('TOTALT', 0, 0)], []],
    [
      'an unreadable row: its case’s sums and the total are not judged',
      [visit, other.replace('UTFÖRD', 'KLAR'), sum('A-1', 9, 9), sum('TOTALT', 9, 9)],
      ['3 Status BAD_STATUS'],
    ],
    [
      'an unreadable sum row',
      [visit, sum('A-1', 45, 45).replace(';45;45', ';45;x'), sum('TOTALT', 9, 9)],
      ['3 Utförda minuter BAD_NUMBER'],
    ],
    [
      'a sum row that ends before its sums',
      [visit, 'A-1;SUMMA;;;;45', sum('TOTALT', 9, 9)],
      ['3 Utförda minuter BAD_COLUMNS'],
    ],
    [
      'a row of an unknown case that is otherwise readable counts in the total',
      [visit, other.replace('A-1', 'A-9'), sum('A-1', 45, 45), sum('TOTALT', 90, 105)],
      ['3 Ärendenummer UNKNOWN_CASE'],
    ],
    [
      'a row of an unknown case that is not readable either keeps the total from being judged',
      [visit, other.replace('A-1', 'A-9').replace('60', 'x'), sum('A-1', 45, 45), sum('TOTALT', 1, 1)],
      ['3 Ärendenummer UNKNOWN_CASE'],
    ],
    [
      'a sum of an unknown case',
      [visit, sum('A-9', 1, 1), sum('A-1', 45, 45), sum('TOTALT', 45, 45)],
      ['3 Ärendenummer UNKNOWN_CASE'],
    ],
  ])('%s', async (_what, rows, errors) => {
    expect(await errorsOf({ rows, kind })).toEqual(errors);
  });

  it('reads only case and sums in a sum row', async () => {
    const report = [
      reportHeader,
      `2026-10;P1;${visit}`,
      '2025-01;P9;A-1;SUMMA;x;y;z;45;45;q;r',
      ';;TOTALT;SUMMA;;;;45;45',
    ].join('\n');
    expect(await errorsOf({ raw: { report }, kind })).toEqual([]);
  });

  it('takes a second sum as an error of the file that changes no case', async () => {
    const rows = [visit, sum('A-1', 45, 45), sum('A-1', 1, 1), sum('TOTALT', 45, 45)];
    expect(await judgedCase({ rows, kind })).toMatchObject({ status: 'MATCH', charged: 45, faults: [] });
  });
});

describe('a municipal provider may sum (A51)', () => {
  it.each<[string, string[], string[], string[]]>([
    ['no sums', [visit], [], []],
    ['a wrong sum', [visit, sum('A-1', 1, 1)], ['WRONG_SUM'], ['WRONG_SUM']],
    ['a second sum', [visit, sum('A-1', 45, 45), sum('A-1', 45, 45)], ['SECOND_SUM'], ['SECOND_SUM']],
    ['an unreadable sum', [visit, sum('A-1', 45, 45).replace('45;45', 'x;45')], ['BAD_NUMBER'], ['BAD_NUMBER']],
    ['a sum of an unknown case', [visit, sum('A-9', 45, 45)], ['UNKNOWN_CASE'], []],
    ['a wrong total', [visit, sum('TOTALT', 1, 1)], ['WRONG_TOTAL'], []],
  ])('%s is a warning, never a fault', async (_what, rows, ofFile, ofCase) => {
    const { file, cases } = await judged({ rows });
    expect(file).toMatchObject({ status: 'COMPLETE', errors: [] });
    expect(file.warnings.map(({ code }) => code)).toEqual(ofFile);
    expect(cases[0]).toMatchObject({ status: 'MATCH', charged: 45, faults: [], warnings: ofCase });
  });
});

describe('what a case is charged', () => {
  const wrong = other.replace('45;60', '45;50');
  it.each<[string, AMonth, object]>([
    [
      'a case without any row: nothing',
      { rows: [] },
      { status: 'MISMATCH', granted: 2520, charged: 0, submitted: 0, unpaid: {} },
    ],
    ['a case with rows, all paid', { rows: [visit] }, { status: 'MATCH', charged: 45, submitted: 45 }],
    [
      'never more than granted',
      { rows: [visit], cases: [aCase({ services: [{ code: 'OMV', minutesPerMonth: 40 }] })] },
      { status: 'MISMATCH', charged: 40, topUp: 0, unpaid: { OVER_GRANTED: 5 } },
    ],
    [
      'a faulty case: granted (L-44)',
      { rows: [wrong] },
      { status: 'FAULTY', charged: 2520, topUp: 2470, unpaid: {}, faults: ['WRONG_MINUTES'] },
    ],
    [
      'a faulty case with more than granted',
      { rows: [wrong], cases: [aCase({ services: [{ code: 'OMV', minutesPerMonth: 40 }] })] },
      { status: 'FAULTY', charged: 40, topUp: 0, unpaid: { WRONG_BASIS: 10 } },
    ],
    [
      'a faulty case falls back on the days that can be paid: 21 of 31 (A67)',
      {
        rows: [wrong],
        form: ['A-1;2026-10-05;2026-10-16;;SJUKHUS'],
        cases: [aCase({ services: [{ code: 'OMV', minutesPerMonth: 100 }] })],
      },
      { status: 'FAULTY', granted: 100, charged: 68, topUp: 18, unpaid: {} },
    ],
    [
      'of a case that began late: 8 of its own 10, whatever the days of its service',
      {
        rows: [wrong.replace('UTFÖRD', '?')],
        form: ['A-1;2026-10-28;;;AVLIDEN'],
        cases: [aCase({ from: '2026-10-22', services: [{ code: 'OMV', minutesPerMonth: 3100, from: '2026-10-27' }] })],
      },
      { granted: 500, charged: 400, topUp: 400 },
    ],
    [
      'but never on less than was shown, up to what is granted',
      {
        rows: [visit, wrong.replace('UTFÖRD', '?')],
        cases: [
          aCase({
            known: [{ kind: 'DEATH', on: '2026-09-30' }],
            services: [{ code: 'OMV', minutesPerMonth: 100 }],
          }),
        ],
      },
      { status: 'FAULTY', charged: 45, topUp: 0, unpaid: {} },
    ],
    [
      'more than granted without a told need (L-45)',
      { rows: [visit], cases: [aCase({ services: [{ code: 'OMV', minutesPerMonth: 40 }] })] },
      { unpaid: { OVER_GRANTED: 5 }, warnings: ['NEED_NOT_TOLD'] },
    ],
    [
      'more than granted with a row about it',
      {
        rows: [visit],
        form: ['A-1;2026-10-20;;;UTÖKAT BEHOV'],
        cases: [aCase({ services: [{ code: 'OMV', minutesPerMonth: 40 }] })],
      },
      { unpaid: { OVER_GRANTED: 5 }, warnings: [] },
    ],
    [
      'a faulty case with more than granted: not that warning',
      { rows: [wrong], cases: [aCase({ services: [{ code: 'OMV', minutesPerMonth: 40 }] })] },
      { unpaid: { WRONG_BASIS: 10 }, warnings: [] },
    ],
    ['a faulty case under MIN', { rows: [wrong], rules: { wrongBasis: 'MIN' } }, { charged: 50, topUp: 0, unpaid: {} }],
    [
      'a faulty case under HOLD',
      { rows: [wrong], rules: { wrongBasis: 'HOLD' } },
      { charged: 0, topUp: 0, unpaid: { WRONG_BASIS: 50 } },
    ],
    [
      'minutes within the tolerance',
      { rows: [wrong], rules: { toleranceMinutes: 10 } },
      { status: 'MATCH', charged: 50 },
    ],
    [
      'a case with only an unreadable row',
      { rows: [wrong.replace('UTFÖRD', '?')] },
      { status: 'FAULTY', submitted: 0, charged: 2520, topUp: 2520, faults: ['BAD_STATUS'] },
    ],
    [
      'a row of another provider or month that names the case makes it faulty',
      { raw: { report: [reportHeader, `2026-10;P2;${visit}`, `2026-09;P1;${visit}`].join('\n') } },
      { status: 'FAULTY', faults: ['WRONG_PROVIDER', 'WRONG_MONTH'] },
    ],
    [
      'minutes are held against the clock only where performed time is paid',
      { rows: [wrong], form: ['A-1;2026-10-01;;;AVLIDEN;;;'] },
      { status: 'MISMATCH', faults: [], absence: 45, unpaid: { AFTER_DEATH: 5 } },
    ],
  ])('%s', async (_what, month, expected) => {
    expect(await judgedCase(month)).toMatchObject(expected);
  });

  it('rounds the amount once, over all cases', async () => {
    const cases = [aCase(), aCase({ caseNo: 'A-2' })];
    const rows = ['A-1', 'A-2'].map((caseNo) => `${caseNo};OMV;2026-10-01;08:00;08:01;1;1;UTFÖRD`);
    expect((await judged({ rows, cases, orePerHour: 15 })).total).toEqual({ minutes: 2, amountOre: 1 });
  });

  it('leaves out a case that is in force on no day of the month', async () => {
    const cases = [aCase(), aCase({ caseNo: 'A-2', to: '2026-09-30' }), aCase({ caseNo: 'A-3', from: '2026-11-01' })];
    expect((await judged({ cases })).cases.map(({ caseNo }) => caseNo)).toEqual(['A-1']);
    expect(await errorsOf({ cases, rows: [visit.replace('A-1', 'A-2')] })).toEqual(['2 Ärendenummer UNKNOWN_CASE']);
  });
});

describe('the trail explains every minute', () => {
  it('names what each rule paid, each row that was not, and what was done with the case', async () => {
    const rows = [
      visit,
      other,
      visit,
      'A-1;OMV;2026-10-03;08:00;08:30;30;0;BOMTID',
      'A-1;OMV;2026-10-04;08:00;08:30;30;0;EJ UTFÖRD',
    ];
    const form = ['A-1;2026-10-03;;;BOMTID;;;'];
    const cases = [aCase({ services: [{ code: 'OMV', minutesPerMonth: 100 }] })];
    expect((await judgedCase({ rows, form, cases })).trail).toEqual([
      { rows: 2, minutes: 105, outcome: 'PAID', rule: 'L-43', text: 'Utförd tid enligt rapporten' },
      { rows: 1, minutes: 30, outcome: 'PAID', rule: 'L-47', text: 'Ingen hemma, inget besked i tid – bomtid betalas' },
      { row: 4, minutes: 45, outcome: 'DUPLICATE', rule: 'L-43', text: '1 okt: samma besök rapporterat två gånger' },
      {
        minutes: 35,
        outcome: 'OVER_GRANTED',
        rule: 'L-38',
        text: 'Mer tid än den beviljade – överskjutande tid debiteras inte',
      },
    ]);
  });

  it('gives every row its own entry when asked', async () => {
    const rows = [visit, 'A-1;OMV;2026-10-02;08:00;09:00;45;60;UTFÖRD', 'A-1;OMV;2026-10-03;08:00;08:30;30;0;AVBOKAD'];
    const form = ['A-1;2026-10-01;;;AVLIDEN;;;'];
    const { trail } = await judgedCase({ rows, form, trail: 'all' });
    expect(trail.map(({ row, minutes, outcome, rule }) => [row, minutes, outcome, rule])).toEqual([
      [2, 45, 'PAID', 'L-43'],
      [3, 45, 'PAID', 'L-48'],
      [3, 15, 'AFTER_DEATH', 'L-48'],
      [4, 0, 'AFTER_DEATH', 'L-49'],
    ]);
  });

  it('says that nothing was reported, and that a faulty basis is charged as granted', async () => {
    expect((await judgedCase({})).trail).toEqual([
      { rows: 0, minutes: 0, outcome: 'PAID', rule: 'L-43', text: 'Inget redovisat i rapporten – inget betalas' },
    ]);
    expect((await judgedCase({ rows: [visit.replace('UTFÖRD', '?')] })).trail).toMatchObject([
      { minutes: 2520, outcome: 'PAID', rule: 'L-44' },
    ]);
  });
});

describe('nothing can be judged', () => {
  const reportOf = (report: string | Uint8Array) => ({ ...inputOf({}), report: bytesSource(Buffer.from(report)) });
  it.each<[string, string | Uint8Array, string, string]>([
    ['an empty file', '', 'EMPTY_FILE', 'report row 1 column Månad'],
    ['blank lines alone', '\n;;\n', 'EMPTY_FILE', 'report row 1 column Månad'],
    ['a column with another name', reportHeader.replace('Slut', 'Stopp'), 'WRONG_HEADER', 'report row 1 column Slut'],
    ['a column too few', reportHeader.replace(';Status', ''), 'WRONG_HEADER', 'report row 1 column Status'],
    ['a column too many', `${reportHeader};Namn`, 'WRONG_HEADER', 'report row 1 column Personal'],
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      'NO_TEXT',
      'report row 1 column Månad',
    ],
    ['a workbook that is none', Buffer.from('PK\x03\x04', 'latin1'), 'DAMAGED', 'report row 1 column Månad'],
    [
      'windows-1252 with a byte that is no letter of it',
      Buffer.from(`${reportHeader}\n\nx;\x81\n`, 'latin1'),
      'NOT_DECODABLE',
      'report row 3 column Månad',
    ],
    [
      'UTF-8 with a broken letter',
      Buffer.concat([Buffer.from(`${reportHeader}\n`), Buffer.of(0x41, 0xd6, 0x0a)]),
      'NOT_DECODABLE',
      'report row 2 column Månad',
    ],
    ['UTF-16 the other way round', Uint8Array.of(0xfe, 0xff, 0, 0x4d), 'NOT_DECODABLE', 'report row 1 column Månad'],
    [
      'UTF-16 with half a letter',
      Buffer.concat([Buffer.from(reportHeader, 'utf16le'), Buffer.of(0x41)]),
      'NOT_DECODABLE',
      'report row 1 column Månad',
    ],
    ['a row without an end', `${reportHeader}\n${'x'.repeat(1_048_577)}`, 'ROW_TOO_LONG', 'report row 2 column Månad'],
  ])('%s', async (_what, report, code, at) => {
    const answer = await dryRun(reportOf(report));
    expect(answer).toMatchObject({ ok: false, kind: 'invalid', code, faults: [{ at }] });
  });

  it('says so of the form too', async () => {
    const answer = await dryRun(inputOf({ raw: { form: formHeader.replace('Typ', 'Sort') } }));
    expect(answer).toMatchObject({ code: 'WRONG_HEADER', faults: [{ at: 'deviations row 1 column Typ' }] });
  });
});

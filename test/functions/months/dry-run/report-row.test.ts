import { describe, expect, it } from 'vitest';
import { dryRun } from '../../../../functions/months/dry-run/dry-run.ts';
import {
  type AMonth,
  aCase,
  errorsOf,
  formHeader,
  inputOf,
  judgedCase,
  reportHeader,
} from '../../../support/a-month.ts';

const good = '2026-10;P1;A-1;OMV;2026-10-01;08:00;08:45;45;45;UTFÖRD'.split(';');
/** The good row with a column changed, by its number from 1. */
const but = (column: number, text: string, ...more: [number, string][]): string => {
  const fields = [...good];
  for (const [at, field] of [[column, text] as const, ...more]) fields[at - 1] = field;
  return fields.join(';');
};
const report = (...rows: string[]): AMonth => ({ raw: { report: [reportHeader, ...rows].join('\n') } });

describe('a row of the report that cannot be read is one error, its first', () => {
  it.each([
    ['a column too few', good.slice(0, 9).join(';'), 'Status BAD_COLUMNS'],
    ['a word alone', 'A-1', 'Utförare BAD_COLUMNS'],
    ['something beyond the last column', `${good.join(';')};x`, '11 BAD_COLUMNS'],
    ['another month', but(1, '2026-09'), 'Månad WRONG_MONTH'],
    ['another provider', but(2, 'P2'), 'Utförare WRONG_PROVIDER'],
    ['an unknown case', but(3, 'A-2'), 'Ärendenummer UNKNOWN_CASE'],
    ['a case number in small letters', but(3, 'a-1'), 'Ärendenummer UNKNOWN_CASE'],
    ['the total without SUMMA', but(3, 'TOTALT'), 'Ärendenummer UNKNOWN_CASE'],
    ['a service of one letter', but(4, 'O'), 'Insats BAD_SERVICE'],
    ['a service of eleven', but(4, 'OMVÅRDNADEN'), 'Insats BAD_SERVICE'],
    ['a service with a dash', but(4, 'OM-V'), 'Insats BAD_SERVICE'],
    ['no date', but(5, ''), 'Datum BAD_DATE'],
    ['the 31st of a month with 30', but(5, '2026-09-31'), 'Datum BAD_DATE'],
    ['a date the other way round', but(5, '01-10-2026'), 'Datum BAD_DATE'],
    ['24:00', but(7, '24:00'), 'Slut BAD_TIME'],
    ['minute 60', but(6, '07:60'), 'Start BAD_TIME'],
    ['seconds that are not whole minutes', but(6, '07:00:30'), 'Start BAD_TIME'],
    ['hours and minutes without a colon between', but(6, '07.00'), 'Start BAD_TIME'],
    ['a month by another name', but(1, 'okt-25'), 'Månad WRONG_MONTH'],
    ['another day than the month’s first', but(1, '2026-10-02'), 'Månad WRONG_MONTH'],
    ['a full-width figure', but(8, '４5'), 'Beställda minuter BAD_NUMBER'],
    ['thousands with a full stop', but(8, '1.200'), 'Beställda minuter BAD_NUMBER'],
    ['groups of another size', but(8, '12 00'), 'Beställda minuter BAD_NUMBER'],
    ['two spaces between groups', but(8, '1  200'), 'Beställda minuter BAD_NUMBER'],
    ['a dotless i', but(10, 'BOMTıD', [9, '0']), 'Status BAD_STATUS'],
    ['a tab', but(6, '\t08:00'), 'Start BAD_TIME'],
    ['an end equal to its start', but(7, '8:00'), 'Slut BAD_TIME'],
    ['no ordered minutes', but(8, ''), 'Beställda minuter BAD_NUMBER'],
    ['minutes with a decimal', but(8, '45,0'), 'Beställda minuter BAD_NUMBER'],
    ['a hundred thousand minutes', but(9, '100000'), 'Utförda minuter BAD_NUMBER'],
    ['performed minutes of a bomtid', but(10, 'BOMTID'), 'Utförda minuter BAD_NUMBER'],
    ['performed minutes of a cancelled visit', but(10, 'avbokad'), 'Utförda minuter BAD_NUMBER'],
    ['another status', but(10, 'KLAR'), 'Status BAD_STATUS'],
    ['no status', but(10, ''), 'Status BAD_STATUS'],
    ['two faults: the first in the order of the columns', but(1, '2026-09', [10, 'KLAR']), 'Månad WRONG_MONTH'],
    ['bad minutes before a bad status', but(9, 'x', [10, 'KLAR']), 'Utförda minuter BAD_NUMBER'],
  ])('%s', async (_what, row, error) => {
    expect(await errorsOf(report(row))).toEqual([`2 ${error}`]);
  });

  it.each([
    ['spaces around every field', ` ${good.join(' ; ')} `],
    ['quotes around every field', good.map((field) => `"${field}"`).join(';')],
    ['a status in small letters', but(10, 'utförd')],
    ['hours with one digit', but(6, '8:00', [7, '8:45'])],
    ['minutes with leading noughts', but(8, '00000045')],
    ['minutes in groups of three', but(8, '1 200')],
    ['minutes in groups with a no-break space', but(8, '1\u00a0200')],
    ['times with seconds', but(6, '8:00:00', [7, '08:45:00'])],
    ['the month as a date', but(1, '2026-10-01')],
    ['the month as a spreadsheet writes it', but(1, 'OKT-26')],
    ['the month in English', but(1, 'Oct-26')],
    ['what nobody sees in it', but(3, 'A\u200b-1', [10, 'utfo\u0308rd'])],
    ['empty columns beyond the last', `${good.join(';')};;;`],
    ['an end past midnight', but(6, '23:30', [7, '00:15'])],
  ])('%s is read', async (_what, row) => {
    expect(await errorsOf(report(row))).toEqual([]);
  });

  it('may leave out the worker’s column where it is empty', async () => {
    const named = [`${reportHeader};Personal`, `${good.join(';')};m1`, good.join(';'), `${good.join(';')};`];
    expect(await errorsOf({ raw: { report: named.join('\n') } })).toEqual([]);
    const twice = await judgedCase({ raw: { report: named.slice(0, 3).join('\n') } });
    expect(twice.unpaid).toEqual({ DUPLICATE: 45 });
  });

  it('has no time that the clock change skips', async () => {
    const cases = [aCase()];
    const rows = ['A-1;OMV;2026-03-29;02:30;03:30;60;60;UTFÖRD', 'A-1;OMV;2026-03-28;22:00;02:30;210;210;UTFÖRD'];
    expect(await errorsOf({ month: '2026-03', rows, cases })).toEqual(['2 Start BAD_TIME', '3 Slut BAD_TIME']);
  });

  it('counts the lines of the file, blank and quoted ones too', async () => {
    const rows = ['', good.map((field) => `"${field}"`).join(';'), ';;;', 'y;x', 'x'];
    expect(await errorsOf(report(...rows))).toEqual(['5 Ärendenummer BAD_COLUMNS', '6 Utförare BAD_COLUMNS']);
  });

  it('reads sum rows in any case and with thousands apart', async () => {
    const rows = [good.join(';'), '2026-10;P1;A-1;summa;;;;000 045;45;', ';;totalt;Summa;;;;45;045'];
    expect(await errorsOf({ ...report(...rows), kind: 'private' })).toEqual([]);
  });
});

describe('a row of the form that cannot be read is an error of the file', () => {
  const row = (fields: string) => `2026-10;P1;A-1;${fields}`;
  it.each([
    ['a row that ends before its type', row('2026-10-01;;'), 'Typ BAD_COLUMNS'],
    ['two spaces before the time of notice', row('2026-10-02;;;BOMTID;;2026-10-01  07:00;'), 'Avisering BAD_TIME'],
    ['a comment with a bare semicolon', row('2026-10-01;;;BOMTID;;;ringde; sa nej'), 'Kommentar BAD_COLUMNS'],
    ['another month', '2026-09;P1;A-1;2026-10-01;;;BOMTID;;;', 'Månad WRONG_MONTH'],
    ['another provider', '2026-10;P2;A-1;2026-10-01;;;BOMTID;;;', 'Utförare WRONG_PROVIDER'],
    ['an unknown case', '2026-10;P1;A-2;2026-10-01;;;BOMTID;;;', 'Ärendenummer UNKNOWN_CASE'],
    ['no date', row(';;;BOMTID;;;'), 'Datum BAD_DATE'],
    ['an end before the date', row('2026-10-02;2026-10-01;;SJUKHUS;;;'), 'Till BAD_DATE'],
    ['an end that is no date', row('2026-10-02;snart;;SJUKHUS;;;'), 'Till BAD_DATE'],
    ['a start that is no time', row('2026-10-02;;25:00;BOMTID;;;'), 'Start BAD_TIME'],
    ['notice without a time', row('2026-10-02;;;BOMTID;;2026-10-01;'), 'Avisering BAD_TIME'],
    ['notice at a time that does not exist', row('2026-10-02;;;BOMTID;;2026-03-29 02:30;'), 'Avisering BAD_TIME'],
    ['minutes that are none', row('2026-10-02;;;BOMTID;en;;'), 'Minuter BAD_NUMBER'],
    ['another type', row('2026-10-02;;;SEMESTER;;;'), 'Typ BAD_TYPE'],
    ['bad minutes before a bad type', row('2026-10-02;;;SEMESTER;en;;'), 'Minuter BAD_NUMBER'],
  ])('%s', async (_what, text, error) => {
    expect(await errorsOf({ raw: { form: `${formHeader}\n${text}` } })).toEqual([`form 2 ${error}`]);
  });

  it.each([
    [
      'every type',
      ['BOMTID', 'avsagd', 'planerad frånvaro', 'SJUKHUS', 'AVLIDEN', 'utökat behov', 'ÖVRIGT'].map((type) =>
        row(`2026-10-01;;;${type};;;`),
      ),
    ],
    ['a start without a leading nought', [row('2026-10-01;;8:00;BOMTID;45;2026-10-01 7:00;')]],
    ['times with seconds', [row('2026-10-01;;8:00:00;BOMTID;1 200;2026-10-01 7:00:00;')]],
    ['the month as a spreadsheet writes it', ['okt-26;P1;A-1;2026-10-01;;;BOMTID']],
    ['a row without its empty tail', ['BOMTID', 'BOMTID;', 'BOMTID;;'].map((tail) => row(`2026-10-01;;;${tail}`))],
    [
      'a comment in quotes, over lines',
      [row('2026-10-01;;;BOMTID;;;"ringde;\nsa ""nej"""'), row('2026-10-01;;;BOMTID;;;')],
    ],
  ])('%s is read', async (_what, rows) => {
    expect(await errorsOf({ raw: { form: [formHeader, ...rows].join('\n') } })).toEqual([]);
  });

  it.each([
    ['', row('2026-10-01;;;SEMESTER')],
    ['of another month', '2026-09;P1;A-1;2026-10-01;;;BOMTID'],
    ['of another provider', '2026-10;P2;A-1;2026-10-01;;;BOMTID'],
    ['with too few columns', '2026-10;P1;A-1'],
  ])('a row %s that names the case warns of it, and it is no match', async (_what, text) => {
    const raw = { report: `${reportHeader}\n${good.join(';')}`, form: `${formHeader}\n${text}` };
    expect(await judgedCase({ raw })).toMatchObject({ status: 'MISMATCH', unpaid: {}, warnings: ['FORM_ROW'] });
  });

  it('swallows no row after a quote that closes nothing', async () => {
    const form = [formHeader, row('2026-10-01;;;BOMTID;;;"c""d"""x'), row('2026-10-02;;;SEMESTER')].join('\n');
    expect(await errorsOf({ raw: { form } })).toEqual(['form 3 Typ BAD_TYPE']);
  });

  it('puts the form’s errors after the report’s', async () => {
    const raw = { report: `${reportHeader}\n${but(10, 'KLAR')}`, form: `${formHeader}\nx` };
    expect(await errorsOf({ raw })).toEqual(['2 Status BAD_STATUS', 'form 2 Utförare BAD_COLUMNS']);
  });
});

describe('a row with other columns than its header', () => {
  const said = async (...rows: string[]) => {
    const run = await dryRun(inputOf(report(...rows)));
    // The sums of a municipal provider are only warned about.
    const told = run.ok ? [...run.value.file.errors, ...run.value.file.warnings] : [];
    return run.ok ? told.map(({ message }) => message.replace(/^.*rubriken\. /, '')) : [run.code];
  };

  it.each([
    ['that lacks some', good.slice(0, 8).join(';'), 'Det här saknas: Utförda minuter och Status.'],
    ['that has more', `${good.join(';')};x;;Anna`, 'Det här känns inte igen: kolumn nummer 11 och 13.'],
    ['of a sum, which needs no status', '2026-10;P1;A-1;SUMMA;;;;45', 'Det här saknas: Utförda minuter.'],
  ])('%s says which, all at once', async (_, row, words) => {
    expect(await said(row)).toContain(words);
  });
});

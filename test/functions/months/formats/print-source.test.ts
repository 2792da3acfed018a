import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../functions/months/dry-run/byte-source.ts';
import { minutesInPrint } from '../../../../functions/months/formats/minutes-in-print.ts';
import { printSource } from '../../../../functions/months/formats/print-source.ts';
import { packNamed } from '../../../../shared/packs/packs.ts';
import { ReportFormat } from '../../../../shared/packs/report-format.ts';
import { formHeader } from '../../../support/a-month.ts';
import { odsOf, xlsxOf } from '../../../support/workbooks.ts';

const root = join(import.meta.dirname, '../../../..');
const fixture = (name: string) => readFileSync(join(root, 'test/fixtures/print', name), 'utf8');
const print = fixture('besokslista.csv');
const wanted = fixture('tidsrapport.csv');
const of = { month: '2026-10', providerId: 'P2' };

const example = (): ReportFormat => {
  const format = packNamed('leksand')?.reports?.exempelplan;
  if (!format) throw new Error('the pack has no example');
  return format;
};
const read = (given: string | Uint8Array, format = example()) =>
  printSource(bytesSource(typeof given === 'string' ? Buffer.from(given) : given), format, of);

async function textOf(given: string | Uint8Array, format?: ReportFormat): Promise<string> {
  const source = await read(given, format);
  if (!source.ok) throw new Error(JSON.stringify(source));
  const pieces: Uint8Array[] = [];
  for await (const piece of source.value.chunks()) pieces.push(piece.slice());
  return Buffer.concat(pieces).toString();
}
const faultsOf = async (given: string | Uint8Array, format?: ReportFormat) => {
  const source = await read(given, format);
  return source.ok ? [] : [source.code, ...(source.faults ?? []).map(({ at, message }) => `${at} | ${message}`)];
};
const withoutEnds = (text: string) => text.trimEnd();

describe('the invented print', () => {
  it('becomes the rows that stand beside it, each with its own number; sums are passed over', async () => {
    expect(withoutEnds(await textOf(print))).toBe(withoutEnds(wanted));
    expect(withoutEnds(await textOf(Buffer.from(print, 'latin1')))).toBe(withoutEnds(wanted));
  });

  it.each([
    ['xlsx', xlsxOf],
    ['ods', odsOf],
  ] as const)('the same in a workbook (%s), its days and times as the sheet’s own numbers', async (_, written) => {
    const serialOf = (day: string) => (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;
    const cell = (text: string) => {
      if (/^\d{4}-\d\d-\d\d$/.test(text)) return serialOf(text);
      const [, hours, minutes] = /^(\d\d?):(\d\d)$/.exec(text) ?? [];
      return hours === undefined ? text.replaceAll('"', '') : (Number(hours) * 60 + Number(minutes)) / 1440;
    };
    const rows = withoutEnds(print)
      .split('\n')
      .map((line) => line.split(/;(?! öst)/).map(cell));
    const book = await written([
      { name: 'Försättsblad', rows: [['Besökslista oktober']] },
      { name: 'besökslista', rows },
    ]);
    expect(withoutEnds(await textOf(book))).toBe(withoutEnds(wanted));
    const other = await written([{ name: 'Annat', rows }]);
    expect(await faultsOf(other)).toEqual(['NO_SHEET', expect.stringContaining('report row 1')]);
  });

  it('its columns may stand in any order, and a time report is a time report already', async () => {
    const turned = print
      .split('\n')
      .map((line) => (line.includes('Söder; öst') ? line : line.split(';').toReversed().join(';')))
      .filter((line) => !line.includes('Söder; öst'))
      .join('\n');
    expect(await textOf(turned)).toContain('2026-10;P2;A-1;OMV;2026-10-01;08:00;08:45;45;45;UTFÖRD;m1;');
    expect(await textOf(wanted)).toBe(wanted);
  });

  it('is read by check with --format, as the same time report is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'utfort-print-'));
    const deviations = join(folder, 'deviations.csv');
    writeFileSync(deviations, `${formHeader}\n2026-10;P2;A-1;2026-10-05;;08:00;BOMTID;45;;\n`);
    const cases = join(folder, 'cases.json');
    const one = { providerId: 'P2', officerId: 'O1', from: '2026-01-01', to: null };
    writeFileSync(
      cases,
      JSON.stringify({
        ...{ municipality: 'Exempelkommun', month: '2026-10' },
        rates: [{ validFrom: '2026-01-01', orePerHour: 40_000 }],
        providers: [{ id: 'P2', number: 2, name: 'Egen regi', kind: 'municipal', email: 'p2@kommun.example' }],
        officers: [{ id: 'O1', name: 'Person O1', email: 'o1@kommun.example' }],
        cases: [
          { ...one, caseNo: 'A-1', services: [{ code: 'OMV', minutesPerMonth: 600 }] },
          { ...one, caseNo: 'A-2', services: [{ code: 'SERV', minutesPerMonth: 600 }] },
        ],
      }),
    );
    const usual = ['infra/local/utfort.ts', 'check', '--pack', 'leksand', '--cases', cases, '--deviations', deviations];
    const checked = (...more: string[]) =>
      execFileSync(process.execPath, [...usual, ...more], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    const given = ['--report', 'test/fixtures/print/besokslista.csv', '--format', 'exempelplan'];
    const answer = JSON.parse(checked(...given));
    expect(answer).toEqual(JSON.parse(checked('--report', 'test/fixtures/print/tidsrapport.csv')));
    expect(
      answer.cases.map(({ caseNo, performed }: { caseNo: string; performed: number }) => [caseNo, performed]),
    ).toEqual([
      ['A-1', 180],
      ['A-2', 60],
    ]);
    const refused = (...more: string[]) =>
      spawnSync(process.execPath, [...usual, ...more], { cwd: root, encoding: 'utf8' });
    const unknown = refused('--report', 'test/fixtures/print/besokslista.csv', '--format', 'annan');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('ingen karta som heter annan');
    const sums = join(folder, 'sums.csv');
    writeFileSync(
      sums,
      print
        .split('\n')
        .filter((line) => /Signatur|otalt/.test(line))
        .join('\n'),
    );
    const alone = refused('--report', sums, '--format', 'exempelplan');
    expect(alone.status).toBe(2);
    expect(alone.stderr).toContain('inga besök');
  });
});

describe('what the map does not say is named', () => {
  it('a column: by its name in the print', async () => {
    const wider = print.replace(';Område', ';Område;Restid').replaceAll(';Norr', ';Norr;5');
    expect(await faultsOf(wider)).toEqual([
      'UNMAPPED_COLUMN',
      'report row 1 column 11 | Tidsrapporten, rad 1: kolumnen Restid finns inte i kartan över utskriften.',
    ]);
    // A person's number is never repeated, whatever it stands under.
    const personal = print.replace(';Område', ';Område;19121212-1212');
    expect((await faultsOf(personal)).join()).not.toContain('1212-1212');
  });

  it('a column that is missing, with what stands in its place', async () => {
    const [code, said] = await faultsOf(print.replace('Utfall', 'Resultat'));
    expect(code).toBe('WRONG_HEADER');
    expect(said).toContain('Det här saknas: Utfall.');
    expect(said).toContain('Resultat');
    // What is no header of the print at all is not repeated.
    expect((await faultsOf('Anna Provsson;Storgatan 1\n')).join()).not.toContain('Anna');
  });

  it('every word for a status, with its first row; nothing is judged', async () => {
    const other = print.replaceAll('Utförd', 'Klar').replace('Ej hemma', 'Öppnade ej');
    expect(await faultsOf(other)).toEqual([
      'UNMAPPED_STATUS',
      'report row 3 column Utfall | Tidsrapporten, rad 3, kolumn Utfall: Ordet Klar finns inte i kartan över utskriften.',
      'report row 5 column Utfall | Tidsrapporten, rad 5, kolumn Utfall: Ordet Öppnade ej finns inte i kartan över utskriften.',
    ]);
  });

  it('a print without visits: totals only', async () => {
    const sums = print
      .split('\n')
      .filter((line) => /Signatur|otalt/.test(line))
      .join('\n');
    expect((await faultsOf(sums))[0]).toBe('NO_VISITS');
    const { Datum: _, Start: __, Slut: ___, ...columns } = example().columns;
    const ofTotals = ReportFormat.parse({ ...example(), columns });
    expect((await faultsOf(print, ofTotals))[0]).toBe('NO_VISITS');
    // A month in which nothing was done has no sums either.
    expect(await faultsOf(`${print.split('\n')[0]}\n`)).toEqual([]);
  });
});

describe('minutes', () => {
  it.each([
    ['MIN', '45', '45'],
    ['MIN', '0,5', '0,5'],
    ['H:MM', '1:45', '105'],
    ['H:MM', '12:30', '750'],
    ['H:MM', '105', '?'],
    ['H:MM', '1:60', '?'],
    ['HOURS', '1,75', '105'],
    ['HOURS', '1.1', '66'],
    ['HOURS', '2', '120'],
    ['HOURS', '0,45', '27'],
    ['HOURS', '0,33', '?'],
    ['HOURS', '1:45', '?'],
    ['HOURS', '', '?'],
  ] as const)('%s: %s is %s', (kind, given, minutes) => {
    expect(minutesInPrint(given, kind)).toBe(minutes);
  });
});

describe('the pack’s data', () => {
  const issuesOf = (change: object) => {
    const parsed = ReportFormat.safeParse({ ...example(), ...change });
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };

  it('is held against itself, and each fault is named', () => {
    expect(issuesOf({})).toEqual([]);
    expect(issuesOf({ month: 'Månad' })).toEqual(['month: Månad finns inte i header']);
    expect(issuesOf({ sumRows: { column: 'Rad', equals: 'x' } })).toEqual(['sumRows: Rad finns inte i header']);
    expect(issuesOf({ columns: { ...example().columns, Status: 'Resultat' } })).toEqual([
      'columns: Status: Resultat finns inte i header',
    ]);
    const { Slut: _, ...columns } = example().columns;
    expect(issuesOf({ columns })).toEqual(['columns: saknas: Slut']);
    expect(issuesOf({ columns: { ...example().columns, Slut: 'Från kl' } })).toEqual([
      'columns: en av utskriftens kolumner är två saker',
    ]);
    expect(issuesOf({ header: [...example().header, 'Område'] })).toEqual(['header: en rubrik står två gånger']);
    expect(issuesOf({ status: {} })).toEqual(['status: inget ord är översatt']);
    expect(issuesOf({ status: { Klar: 'KLAR' } })).toHaveLength(1);
    expect(issuesOf({ minutes: 'SECONDS' })).toHaveLength(1);
    expect(issuesOf({ extra: true })).toHaveLength(1);
  });
});

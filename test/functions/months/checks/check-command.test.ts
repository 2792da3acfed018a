import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formHeader, reportHeader } from '../../../support/a-month.ts';
import { runUtfort } from '../../../support/month-folders.ts';

const root = new URL('../../../..', import.meta.url).pathname;
const month = `${root}test/fixtures/leksand-2026-10/`;
const bad = `${root}test/fixtures/bad-input/`;
const scratch = mkdtempSync(join(tmpdir(), 'check-'));

/** A file that only the test has. */
function written(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

type Files = { cases?: string; report?: string; deviations?: string };

/** Runs the command as a person would; the files are the third provider's unless the test says otherwise. */
function check(files: Files, ...more: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const {
    cases = `${month}cases.json`,
    report = `${month}P3-report.csv`,
    deviations = `${month}P3-deviations.csv`,
  } = files;
  const flags = [
    'check',
    '--pack',
    'leksand',
    '--cases',
    cases,
    '--report',
    report,
    '--deviations',
    deviations,
    ...more,
  ];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [`${root}infra/local/utfort.ts`, ...flags],
      { maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        resolve({ code: Number(error?.code ?? 0), stdout, stderr });
      },
    );
  });
}

it('answers 0 for a clean file, with the whole answer on standard output', async () => {
  const { code, stdout } = await check({});
  const { provider, total } = JSON.parse(stdout);
  expect({ code, provider, total }).toEqual({
    code: 0,
    provider: 'P3',
    total: { minutes: 57_353, amountOre: 37_040_479 },
  });
});

it('answers 1 for a file with errors, and still in full', async () => {
  const { code, stdout, stderr } = await check({
    report: `${bad}P1-report.csv`,
    deviations: `${bad}P1-deviations.csv`,
  });
  expect(code).toBe(1);
  expect(JSON.parse(stdout).file.errors).toHaveLength(12);
  expect(stderr).toContain('Tidsrapporten, rad 8, kolumn Status: Status ska vara');
});

it('takes settings of the pack, the provider by name and every row of the trail', async () => {
  const { code, stdout } = await check({}, '--provider', 'P3', '--set', 'bomtid.notice=BEFORE_VISIT', '--trail', 'all');
  const { cases, total } = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(total.minutes).toBeLessThan(57_353);
  expect(cases[0].trail.length).toBeGreaterThan(10);
});

describe('answers 2 when nothing can be judged or the usage is wrong, with the place in words', () => {
  const cases = JSON.parse(readFileSync(`${month}cases.json`, 'utf8'));
  const [one] = cases.cases;
  it.each<[string, Files, string[], string]>([
    ['a file that is not there', { report: '/nowhere.csv' }, [], '/nowhere.csv: filen finns inte'],
    [
      'a wrong header',
      { report: written('h.csv', reportHeader.replace('Datum', 'Dag')) },
      ['--provider', 'P3'],
      'Tidsrapporten, rad 1, kolumn Datum',
    ],
    [
      'a wrong header of the form',
      { deviations: written('f.csv', `${formHeader};x`) },
      [],
      'Avvikelseblanketten, rad 1, kolumn 11',
    ],
    ['a form that is no text', { deviations: written('e.csv', '') }, [], 'Avvikelseblanketten, rad 1, kolumn Månad'],
    ['a report without a first row', { report: written('r.csv', `${reportHeader}\n`) }, [], 'rad 2, kolumn Utförare'],
    [
      'a report of an unknown provider',
      { report: written('u.csv', `${reportHeader}\n2026-10;P9;A-1`) },
      [],
      'rad 2, kolumn Utförare',
    ],
    ['an unknown provider', {}, ['--provider', 'P9'], '--provider: utföraren finns inte'],
    [
      'the same case twice',
      { cases: written('c.json', JSON.stringify({ ...cases, cases: [one, one] })) },
      [],
      'cases[1].caseNo: utföraren har ärendet redan',
    ],
    ['no JSON', { cases: written('n.json', '{\n  "month": "x" 1\n}') }, [], 'rad 2, kolumn 16: inte giltig JSON'],
    ['an unknown setting', {}, ['--set', 'visit.tolerance=1'], 'okänd parameter visit.tolerance'],
    ['a bad value of a setting', {}, ['--set', 'wrongBasis=ALL'], 'wrongBasis tar GRANTED|MIN|HOLD'],
    ['an unknown flag', {}, ['--trails', 'all'], '--trails'],
    ['a pack without a month', {}, ['--pack', 'botkyrka'], 'ingen månadsredovisning'],
  ])('%s', async (_what, files, more, words) => {
    const { code, stdout, stderr } = await check(files, ...more);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });
});

it('asks for the form of a month without deviations where the municipality does, and else for the report alone (A60)', async () => {
  const report = ['--report', `${month}P3-report.csv`, '--cases', `${month}cases.json`];
  const asked = await runUtfort('check', '--pack', 'leksand', ...report);
  expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('--deviations saknas')]);
  const alone = await runUtfort('check', '--pack', 'leksand', '--set', 'submission.nilDeviationForm=false', ...report);
  const empty = await check({ deviations: written('none.csv', `${formHeader}\n`) });
  expect(JSON.parse(alone.out)).toEqual(JSON.parse(empty.stdout));
});

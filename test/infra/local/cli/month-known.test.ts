import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { formHeader } from '../../../support/a-month.ts';

const fixture = new URL('../../../fixtures/from-the-field/form-tail-dropped-hospital/', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'utfort-known-'));
afterAll(() => rmSync(folder, { recursive: true }));

const utfort = (...args: string[]): Promise<{ code: unknown; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['infra/local/utfort.ts', ...args], (error, out, err) =>
      resolve({ code: error ? error.code : 0, out, err }),
    );
  });

it('what the municipality knows is what the order knows: the dry run and the month come to the same', async () => {
  const file = JSON.parse(readFileSync(`${fixture}cases.json`, 'utf8'));
  const known = [
    { kind: 'HOSPITAL', from: '2026-10-05', to: '2026-10-20' },
    { kind: 'DEATH', on: '2026-10-28' },
  ];
  const [one] = file.cases;
  const cases = [{ ...one, known, followedUp: '2026-03-02' }];
  const rates = [...file.rates, { ...file.rates[0], orePerHour: 60_000, kind: 'private' }];
  writeFileSync(join(folder, 'cases.json'), JSON.stringify({ ...file, rates, cases }));
  writeFileSync(join(folder, 'P1-deviations.csv'), `${formHeader}\n`);
  copyFileSync(`${fixture}report.csv`, join(folder, 'P1-report.csv'));

  const paths = ['cases.json', 'P1-report.csv', 'P1-deviations.csv'].map((name) => join(folder, name));
  const [caseFile = '', report = '', deviations = ''] = paths;
  const files = ['--cases', caseFile, '--report', report, '--deviations', deviations];
  const checked = await utfort('check', '--pack', 'leksand', ...files);
  expect(checked.code).toBe(0);
  const answer = JSON.parse(checked.out);
  // 31 visits of 45 minutes: 14 in hospital, two after the day after the death.
  expect(answer.cases[0]).toMatchObject({ charged: 15 * 45, unpaid: { HOSPITAL: 14 * 45, AFTER_DEATH: 2 * 45 } });
  expect(answer.total).toEqual({ minutes: 675, amountOre: 675_000 });

  const out = join(folder, 'out');
  const done = await utfort('month', '--pack', 'leksand', '--in', folder, '--out', out);
  expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(done.out).providers).toEqual([{ id: 'P1', ...answer.total }]);
  expect(readdirSync(out)).toContain('statement-P1.json');
});

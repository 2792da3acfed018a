import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aReport, type Visit } from '../../../support/a-report.ts';
import { aCase, putMonths, runUtfort } from '../../../support/month-folders.ts';

const root = mkdtempSync(join(tmpdir(), 'utfort-folder-'));
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string) => join(root, name, '2026-10');
const put = (name: string, file: string, text: string) => writeFileSync(join(at(name), file), text);
const hours = (count: number): Visit[] => Array.from({ length: count }, (_, day) => [day + 1, 60]);
const corrected = aReport({ 'A-1': hours(10) });
const withForm = aReport({ 'A-1': hours(20) }, { form: ['A-1;2026-10-01;2026-10-05;;PLANERAD FRÅNVARO;;;'] });

beforeEach(() => {
  rmSync(root, { recursive: true });
  for (const name of ['before', 'after'])
    putMonths(join(root, name), { '2026-10': { cases: [aCase('A-1', 6_000)], visits: { P1: { 'A-1': hours(20) } } } });
});
const checked = () => runUtfort('check', '--pack', 'leksand', '--in', at('after'));
const adjusted = () =>
  runUtfort('adjust', '--pack', 'leksand', '--before', at('before'), '--after', at('after'), '--provider', 'P1');

describe('every command reads a folder as month --in does', () => {
  it('the corrected report stands, with the first form', async () => {
    put('after', 'P1-report.2.csv', corrected.report.text);
    expect(JSON.parse((await checked()).out).total).toEqual({ minutes: 600, amountOre: 387_500 });
    expect(JSON.parse((await adjusted()).out)).toMatchObject({
      ...{ statedOre: 775_000, trueOre: 387_500, amountOre: -387_500 },
      rows: [{ caseNo: 'A-1', was: 1_200, now: 600, minutes: -600, because: ['REPORT'] }],
    });
  });

  it('the corrected form stands, with the first report', async () => {
    put('after', 'P1-deviations.2.csv', withForm.deviations.text);
    expect(JSON.parse((await checked()).out).total.minutes).toBe(900);
    expect(JSON.parse((await adjusted()).out).rows).toMatchObject([{ minutes: -300, because: ['FORM'] }]);
  });

  it('names a corrected file without a first, and a file of nobody', async () => {
    put('after', 'P2-report.2.csv', corrected.report.text);
    put('after', 'P3-deviations.csv', corrected.deviations.text);
    for (const run of [
      await checked(),
      await runUtfort('adjust', '--pack', 'leksand', '--before', at('before'), '--after', at('after')),
      await runUtfort('month', '--pack', 'leksand', '--in', at('after'), '--out', join(root, 'out')),
    ]) {
      expect(run.code).toBe(2);
      expect(run.err).toMatch(/P2-report\.2\.csv: en rättad fil, men den första finns inte/);
      expect(run.err).toMatch(/P3-deviations\.csv: heter som en utförares fil, men är ingen/);
    }
  });
});

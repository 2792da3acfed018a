import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileView } from '../../../../functions/months/checks/dry-run-view.ts';
import { answerChunks } from '../../../../functions/months/dry-run/answer-chunks.ts';
import { dryRun, lazyDryRun } from '../../../../functions/months/dry-run/dry-run.ts';
import { errorCount } from '../../../../functions/months/dry-run/file-verdict.ts';
import { mostBlank, mostErrors, mostUnread } from '../../../../functions/months/dry-run/found-errors.ts';
import { aCase, formHeader, inputOf, judged, reportHeader } from '../../../support/a-month.ts';
import { aCase as inFile, putMonths } from '../../../support/month-folders.ts';

const rowsOf = (count: number, row: string, header = reportHeader) => `${header}\n${row.repeat(count)}`;
const report = (count: number, row: string) => ({ raw: { report: rowsOf(count, row) } });
const form = (count: number, row: string) => ({ raw: { form: rowsOf(count, row, formHeader) } });

describe('a file of which every row is wrong', () => {
  it('is judged, and so many errors are kept; the rest are counted, wherever they are told', async () => {
    const input = inputOf({ ...report(mostErrors + 30, 'x;y\n'), kind: 'private' });
    const run = await lazyDryRun(input);
    if (!run.ok) throw new Error(run.code);
    const { file } = run.value;
    expect(file.errors).toHaveLength(mostErrors);
    // The rows beyond, and the total that is missing.
    expect(file.more).toEqual({ report: 31, deviations: 0, warnings: 0 });
    expect(errorCount(file)).toBe(mostErrors + 31);
    expect(fileView(file)).toMatchObject({ more: { errors: mostErrors + 31 - 500, warnings: 0 } });
    expect(JSON.parse([...answerChunks(run.value)].join('')).file.more).toEqual({ errors: 31, warnings: 0 });
  });

  it('keeps every fault of a case whose row is only counted', async () => {
    const late = '2026-10;P1;A-1;OMV;2026-10-01;08:00;08:45;45;x;UTFÖRD\n';
    const { cases } = await judged({ raw: { report: `${rowsOf(mostErrors + 1, 'x;y\n')}${late}` } });
    expect(cases[0]).toMatchObject({ status: 'FAULTY', faults: ['BAD_NUMBER'] });
  });

  it('counts what is wrong in the form alike, by its file', async () => {
    const { file } = await judged(form(mostErrors + 7, 'x;y\n'));
    expect(file).toMatchObject({ status: 'INCOMPLETE', more: { report: 0, deviations: 7, warnings: 0 } });
  });

  it('is given up when more rows cannot be read than a month has', async () => {
    expect(await dryRun(inputOf(report(mostUnread, 'x\n')))).toMatchObject({ ok: true });
    for (const [file, month] of [
      ['Tidsrapporten', report(mostUnread + 1, 'x\n')],
      ['Avvikelseblanketten', form(mostUnread + 1, 'x\n')],
    ] as const) {
      const refused = await dryRun(inputOf(month));
      expect(refused).toMatchObject({ ok: false, code: 'TOO_MANY_ERRORS' });
      expect(JSON.stringify(refused)).toContain(
        `${file}, rad ${mostUnread + 2}, kolumn Månad: fler rader än någon månad har`,
      );
    }
  });

  it('and one of which every row is empty, or a form without end, likewise', async () => {
    expect(await dryRun(inputOf(report(mostBlank + 1, ';\n')))).toMatchObject({ ok: false, code: 'TOO_MANY_ROWS' });
    expect(await dryRun(inputOf(form(mostBlank + 1, '\n')))).toMatchObject({ ok: false, code: 'TOO_MANY_ROWS' });
    const absent = '2026-10;P1;A-1;2026-10-02;;;ÖVRIGT;;;\n';
    expect(await dryRun(inputOf(form(200_001, absent)))).toMatchObject({ ok: false, code: 'TOO_MANY_ROWS' });
  });
});

describe('a trail without end', () => {
  const visit = '2026-10;P1;A-1;OMV;2026-10-01;08:00;08:45;45;45;UTFÖRD\n';

  it('is kept to a thousand of a case, and the rest is counted', async () => {
    const { cases } = await judged(report(3001, visit));
    expect(cases[0]?.trail).toHaveLength(1000);
    // The first is paid: one line says that, and three thousand repeat it.
    expect(cases[0]).toMatchObject({ moreRows: 2001, unpaid: { DUPLICATE: 135_000 } });
  });

  it('is kept to a hundred thousand in all', async () => {
    const cases = Array.from({ length: 120 }, (_, n) => aCase({ caseNo: `A-${n}` }));
    const raw = {
      report: `${reportHeader}\n${cases.map(({ caseNo }) => visit.replace('A-1', caseNo).repeat(1001)).join('')}`,
    };
    const run = await judged({ raw, cases });
    expect(run.cases.reduce((sum, { trail }) => sum + trail.length, 0)).toBe(100_000);
    expect(run.cases.reduce((sum, { moreRows = 0 }) => sum + moreRows, 0)).toBe(20_120);
  });
});

describe('the command, of a hostile file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'utfort-hostile-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  /** What the kernel saw of it: a child's own memory, and not that of whoever started it. */
  const highWater = `data:text/javascript,${encodeURIComponent(
    'import { readFileSync } from "node:fs"; process.on("exit", () => { const [, kb] = /VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8")); const { user, system } = process.cpuUsage(); console.error("COST", kb, user + system); });',
  )}`;

  async function check(report: string): Promise<{ ended: unknown; kb: number; us: number; said: string }> {
    const month = join(folder, '2026-10');
    putMonths(folder, { '2026-10': { cases: [inFile('A-1', 600)], visits: { P1: {} } } });
    writeFileSync(join(month, 'P1-report.csv'), report);
    const command = ['--import', highWater, 'infra/local/utfort.ts', 'check', '--pack', 'leksand', '--in', month];
    const run = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    run.stderr.on('data', (piece) => {
      said += piece;
    });
    const ended = await new Promise((done) => run.once('close', done));
    const [, kb, us] = /COST (\d+) (\d+)/.exec(said) ?? [];
    return { ended, kb: Number(kb), us: Number(us), said };
  }

  it('is within 128 MB and a second of the processor', { timeout: 120_000 }, async () => {
    await check(rowsOf(1, 'x\n'));
    const alone = await check(rowsOf(1, 'x\n'));
    for (const [row, count, code] of [
      ['"x;\r\n', 500_000, 2],
      ['x;y\r\n', 500_000, 2],
      ['x;y\r\n', 90_000, 1],
    ] as const) {
      const { ended, kb, us, said } = await check(rowsOf(count, row));
      expect(ended, row).toBe(code);
      expect(kb, row).toBeLessThan(128 * 1024);
      expect(us - alone.us, row).toBeLessThan(1_000_000);
      if (code === 1) expect(said).toContain('… och 89981 fel till.');
    }
  });
});

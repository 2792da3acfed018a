import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A month's workbook, made by the command line, filled in and saved by LibreOffice, and checked: by hand, where
 * LibreOffice Calc and its Python are (Debian: libreoffice-calc, python3-uno). `node test/judges/libreoffice/fill-and-check.ts`.
 */
const folder = mkdtempSync(join(tmpdir(), 'utfort-sheets-'));
const cases = 'test/fixtures/leksand-2026-10/cases.json';
const utfort = (...args: string[]) =>
  execFileSync(process.execPath, ['infra/local/utfort.ts', ...args], { encoding: 'utf8' });
const python = process.env.UNO_PYTHON ?? '/usr/bin/python3';

try {
  const template = join(folder, 'template.xlsx');
  const of = ['--pack', 'leksand', '--cases', cases];
  utfort('template', ...of, '--month', '2026-10', '--provider', 'P1', '--format', 'xlsx', '--out', template);
  const answers = (['xlsx', 'ods'] as const).map((kind) => {
    const saved = join(folder, `saved.${kind}`);
    const filter = { xlsx: 'Calc MS Excel 2007 XML', ods: 'calc8' }[kind];
    execFileSync(python, [join(import.meta.dirname, 'fill.py'), template, saved, filter], { stdio: 'inherit' });
    return utfort('check', ...of, '--report', saved);
  });
  if (new Set(answers).size !== 1) throw new Error('XLSX and ODS are judged differently');
  const { file, cases: judged, total } = JSON.parse(answers[0] ?? '{}');
  if (file.status !== 'COMPLETE') throw new Error(JSON.stringify(file.errors));
  process.stdout.write(`${JSON.stringify({ status: file.status, cases: judged.length, minutes: total.minutes })}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

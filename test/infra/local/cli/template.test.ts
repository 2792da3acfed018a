import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paperForms } from '../../../../functions/months/forms/paper-pages.ts';
import { formHeader, reportHeader } from '../../../support/a-month.ts';
import { pdfText } from '../../../support/pdf-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'template-'));
const cases = 'test/fixtures/leksand-2026-10/cases.json';
const usual = { pack: 'leksand', cases, month: '2026-10', provider: 'P1', format: 'csv', out: join(folder, 'P1.csv') };

const utfort = (...args: string[]): Promise<{ code: unknown; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['infra/local/utfort.ts', ...args], (error, out, err) =>
      resolve({ code: error ? error.code : 0, out, err }),
    );
  });
const template = (given: Partial<Record<keyof typeof usual, string>> = {}) =>
  utfort('template', ...Object.entries({ ...usual, ...given }).flatMap(([name, value]) => [`--${name}`, value]));

describe('utfort template', () => {
  it('writes the time report and the deviation form beside it', async () => {
    const { code, out, err } = await template();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const beside = join(folder, 'P1-avvikelser.csv');
    expect(JSON.parse(out)).toEqual({ files: [usual.out, beside] });
    const lines = readFileSync(usual.out, 'utf8').split('\r\n');
    expect(lines[0]).toBe(`\ufeff${reportHeader}`);
    expect(lines).toContain('2026-10;P1;A-1001;OMV;;;;;;');
    expect(lines.at(-2)).toBe('2026-10;P1;TOTALT;SUMMA;;;;0;0;');
    expect(readFileSync(beside, 'utf8')).toBe(`\ufeff${formHeader}\r\n`);
  });

  it('writes one workbook, which check reads as it is', async () => {
    const book = join(folder, 'P1.xlsx');
    expect(JSON.parse((await template({ format: 'xlsx', out: book })).out)).toEqual({ files: [book] });
    const { code, out } = await utfort('check', '--pack', 'leksand', '--cases', cases, '--report', book);
    expect(code).toBe(1);
    const { provider, file } = JSON.parse(out);
    expect(provider).toBe('P1');
    expect(new Set(file.errors.map((error: { code: string }) => error.code))).toEqual(new Set(['BAD_DATE']));
  });

  it('writes both forms to print, with letters that no other print has', async () => {
    const pdf = join(folder, 'P1.pdf');
    const first = JSON.parse((await template({ format: 'pdf', out: pdf })).out);
    const again = JSON.parse((await template({ format: 'pdf', out: pdf })).out);
    const prints: { form: string; letters: string; pages: number }[] = [...first.prints, ...again.prints];
    expect(first.files).toEqual([pdf]);
    expect(prints.map(({ form }) => form)).toEqual([...paperForms, ...paperForms]);
    expect(new Set(prints.map(({ letters }) => letters)).size).toBe(4);
    for (const { letters } of prints) expect(letters).toMatch(/^[A-Z2-7]{8}$/);
    const text = pdfText(readFileSync(pdf));
    for (const { letters, pages } of again.prints) expect(text).toContain(`UTF1.${letters}.${pages}.${pages}.`);
  });

  it.each([
    ['a provider that is not there', { provider: 'P9' }, 'utföraren finns inte'],
    ['another kind of file', { format: 'docx' }, '--format: ogiltigt värde docx'],
    ['no month', { month: '2026-13' }, '--month: ogiltigt värde'],
    ['a pack that has no month', { pack: 'sn2016-840' }, 'ingen månadsredovisning'],
    ['a file that cannot be written', { out: join(folder, 'no', 'P1.csv') }, 'går inte att skriva'],
    ['no cases', { cases: join(folder, 'none.json') }, 'none.json'],
  ])('is 2, and writes nothing, for %s', async (_, given, words) => {
    const out = join(folder, 'never.csv');
    const { code, out: said, err } = await template({ out, ...given });
    expect({ code, said }).toEqual({ code: 2, said: '' });
    expect(err).toContain(words);
    expect(existsSync(out)).toBe(false);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aPageOf, aPdf, flate, handMadePdf, pdfObject } from '../../../support/a-pdf.ts';

const packed = '/Filter/FlateDecode';
const page = (content: string, ...others: readonly Buffer[]) => aPageOf(flate(content), { head: packed }, ...others);
const wide = (map: string, widths = '[]') =>
  aPageOf(
    'BT /F 1 Tf <00410042> Tj ET',
    { font: '<</Subtype/Type0/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[<</W 8 0 R>>]>>' },
    pdfObject(7, packed, flate(map)),
    pdfObject(8, widths),
  );
const raw = (text: string) => Buffer.from(`%PDF-1.7\n${text}`, 'latin1');
const heads = Array.from({ length: 4000 }, (_, at) => `${at + 10} 0 `).join('');

/** What somebody may hand in to stop the house. */
const hostile: Readonly<Record<string, () => Promise<Buffer> | Buffer>> = {
  'a bomb of 200 MB': () => aPageOf(flate(Buffer.alloc(200_000_000)), { head: packed }),
  'just below the most that is unpacked': () => page('q Q '.repeat(1_048_000)),
  'a text of megabytes': () => page(`BT /F 1 Tf (${'x'.repeat(4_000_000)}) Tj ET`),
  'letters within what is worked': () => page(`BT /F 1 Tf ${'(ab) Tj 1 2 Td '.repeat(22_000)}`),
  'a remark without end': () => page(`%${'x'.repeat(4_000_000)}`),
  'blanks without end': () => page(' '.repeat(4_000_000)),
  'lists in lists': () => page('['.repeat(1_000_000)),
  'texts that never end': () => page('('.repeat(4_000_000)),
  'escapes without end': () => page(`(${'\\a'.repeat(2_000_000)})`),
  'pictures that never end': () => page('ID '.repeat(1_300_000)),
  'pictures without end': () => page('ID EI '.repeat(600_000)),
  'forms in themselves': () =>
    aPageOf(
      '/X Do',
      { more: '/XObject<</X 6 0 R>>' },
      pdfObject(6, '/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>', '/X Do /X Do'),
    ),
  'a form without end': () =>
    aPageOf(
      flate('/X Do '.repeat(600_000)),
      { head: packed, more: '/XObject<</X 6 0 R>>' },
      pdfObject(6, '/Subtype/Form', 'q Q'),
    ),
  'a map of letters again and again': () => wide('<0000><ffff><0041> endbfrange '.repeat(100_000)),
  'a map with no end of numbers': () => wide('<ffffffffffffff00><ffffffffffffffff><0041> endbfrange'),
  'widths again and again': () => wide('<0000><ffff><0041> endbfrange', `[${'0 65535 500 '.repeat(300_000)}]`),
  'streams that never end': () =>
    raw(Array.from({ length: 20_000 }, (_, at) => `${at + 1} 0 obj<</Length 1>>stream\n`).join('')),
  'digits without end': () => raw('1'.repeat(5_000_000)),
  'digits and blanks without end': () => raw('1 '.repeat(2_500_000)),
  'objects without end': () => raw(Array.from({ length: 300_000 }, (_, at) => `${at} 0 obj 1\n`).join('')),
  'dictionaries without end': () => raw(`1 0 obj [${'<<>>'.repeat(1_000_000)}]`),
  'dictionaries in dictionaries': () => raw(`1 0 obj ${'<</A '.repeat(800_000)}`),
  'pages without end': () =>
    handMadePdf(...Array.from({ length: 15_000 }, (_, at) => pdfObject(at + 1, '<</Type/Page>>'))),
  'a page above itself': () =>
    handMadePdf(pdfObject(3, '<</Type/Page/Parent 3 0 R/Contents 4 0 R>>'), pdfObject(4, '', 'q')),
  'references in a ring': () =>
    handMadePdf(pdfObject(3, '4 0 R'), pdfObject(4, '3 0 R'), pdfObject(5, '<</Type 3 0 R>>')),
  'one object read again and again': () =>
    handMadePdf(
      pdfObject(3, `/Type/ObjStm/N 4000/First ${heads.length}${packed}`, flate(`${heads}[${'(a)'.repeat(1_000_000)}]`)),
    ),
  'cut short': async () => (await aPdf((one) => one.text('Faktura'))).subarray(0, 700),
};

/** Reads each file, in a process with little room that is swept between them; says what came of it and what it took. */
const reader = `
import { readFileSync } from 'node:fs';
import { readPdf } from ${JSON.stringify(join(import.meta.dirname, '../../../../shared/pdf/reading/read-pdf.ts'))};
readPdf(Buffer.from('%PDF-1.7'));
gc();
const before = process.resourceUsage().maxRSS;
const answers = process.argv.slice(1).map((file) => {
  const bytes = readFileSync(file);
  const start = process.cpuUsage();
  const { why, texts } = readPdf(bytes);
  const { user, system } = process.cpuUsage(start);
  gc();
  const grown = (process.resourceUsage().maxRSS - before) / 1024;
  return { why: why ?? (texts && 'read'), ms: (user + system) / 1000, grown };
});
console.log(JSON.stringify(answers));
`;
type Answer = { readonly why: string; readonly ms: number; readonly grown: number };

it('is refused or read within a second of work and 128 MB, the process alive (L-42)', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'utfort-pdf-'));
  try {
    const files: string[] = [];
    for (const make of Object.values(hostile)) {
      const path = join(folder, `${files.length}.pdf`);
      writeFileSync(path, await make());
      files.push(path);
    }
    const run = ['--max-old-space-size=128', '--expose-gc', '--input-type=module', '-e', reader, ...files];
    const answers = JSON.parse(execFileSync(process.execPath, run, { encoding: 'utf8' })) as Answer[];
    const told = Object.keys(hostile).map((name, at) => ({ name, ...answers[at] }));
    expect(told.filter(({ why, ms = 1e9, grown = 1e9 }) => why === undefined || ms > 1000 || grown > 128)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { everyPdf, setters } from './every-pdf.ts';
import { judgePdfUa, type Verdict } from './judge.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'out/pdf');
const asItWas = join(root, 'test/fixtures/from-the-field/pdf-ua-claimed-not-met/statement.pdf');
const verdicts = new Map<string, Verdict>();

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  const files = [asItWas];
  for (const [name, made] of Object.entries(everyPdf)) {
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, await made());
    files.push(file);
  }
  for (const verdict of judgePdfUa(files)) verdicts.set(basename(verdict.file, '.pdf'), verdict);
});

describe('veraPDF, held against what says of itself that it is PDF/UA-1', () => {
  it.each(Object.keys(everyPdf))('finds nothing in %s', (name) => {
    const verdict = verdicts.get(name);
    expect(verdict?.findings).toEqual([]);
    expect(verdict?.checks).toBeGreaterThan(300);
  });

  it('finds the fault of the statement as it once was', () => {
    const found = verdicts.get(basename(asItWas, '.pdf'))?.findings ?? [];
    expect(found.join('\n')).toMatch(/^7\.21\.4\.2-2 .*CIDSet/);
  });

  it('is shown the work of everybody who sets a PDF', async () => {
    const found: string[] = [];
    for await (const file of glob('{functions,shared,infra}/**/*.ts', { cwd: root }))
      if (/\btaggedPdf\(|\bpagedForm\(|\bPDFDocument\b/.test(await readFile(join(root, file), 'utf8')))
        found.push(file);
    expect(found.filter((file) => !file.startsWith('shared/pdf/')).sort()).toEqual(setters);
  });
});

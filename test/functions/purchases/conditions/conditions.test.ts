import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../../shared/messages/en.ts';
import { sv } from '../../../../shared/messages/sv.ts';
import { packs } from '../../../../shared/packs/packs.ts';
import { PurchaseCondition } from '../../../../shared/packs/purchase-rules.ts';

const root = join(import.meta.dirname, '../../../..');
const catalogues = [sv, en].map((catalogue) => Object.keys(catalogue));

describe('what people are told has words in both languages', () => {
  it.each(PurchaseCondition.options)('%s', (what) => {
    for (const codes of catalogues) expect(codes).toContain(`purchase-${what}`);
  });

  it('every code with which a step refuses', () => {
    const texts = globSync('functions/purchases/**/*.ts', { cwd: root }).map((path) =>
      readFileSync(join(root, path), 'utf8'),
    );
    const used = texts.flatMap((text) =>
      [...text.matchAll(/(?:refuse\('\w+', |atBody\(|lacking\(|sentence\()'([\w-]+)'/g)].map(([, code = '']) => code),
    );
    expect(new Set(used).size).toBeGreaterThan(50);
    for (const codes of catalogues) expect(used.filter((code) => !codes.includes(code))).toEqual([]);
  });
});

it('no code names a municipality, or one of its rules, to decide', () => {
  const names = packs.map(({ name }) => name);
  const deciding = globSync('functions/purchases/**/*.ts', { cwd: root }).filter((path) => {
    const code = readFileSync(join(root, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
    return names.some((name) => code.includes(`'${name}'`)) || /'(?:[BHLMS]-|A)\d\d'/.test(code);
  });
  expect(deciding).toEqual([]);
});

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** The code without what it says of itself. */
const codeOf = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');

/** Which routines' paragraphs the code names: one has them in its pack, or in the record of a deadline or an event. */
const routinesIn = (text: string): readonly string[] => [
  ...new Set([...codeOf(text).matchAll(/'([BHLMS])-\d\d'/g)].map(([, routine = '']) => routine)),
];

/** A paragraph that hangs on a parameter, a number or the event that a clock counts from. */
const choosing = /(?:params(?:\.\w+|\['[^']+'\])|\bclock\b|\bevent\b|\bDays\b)[^;\n{}]*\?\s*'[A-Z]-?\d\d'/;

describe('a paragraph is the pack’s, never the code’s choice', () => {
  const sources = globSync('functions/**/*.ts', { cwd: root }).map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }));

  it('no file names those of two routines', () => {
    const mixed = sources.filter(({ text }) => routinesIn(text).length > 1).map(({ path }) => path);
    // An order for a later day sets its start in every routine, in the words of the one that says so (S-14).
    expect(mixed).toEqual(['functions/orders/limits/start-limit.ts']);
  });

  it('and none hangs on a parameter or an event', () => {
    expect(sources.filter(({ text }) => choosing.test(codeOf(text))).map(({ path }) => path)).toEqual([]);
  });

  it.each([
    ["const rule = params['switch.minDays'] > 0 ? 'S-56' : 'L-62';", 2, true],
    ["const rule = event === 'SENT' ? 'L-10' : 'L-11';", 1, true],
    ["const rules = { SENT: 'L-13', CONTACTED: 'S-31' };", 2, false],
    ["// 'L-10' or 'S-08'\nconst rule = 'L-10';", 1, false],
  ])('%s is seen', (text, routines, isChoosing) => {
    expect([routinesIn(text).length, choosing.test(codeOf(text))]).toEqual([routines, isChoosing]);
  });
});

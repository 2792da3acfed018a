import { expect, it } from 'vitest';
import { answerChunks } from '../../../../functions/months/dry-run/answer-chunks.ts';
import { bytesSource } from '../../../../functions/months/dry-run/byte-source.ts';
import { dryRun, lazyDryRun } from '../../../../functions/months/dry-run/dry-run.ts';
import { told } from '../../../../functions/months/dry-run/file-errors.ts';
import { aCase, inputOf } from '../../../support/a-month.ts';
import { inputFor } from '../../../support/held-together.ts';
import { randomMonth } from '../../../support/random-month.ts';

it('writes in pieces what the answer is as a whole, in the contract’s order', async () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const month = randomMonth(seed);
    const sources = { report: bytesSource(month.report), deviations: bytesSource(month.deviations) };
    const input = inputFor(month, sources);
    const [whole, lazy] = [await dryRun(input), await lazyDryRun(input)];
    if (!whole.ok || !lazy.ok) continue;
    const text = [...answerChunks(lazy.value)].join('');
    const { errors, warnings, ...file } = whole.value.file;
    const named = { ...file, errors: errors.map(told), warnings: warnings.map(told) };
    const { sums: _, absences: __, registrations: ___, deviationCounts: ____, ...answered } = whole.value;
    const contract = { ...answered, file: named };
    expect(text).not.toContain('"columns"');
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(contract)));
    expect(Object.keys(JSON.parse(text))).toEqual(['provider', 'file', 'cases', 'total']);
  }
});

it('keeps pieces small when every row has its own entry', async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => `A-1;OMV;2026-10-01;08:00;08:45;${index};45;UTFÖRD`);
  const answer = await lazyDryRun(inputOf({ rows, cases: [aCase()], trail: 'all' }));
  if (!answer.ok) throw new Error(answer.code);
  const pieces = [...answerChunks(answer.value)];
  expect(pieces.length).toBeGreaterThan(3);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
  expect(JSON.parse(pieces.join('')).cases[0].trail).toHaveLength(3000);
});

import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const fixtures = new URL('../../../fixtures/from-the-field/', import.meta.url).pathname;

/** The folders that hold a month's files; the others are about mail, search and the portal. */
const months = readdirSync(fixtures).filter((name) =>
  ['cases.json', 'report.csv', 'deviations.csv'].every((file) => existsSync(`${fixtures}${name}/${file}`)),
);

const Expected = z.strictObject({
  exit: z.int().optional(),
  charged: z.int().optional(),
  status: z.string().optional(),
  unpaid: z.record(z.string(), z.int()).optional(),
  'stderr contains': z.string().optional(),
});
const Answer = z.object({
  cases: z.array(z.object({ charged: z.int(), status: z.string(), unpaid: z.record(z.string(), z.int()) })).length(1),
});

function check(name: string): Promise<{ code: unknown; out: string; err: string }> {
  const folder = `${fixtures}${name}`;
  const files = ['--cases', 'cases.json', '--report', 'report.csv', '--deviations', 'deviations.csv'].map((word) =>
    word.startsWith('--') ? word : `${folder}/${word}`,
  );
  return new Promise((resolve) => {
    execFile(process.execPath, ['infra/local/utfort.ts', 'check', '--pack', 'leksand', ...files], (error, out, err) =>
      resolve({ code: error ? error.code : 0, out, err }),
    );
  });
}

describe('files as people make them, after what users of other systems reported', () => {
  it.each(months)('%s', async (name) => {
    const file: unknown = JSON.parse(readFileSync(`${fixtures}${name}/expected.json`, 'utf8'));
    const { 'stderr contains': words, exit = 0, ...figures } = z.object({ expected: Expected }).parse(file).expected;
    const { code, out, err } = await check(name);
    expect({ code, err }).toEqual({ code: exit, err: expect.stringContaining(words ?? 'minuter att debitera') });
    if (exit < 2) expect(Answer.parse(JSON.parse(out)).cases[0]).toMatchObject(figures);
    else expect(out).toBe('');
  });

  it('are a dozen at least', () => expect(months.length).toBeGreaterThanOrEqual(12));
});

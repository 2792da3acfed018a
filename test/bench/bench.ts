import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type City, writeCity } from './city.ts';

/**
 * `npm run bench`: the dry run over one file of 250,000 visits and over a city's month, 100 files of 25,000. Each is
 * judged in its own process beside two loops over the same bytes from the same reader: the plain count, a `for` over
 * every byte that compares it with 10, and the floor, `indexOf(10)`. Rounds are interleaved; what is told is the
 * median of the rounds' ratios of processor time. Memory is the most that the process ever held.
 */
const sizes: readonly (readonly [string, City])[] = [
  ['one file', { providers: 1, casesEach: 2500, rowsEach: 250_000 }],
  ['a city', { providers: 100, casesEach: 250, rowsEach: 25_000 }],
];

const run = (...args: string[]): string =>
  execFileSync(
    process.execPath,
    args.map((arg) => arg),
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
const script = (name: string): string => new URL(name, import.meta.url).pathname;

run(script('same-answers.ts'));
console.log('200 random months: the same answers as the plain check');

for (const [name, city] of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const bytes = writeCity(folder, city);
    const rows = city.providers * city.rowsEach;
    console.log(`\n${name}: ${city.providers} × ${city.rowsEach} visit rows, ${(bytes / 1e6).toFixed(1)} MB`);
    console.log(run(script('rounds.ts'), folder, String(city.providers), String(rows)).trimEnd());
    console.log(run(script('memory.ts'), folder, String(city.providers)).trimEnd());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

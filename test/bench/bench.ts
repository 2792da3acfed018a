import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type City, writeCity } from './city.ts';

/**
 * `npm run bench`: the dry run over one file of 250,000 visits and over a city's month, 100 files of 25,000, its 25,000
 * cases in one `cases.json`. Time: from bytes to the answer as text, `cases.json` read before, in one process, beside
 * two loops over the same bytes from the same reader: the plain count, a `for` over every byte that compares it with
 * 10, and the floor, `indexOf(10)`. Rounds are interleaved; what is told is the median of the rounds' ratios of
 * processor time. Memory: the most that a process of the command held, one for each file, `cases.json` and all.
 */
const sizes: readonly (readonly [string, City])[] = [
  ['one file', { providers: 1, casesEach: 2500, rowsEach: 250_000 }],
  ['a city', { providers: 100, casesEach: 250, rowsEach: 25_000 }],
];

/** As the command itself runs. */
const nodeFlags = ['--max-semi-space-size=1'];

const script = (name: string): string => new URL(name, import.meta.url).pathname;

function run(name: string, ...args: string[]): string {
  return execFileSync(process.execPath, [...nodeFlags, script(name), ...args], { encoding: 'utf8' }).trimEnd();
}

/** Runs the command over one provider's file. Gives the most memory it held, in MB. */
function memory(folder: string, id: string): number {
  const { stderr } = spawnSync(process.execPath, [script('memory.ts'), folder, id], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  return Number(stderr.trimEnd().split('\n').at(-1));
}

run('same-answers.ts');
console.log('200 random months: the same answers as the plain check');

for (const [name, city] of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const bytes = writeCity(folder, city);
    const rows = city.providers * city.rowsEach;
    console.log(`\n${name}: ${city.providers} × ${city.rowsEach} visit rows, ${(bytes / 1e6).toFixed(1)} MB`);
    console.log(run('rounds.ts', folder, String(city.providers), String(rows)));
    const ids = [1, Math.ceil(city.providers / 2), city.providers].map((number) => `P${number}`);
    const most = Math.max(...[...new Set(ids)].map((id) => memory(folder, id)));
    console.log(`  most memory of the command ${most} MB`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

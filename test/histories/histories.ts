import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type LoadedWay, loadWays } from '../../infra/local/load-ways.ts';
import { readHistory } from '../../infra/local/replay/history-file.ts';
import { replayHistory } from '../../infra/local/replay/replay-history.ts';
import { notYet } from './not-yet.ts';

/** What is not as a history says, in words; nothing where it comes out right. */
async function wrongIn(path: string, ways: readonly LoadedWay[]): Promise<readonly string[]> {
  const words: string[] = [];
  const listener = { line: () => undefined, missed: (one: string) => words.push(one) };
  const history = readHistory(JSON.parse(readFileSync(path, 'utf8')));
  const played = history.ok ? await replayHistory(history.value, listener, ways) : history;
  const faults = played.ok ? [] : (played.faults ?? []);
  return [...words, ...faults.map(({ at, message }) => message ?? at)];
}

/** Some of a folder's histories by their number, so that no run is longer than it may be; a number stands in one run. */
type Numbers = { readonly from: number; readonly before: number };

/**
 * Plays the histories of a folder, or those `among` some numbers. One on the list must still come out wrong: once it does
 * not, it leaves the list.
 */
export function playAll(folder: string, among: Numbers = { from: 0, before: Number.POSITIVE_INFINITY }): void {
  const isAmong = (file: string) => Number.parseInt(file, 10) >= among.from && Number.parseInt(file, 10) < among.before;
  describe(`histories of ${folder}`, () => {
    const every = globSync('*.json', { cwd: join(import.meta.dirname, folder) }).toSorted();
    const files = among.from === 0 && !Number.isFinite(among.before) ? every : every.filter(isAmong);
    const listed = Object.keys(notYet).filter((name) => name.startsWith(`${folder}/`));
    let ways: readonly LoadedWay[] = [];
    beforeAll(async () => {
      ways = await loadWays();
    });

    it('lists none that is not there', () => {
      expect(listed.filter((name) => !every.includes(name.slice(folder.length + 1)))).toEqual([]);
    });

    it.each(files)('%s', async (file) => {
      const wrong = await wrongIn(join(import.meta.dirname, folder, file), ways);
      if (!listed.includes(`${folder}/${file}`)) expect(wrong).toEqual([]);
      else expect(wrong, 'it comes out right: take it off test/histories/not-yet.ts').not.toEqual([]);
    });
  });
}

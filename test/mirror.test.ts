import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const tests = globSync('test/{functions,shared,infra}/**/*.test.ts', { cwd: root }).sort();
const sources = globSync('{functions,shared,infra}/**/*.ts', { cwd: root }).sort();

/** Where a test does not stand where its file does, and why. */
const elsewhere: Readonly<Record<string, string>> = {};

const placeOf = (test: string): string => dirname(test).replace(/^test\//, '');
const nameOf = (test: string): string => basename(test).replace(/(?:\.property)?\.test\.ts$/, '');
/** `functions/orders`, `shared/http`: where a name is looked for. */
const roomOf = (path: string): string => path.split('/').slice(0, 2).join('/');

it('every test stands in a folder that the house has', () => {
  const wrong = tests.filter((test) => !existsSync(join(root, placeOf(test))) && !(test in elsewhere));
  expect(wrong).toEqual([]);
});

it('a test with a file’s name stands where the file does', () => {
  const wrong = tests.filter((test) => {
    const alike = sources.filter(
      (path) => roomOf(path) === roomOf(placeOf(test)) && basename(path, '.ts') === nameOf(test),
    );
    return alike.length > 0 && !alike.some((path) => dirname(path) === placeOf(test)) && !(test in elsewhere);
  });
  expect(wrong).toEqual([]);
});

it('excuses nothing that needs no excuse', () => {
  expect(Object.keys(elsewhere).filter((test) => !tests.includes(test))).toEqual([]);
});

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

const files = globSync('functions/*/**/*.ts', { cwd: root });
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** Writes a row, or commits: the chain's work, and that of `shared/steps/commit.ts`. */
const doesItself = /\bjournalRow\(|\bjournalStore\([^)]*\)\s*\.append\(|\.commit\(|\bdone\([^;]*\bchanges: \[/;

describe('a capability says what its acts come to', () => {
  it.each([
    ["journalStore(table).append(journalRow(deps.newId('J'), at, caller, row))", true],
    ['await deps.table.commit(changes)', true],
    ['done(view, { changes: [one] })', true],
    ['await journalStore(table).ofCase(caseNo, page)', false],
    ['return done(view, { saves: [one], rows: [row] });', false],
  ])('%s is known for what a capability leaves to others, or not', (line, is) => {
    expect(doesItself.test(line)).toBe(is);
  });

  it('and none writes in the journal or commits by itself', () => {
    expect(files.length).toBeGreaterThan(250);
    expect(files.filter((path) => doesItself.test(textOf(path)))).toEqual([]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breakers } from './breakers.ts';
import { notYet, recordedOnly } from './recorded-only.ts';
import { rules } from './rule-table.ts';

const root = join(import.meta.dirname, '../..');
const textOf = (path: string): string => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
/** Of the five routines: what is refused, and what is marked overdue. */
const mustBreak = rules.filter(({ breach }) => breach === 'BLK' || breach === 'OVD').map(({ id }) => id);

describe('the rules whose breach is refused or overdue', () => {
  it('are 142 in the five routines', () => {
    expect(mustBreak.length).toBe(142);
    expect(rules.filter(({ breach }) => !['BLK', 'OVD', 'WRN', 'LOG', '-'].includes(breach))).toEqual([]);
  });

  it('each is broken by a test once, or is recorded only or not built yet, with the reason', () => {
    const broken = breakers.map(({ rule }) => rule);
    expect(mustBreak.filter((id) => !broken.includes(id) && !recordedOnly[id] && !notYet[id])).toEqual([]);
    expect(broken.filter((id, at) => !mustBreak.includes(id) || broken.indexOf(id) !== at)).toEqual([]);
  });
});

describe('a planted change', () => {
  it('has one place in its file, and changes it', () => {
    const wrong = breakers.filter(({ path, from, to }) => textOf(path).split(from).length !== 2 || from === to);
    expect(wrong.map(({ rule, path }) => `${rule} ${path}`)).toEqual([]);
  });

  it('has a test that is there by its name', () => {
    const wrong = breakers.filter(({ test, name }) => name.length < 10 || !textOf(test).includes(name));
    expect(wrong.map(({ rule, test, name }) => `${rule} ${test} ${name}`)).toEqual([]);
  });

  it('is made outside the tests', () => {
    expect(breakers.filter(({ path }) => !/^(?:functions|shared)\//.test(path)).map(({ rule }) => rule)).toEqual([]);
  });
});

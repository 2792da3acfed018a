import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deciders } from './deciders.ts';
import { notYet, recordedOnly } from './recorded-only.ts';
import { citations, citedIn, deciderOf, lookedUp, rules, ruleTable, standing, tablePath } from './rule-table.ts';

const cited = citations();
const ofOrders = rules.map(({ id }) => id).filter((id) => /^[LS]/.test(id));

describe('the rules of the routines', () => {
  it('are 240, each with its own id and a statement', () => {
    const count = (seed: string) => rules.filter(({ id }) => id.startsWith(seed)).length;
    expect(['B', 'H', 'L', 'M', 'S'].map(count)).toEqual([32, 42, 76, 28, 62]);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(240);
    expect(rules.filter(({ statement }) => statement.length < 10)).toEqual([]);
  });

  it('every one of L and S is carried out by a file, or recorded only with a reason', () => {
    expect(ofOrders.filter((id) => standing(id, cited.get(id) ?? []) === '**carried out by nothing**')).toEqual([]);
  });

  it('what is recorded only, or not built yet, is carried out by nothing, and is a rule', () => {
    const excused = [...Object.keys(recordedOnly), ...Object.keys(notYet)];
    expect(excused.filter((id) => cited.has(id) || !ofOrders.includes(id))).toEqual([]);
    expect(new Set(excused).size).toBe(excused.length);
  });

  it('whatever is cited can be looked up: rule, reading, deadline, letter, job or worked example', () => {
    expect([...cited.keys()].filter((id) => !lookedUp.has(id))).toEqual([]);
    expect([...lookedUp].filter(([, statement]) => statement.length < 10)).toEqual([]);
  });

  it('every one of L and S that is carried out is decided in one file', () => {
    const decided = deciders.flatMap(([, ids]) => ids);
    expect(ofOrders.filter((id) => cited.has(id) && !decided.includes(id))).toEqual([]);
    expect(decided.filter((id, at) => decided.indexOf(id) !== at)).toEqual([]);
  });

  it('the file that decides a rule cites it', () => {
    const decided = deciders.flatMap(([, ids]) => ids);
    expect(decided.filter((id) => !cited.get(id)?.includes(deciderOf(id) ?? ''))).toEqual([]);
  });

  it('the table in the repository is the one that the citations make: npm run rules', () => {
    expect(readFileSync(tablePath, 'utf8')).toBe(ruleTable(cited));
  });
});

describe('a citation', () => {
  it.each([
    ['// L-48', ['L-48']],
    ['(S-12, S-31) and A04', ['S-12', 'S-31', 'A04']],
    ['L-66–69', ['L-66', 'L-67', 'L-68', 'L-69']],
    ['L-22..25', ['L-22', 'L-23', 'L-24', 'L-25']],
    ["rule: 'S-60'", ['S-60']],
    ['both at once (S-43 to S-45; A20–A22)', ['S-43', 'S-44', 'S-45', 'A20', 'A21', 'A22']],
    ["code: 'D01', 'task-D41', kind N23 or M01, J03, E30", ['D01', 'D41', 'N23', 'M01', 'J03', 'E30']],
    ['case A-1001, SN/2016:840-700, BR-S-01, B-7, AL-12, PT12H, 2026-11-02T08', []],
  ])('%s', (text, ids) => {
    expect([...citedIn(text)].sort()).toEqual(ids.toSorted());
  });
});

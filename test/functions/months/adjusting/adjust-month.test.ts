import { describe, expect, it } from 'vitest';
import { adjustMonth, type StateOfMonth } from '../../../../functions/months/adjusting/adjust-month.ts';
import type { CaseInMonth } from '../../../../functions/months/dry-run/granted.ts';
import { aCase, inputOf } from '../../../support/a-month.ts';

const visit = (caseNo: string, date: string, minutes = 60) =>
  `${caseNo};OMV;${date};08:00;0${8 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')};${minutes};${minutes};UTFÖRD`;
const rows = [visit('A-1', '2026-10-05'), visit('A-1', '2026-10-20'), visit('A-2', '2026-10-05')];
const one = aCase();
const other = aCase({ caseNo: 'A-2' });

const state = (cases: readonly CaseInMonth[] = [one, other], report = rows, form: string[] = []): StateOfMonth => {
  const { report: file, deviations } = inputOf({ rows: report, form });
  return { cases, files: { report: file, deviations } };
};
const { rules, month, provider } = inputOf({});
const terms = { rules, month, provider, orePerHour: 38_750, notHandedIn: 'GRANTED' } as const;

async function adjusted(after: StateOfMonth, before = state(), changes: Partial<{ notHandedIn: 'NOTHING' }> = {}) {
  const answer = await adjustMonth(before, after, { ...terms, ...changes });
  if (!answer.ok) throw new Error(answer.code);
  const { statedOre, trueOre, amountOre } = answer.value;
  expect(amountOre).toBe(trueOre - statedOre);
  expect(answer.value.rows.reduce((sum, row) => sum + row.amountOre, 0)).toBe(amountOre);
  return answer.value.rows.map(({ caseNo, was, now, because }) => [caseNo, was, now, ...because].join(' '));
}

describe('a month that was stated, with what is known now', () => {
  it('has no row where nothing was told, and none for a case that no fact reached', async () => {
    expect(await adjusted(state())).toEqual([]);
    expect(await adjusted(state([{ ...one, known: [{ kind: 'DEATH', on: '2026-10-06' }] }, other]))).toEqual([
      'A-1 120 60 DEATH',
    ]);
    expect(await adjusted(state(), state([{ ...one, known: [{ kind: 'DEATH', on: '2026-10-06' }] }, other]))).toEqual([
      'A-1 60 120 DEATH',
    ]);
  });

  it('names each fact that reached the case', async () => {
    expect(
      await adjusted(state([{ ...one, known: [{ kind: 'HOSPITAL', from: '2026-10-18', to: null }] }, other])),
    ).toEqual(['A-1 120 60 HOSPITAL']);
    expect(await adjusted(state([{ ...one, services: [{ code: 'OMV', minutesPerMonth: 70 }] }, other]))).toEqual([
      'A-1 120 70 SERVICES',
    ]);
    expect(await adjusted(state([{ ...one, to: '2026-10-10' }, other]))).toEqual(['A-1 120 60 CASE_DATES']);
    expect(await adjusted(state([one, other], [...rows, visit('A-2', '2026-10-06', 30)]))).toEqual([
      'A-2 60 90 REPORT',
    ]);
    expect(
      await adjusted(
        state([one, other], rows, [
          'A-2;2026-10-05;;;AVLIDEN;;;',
          'A-1;2026-10-04;2026-10-06;;PLANERAD FRÅNVARO;;2026-10-01 08:00;',
        ]),
      ),
    ).toEqual(['A-1 120 60 FORM']);
    const both = [{ ...one, to: '2026-10-10', known: [{ kind: 'DEATH', on: '2026-10-02' } as const] }, other];
    expect(await adjusted(state(both))).toEqual(['A-1 120 0 DEATH CASE_DATES']);
  });

  it('takes a case away and brings another', async () => {
    expect(await adjusted(state([one], rows.slice(0, 2)))).toEqual(['A-2 60 0 CASE_DATES']);
    expect(await adjusted(state(), state([one], rows.slice(0, 2)))).toEqual(['A-2 0 60 CASE_DATES']);
  });

  it('holds what was charged where nothing was handed in against what came in later (A81)', async () => {
    const nothing: StateOfMonth = { cases: [one, other] };
    expect(await adjusted(nothing, nothing)).toEqual([]);
    expect(await adjusted(state(), nothing)).toEqual(['A-1 2520 120 HANDED_IN', 'A-2 2520 60 HANDED_IN']);
    expect(await adjusted(state(), nothing, { notHandedIn: 'NOTHING' })).toEqual([
      'A-1 0 120 HANDED_IN',
      'A-2 0 60 HANDED_IN',
    ]);
    // The dead were not granted help after D+1, whoever handed nothing in.
    const dead: StateOfMonth = { cases: [{ ...one, known: [{ kind: 'DEATH', on: '2026-10-15' }] }, other] };
    expect(await adjusted(dead, nothing)).toEqual(['A-1 2520 1301 DEATH']);
  });

  it('gives the same rows of the same two states, with why', async () => {
    const after = state([{ ...one, known: [{ kind: 'DEATH', on: '2026-10-06' }] }, other]);
    const first = await adjustMonth(state(), after, terms);
    expect(await adjustMonth(state(), after, terms)).toEqual(first);
    expect(first.ok && first.value.rows[0]?.why.map(({ rule }) => rule)).toContain('L-49');
  });
});

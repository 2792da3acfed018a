import { describe, expect, it } from 'vitest';
import { sorted } from '../../../../functions/mail/submitting/attached.ts';

const file = (sha256: string) => ({ sha256 });

describe('what is attached to a mail', () => {
  it('is the two files of one month, with what else there is', () => {
    const of = (file: 'report' | 'deviations', rows: number) => ({ file, month: '2026-10', rows });
    const report = { kind: 'report', months: [of('report', 9)], file: file('a') } as const;
    const deviations = { kind: 'deviations', months: [of('deviations', 1)], file: file('b') } as const;
    const others = [
      { kind: 'WORKBOOK', file: file('c') },
      { kind: 'NO_TEXT', file: file('d') },
      { kind: undefined, file: file('e') },
      { kind: 'NOT_A_WORKBOOK', file: file('f') },
      { kind: 'EMPTY', file: file('g') },
    ] as const;
    expect(sorted([report, deviations, ...others])).toEqual({
      ...{ report: file('a'), deviations: file('b'), rows: [of('report', 9), of('deviations', 1)] },
      others: ['WORKBOOK', 'PICTURE', 'OTHER', 'PACKED', 'EMPTY'],
    });
  });

  it('is one file when the same is there twice, and two of a kind when they differ', () => {
    const of = (sha256: string) => ({ kind: 'report', file: file(sha256) }) as const;
    expect(sorted([of('a'), of('a')])).toEqual({ report: file('a'), rows: [], others: [] });
    expect(sorted([of('a'), of('b')])).toMatchObject({ twice: 'report' });
  });

  it('takes a form of its own before a workbook’s sheet with no rows', () => {
    const rows = (file: 'report' | 'deviations') => ({ file, month: '2026-10', rows: 4 });
    const form = { kind: 'deviations', months: [rows('deviations')], file: file('b') } as const;
    const book = (...months: ReturnType<typeof rows>[]) => ({ kind: 'both', months, file: file('a') }) as const;
    expect(sorted([book(rows('report')), form])).toMatchObject({ report: file('a'), deviations: file('b') });
    expect(sorted([book(rows('report')), form])).not.toHaveProperty('twice');
    expect(sorted([book(rows('report'), rows('deviations')), form])).toHaveProperty('twice', 'deviations');
    expect(sorted([book(rows('report'))])).toMatchObject({ report: file('a'), deviations: file('a') });
  });

  it('counts the rows of the same file once', () => {
    const months = [{ file: 'report', month: '2026-10', rows: 4 }] as const;
    const one = { kind: 'report', months, file: file('a') } as const;
    expect(sorted([one, one]).rows).toEqual(months);
  });
});

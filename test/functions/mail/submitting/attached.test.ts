import { describe, expect, it } from 'vitest';
import { sorted } from '../../../../functions/mail/submitting/attached.ts';

const file = (sha256: string) => ({ sha256 });

describe('what is attached to a mail', () => {
  it('is the two files of one month, with what else there is', () => {
    const report = { kind: 'report', month: '2026-10', file: file('a') } as const;
    const deviations = { kind: 'deviations', month: '2026-10', file: file('b') } as const;
    const others = [
      { kind: 'WORKBOOK', file: file('c') },
      { kind: 'NO_TEXT', file: file('d') },
      { kind: undefined, file: file('e') },
    ] as const;
    expect(sorted([report, deviations, ...others])).toEqual({
      ...{ report: file('a'), deviations: file('b'), month: '2026-10' },
      others: ['WORKBOOK', 'PICTURE', 'OTHER'],
    });
  });

  it('is one file when the same is there twice, and two of a kind when they differ', () => {
    const of = (sha256: string) => ({ kind: 'report', file: file(sha256) }) as const;
    expect(sorted([of('a'), of('a')])).toEqual({ report: file('a'), others: [] });
    expect(sorted([of('a'), of('b')])).toMatchObject({ twice: 'report' });
  });

  it('is of no month where the files differ', () => {
    const of = (kind: 'report' | 'deviations', month: string) => ({ kind, month, file: file(kind) });
    expect(sorted([of('report', '2026-10'), of('deviations', '2026-09')])).not.toHaveProperty('month');
  });
});

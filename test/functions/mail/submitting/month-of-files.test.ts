import { describe, expect, it } from 'vitest';
import { monthOfFiles } from '../../../../functions/mail/submitting/month-of-files.ts';

const of = (month: string, rows: number, file: 'report' | 'deviations' = 'report') => ({ file, month, rows });
const found = (rows: readonly ReturnType<typeof of>[], said: { answered?: string; subject?: string; words?: string }) =>
  monthOfFiles({ answered: undefined, subject: '', words: '', today: '2026-11-02', ...said, rows });

describe('which month files are of', () => {
  it.each([
    ['what most rows say', [of('2026-09', 1), of('2026-10', 1199)], {}, '2026-10'],
    ['and the subject', [of('2026-09', 1), of('2026-10', 40)], { subject: 'Redovisning oktober' }, '2026-10'],
    [
      'and the letter, whatever the subject says',
      [of('2026-10', 4)],
      { answered: '2026-10', subject: 'maj 2026' },
      '2026-10',
    ],
    [
      'with a form whose one row of two is a slip',
      [of('2026-10', 90), of('2026-10', 1, 'deviations'), of('2026-09', 1, 'deviations')],
      {},
      '2026-10',
    ],
    ['the letter’s where no row says any', [], { answered: '2026-08', subject: 'september' }, '2026-08'],
    ['the subject’s', [], { subject: 'september', words: 'för augusti' }, '2026-09'],
    ['the words’', [], { words: 'för augusti' }, '2026-08'],
    ['the latest that is over', [], {}, '2026-10'],
  ])('%s', (_, rows, said, month) => {
    expect(found(rows, said)).toEqual({ ok: true, month });
  });

  it.each([
    ['rows that are split', [of('2026-09', 20), of('2026-10', 20)], { subject: 'oktober' }, 'months-split'],
    ['a form that is all of another month', [of('2026-10', 900), of('2026-09', 9, 'deviations')], {}, 'months-split'],
    ['another month in the subject', [of('2026-09', 40)], { subject: 'Redovisning oktober' }, 'month-differs'],
    ['another month’s letter', [of('2026-09', 40)], { answered: '2026-10', subject: 'september' }, 'month-differs'],
  ])('asked about: %s', (_, rows, said, because) => {
    expect(found(rows, said)).toEqual({ ok: false, because });
  });
});

import { describe, expect, it } from 'vitest';
import { columnsInWords, columnsWrong } from '../../../shared/domain/columns-wrong.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 11);

describe('which columns are missing and which are unknown, in words', () => {
  it.each<[string, readonly string[], readonly number[], string]>([
    ['one that is missing', ['Status'], [], 'Det här saknas: Status.'],
    ['two', ['Start', 'Slut'], [], 'Det här saknas: Start och Slut.'],
    ['one that is not known', [], [11], 'Det här känns inte igen: kolumn nummer 11.'],
    [
      'both',
      ['Start', 'Slut', 'Status'],
      [4, 5],
      'Det här saknas: Start, Slut och Status. Det här känns inte igen: kolumn nummer 4 och 5.',
    ],
    ['ten', [], upTo(10), 'Det här känns inte igen: kolumn nummer 11, 12, 13, 14, 15, 16, 17, 18, 19 och 20.'],
    ['more', [], upTo(12), 'Det här känns inte igen: kolumn nummer 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 och 2 till.'],
    ['none', [], [], ''],
  ])('%s', (_, missing, unknown, said) => {
    expect(columnsInWords(columnsWrong(missing, unknown))).toBe(said);
  });

  it('keeps no more than it names', () => {
    expect(columnsWrong([], upTo(5000))).toEqual({ missing: [], unknown: upTo(10), more: 4990 });
  });
});

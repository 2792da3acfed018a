import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  exactIn,
  minus,
  negated,
  oreOf,
  plus,
  product,
  rounded,
  same,
  wholeOf,
} from '../../../../functions/invoices/reading/exact.ts';

const of = (text: string) => exactIn(text) ?? expect.fail(text);

describe('a number with decimals, exactly', () => {
  it.each([
    ['85386.25', 8_538_625],
    [' -4530.42 ', -453_042],
    ['+7', 700],
    ['.5', 50],
    ['5.', 500],
    ['1.230', 123],
    ['0.001', undefined],
  ])('%s kronor are öre', (text, ore) => {
    expect(oreOf(of(text))).toBe(ore);
  });

  it.each(['', '-', '.', '1,5', '1 000', '1e3', 'NaN', '0x10', '١', '9'.repeat(41)])('%s is none', (text) => {
    expect(exactIn(text)).toBeUndefined();
  });

  it.each([
    ['2.345', '2.35'],
    ['2.344', '2.34'],
    ['-2.345', '-2.34'],
    ['-2.346', '-2.35'],
    ['-0.005', '0'],
    ['7', '7'],
  ])('%s is rounded to %s, a half upwards', (text, to) => {
    expect(same(rounded(of(text), 2), of(to))).toBe(true);
  });

  it('adds, takes off and multiplies without losing anything', () => {
    expect(same(plus(of('0.1'), of('0.2')), of('0.3'))).toBe(true);
    expect(same(minus(of('1'), of('0.9')), of('0.10'))).toBe(true);
    expect(same(product(of('12345'), of('415.00')), of('5123175'))).toBe(true);
  });

  it('is whole, or is not, and is no number where it is too large for one', () => {
    expect(wholeOf(of('60.00'))).toBe(60);
    expect(wholeOf(of('60.01'))).toBeUndefined();
    expect(wholeOf(of('9007199254740993'))).toBeUndefined();
  });

  it('always orders numbers as they are, however many decimals they are written with', () => {
    const number = fc
      .tuple(fc.integer(), fc.nat({ max: 999 }))
      .map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`);
    fc.assert(
      fc.property(number, fc.nat({ max: 5 }), (text, zeros) => {
        const [one, other] = [of(text), of(text + '0'.repeat(zeros))];
        expect(compare(one, other)).toBe(0);
        expect(compare(plus(one, of('0.0001')), other)).toBe(1);
        expect(compare(negated(one), negated(plus(other, of('0.0001'))))).toBe(1);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { missed } from '../../../../infra/local/replay/expectation.ts';

const answer = {
  state: 'started',
  version: 3,
  to: null,
  lines: [
    { caseNo: 'A-1', charged: 180 },
    { caseNo: 'A-2', charged: 0 },
  ],
  warnings: [],
};

describe('what a step expects', () => {
  it.each([
    ['a part of the answer', { state: 'started' }],
    ['items in any order, each by a part', { lines: [{ charged: 0 }, { caseNo: 'A-1' }] }],
    ['an empty list', { warnings: [] }],
    ['null, and what is not there', { to: null, ending: null }],
    ['the length of a list', { lines: { $length: 2 } }],
    ['what no item is', { lines: { $none: { caseNo: 'A-3' } } }],
    ['a part of a text', { state: { $has: 'art' } }],
    ['a word anywhere in a value', { lines: { $has: 'A-2' } }],
    ['what is at most something', { version: { $atMost: 3 } }],
    ['one of several', { state: { $any: ['placed', 'started'] } }],
    ['another value than', { state: { $not: 'placed' } }],
    ['items of which one fits less than another', { lines: [{}, { caseNo: 'A-1' }] }],
  ])('holds %s', (_, expected) => {
    expect(missed(expected, answer, '')).toEqual([]);
  });

  it.each([
    ['another value', { state: 'placed' }, ['state: väntat "placed", blev "started"']],
    ['a number as text', { version: '3' }, ['version: väntat "3", blev 3']],
    [
      'an item that is nearly there',
      { lines: [{ caseNo: 'A-1', charged: 77 }] },
      ['lines[0].charged: väntat 77, blev 180'],
    ],
    ['an item that none is left for', { lines: [{}, {}, {}] }, [expect.stringContaining('lines: väntat [{},{},{}]')]],
    ['a list that should be empty', { lines: [] }, [expect.stringContaining('lines: väntat []')]],
    ['an item of an empty list', { warnings: ['X'] }, ['warnings: väntat "X", listan är tom']],
    ['a length', { lines: { $length: 1 } }, [expect.stringContaining('lines: väntat {"$length":1}')]],
    ['an item that should not be', { lines: { $none: { charged: 0 } } }, [expect.stringContaining('$none')]],
    ['a text that it has not', { state: { $has: 'ert' } }, [expect.stringContaining('$has')]],
    ['none of several', { state: { $any: ['placed', 'closed'] } }, [expect.stringContaining('$any')]],
    ['what is more', { version: { $atMost: 2 } }, [expect.stringContaining('$atMost')]],
    ['what cannot be compared', { version: { $atMost: '9' } }, [expect.stringContaining('$atMost')]],
    ['what it should not be', { state: { $not: 'started' } }, [expect.stringContaining('$not')]],
    ['what is not there at all', { ending: { $not: 'x' } }, [expect.stringContaining('$not')]],
    ['fields of what is none', { state: { on: 1 } }, ['state: väntat {"on":1}, blev "started"']],
    ['something where null is expected', { state: null }, ['state: väntat null, blev "started"']],
  ])('misses %s', (_, expected, words) => {
    expect(missed(expected, answer, '')).toEqual(words);
  });
});

import { expect, it } from 'vitest';
import { pace } from '../../../../infra/local/smtp/pace.ts';

it('lets each address do so much in a minute, and no more until the next', () => {
  const may = pace(2);
  const answers = ['a', 'a', 'b', 'a', 'b', 'b'].map((address) => may(address, 60_000));
  expect(answers).toEqual([true, true, true, false, true, false]);
  expect(may('a', 119_999)).toBe(false);
  expect(may('a', 120_000)).toBe(true);
});

it('counts ten thousand addresses for themselves, and the rest of that minute as one', () => {
  const may = pace(3);
  for (let n = 0; n < 10_000; n++) may(`10.0.${n >> 8}.${n & 255}`, 0);
  expect([1, 2, 3, 4].map((n) => may(`new-${n}`, 0))).toEqual([true, true, true, false]);
  expect(may('10.0.0.1', 0)).toBe(true);
});

import { expect, it } from 'vitest';
import { wrongAmounts } from '../../../support/random-amounts.ts';

it('10,000 months by chance, and what is adjusted of them, are to the öre what numbers without an end say', () => {
  for (let seed = 1; seed <= 10_000; seed += 1) expect(wrongAmounts(seed)).toEqual([]);
});

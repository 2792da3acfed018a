import { expect, it } from 'vitest';
import { namePairsIn } from '../../../../functions/mail/reading/name-pairs.ts';

it.each([
  ['Vi var hos Karin Provberg', [['karin', 'provberg']]],
  ['Provberg, Karin', [['provberg', 'karin']]],
  ['karin provberg är sjuk', [['karin', 'provberg']]],
  [
    'Karin Provbergs nycklar',
    [
      ['karin', 'provbergs'],
      ['karin', 'provberg'],
    ],
  ],
  ['KARIN PROVBERG', [['karin', 'provberg']]],
  ['Maj-Britt', [['maj', 'britt']]],
  ['karin_provberg', [['karin', 'provberg']]],
  ['karin.provberg', [['karin', 'provberg']]],
  ['vi saknar nyckel', []],
  ['Hej! Nyckel saknas', []],
  ['Karin\nProvberg', []],
])('%j', (text, pairs) => {
  expect(namePairsIn(text)).toEqual(pairs);
});

it('looks for no more than so many', () => {
  const names = Array.from(
    { length: 500 },
    (_, n) => `Karin Prov${'abcdefghij'[n % 10]}${'abcdefghij'[(n / 10) | 0]}x`,
  );
  expect(namePairsIn(names.join('. '))).toHaveLength(20);
});

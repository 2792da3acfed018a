import { expect, it } from 'vitest';
import { languageOf } from '../../../shared/http/language.ts';

it.each([
  [undefined, 'sv'],
  ['', 'sv'],
  ['*', 'sv'],
  ['sv', 'sv'],
  ['en', 'en'],
  ['EN', 'en'],
  ['en-GB', 'en'],
  ['EN-us, sv;q=0.5', 'en'],
  ['en;q=0, sv', 'sv'],
  ['en;q=0', 'sv'],
  ['sv;q=0.3, en;q=0.9', 'en'],
  ['de, fr;q=0.8, en;q=0.2', 'en'],
  ['de', 'sv'],
  ['english', 'sv'],
  ['x'.repeat(5000), 'sv'],
])('Accept-Language: %s', (wish, language) => {
  expect(languageOf({ 'accept-language': wish })).toBe(language);
});

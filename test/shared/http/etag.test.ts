import { expect, it } from 'vitest';
import { versionsAskedFor } from '../../../shared/http/etag.ts';

it.each<[string | undefined, readonly number[] | 'unreadable']>([
  [undefined, []],
  ['*', []],
  ['"3"', [3]],
  ['3', [3]],
  ['"3", "4"', [3, 4]],
  ['"3" ,, "4",', [3, 4]],
  [', "3"', [3]],
  ['W/"3"', [3]],
  ['W/"3", "4"', [3, 4]],
  ['"abc,3"', [-1]],
  ['"abc, 3"', 'unreadable'],
  ['"abc"', [-1]],
  ['', 'unreadable'],
  [' , ', 'unreadable'],
  ['abc', 'unreadable'],
  ['"3" "4"', 'unreadable'],
  ['"3', 'unreadable'],
  [Array(30).fill('"1"').join(), 'unreadable'],
])('If-Match: %s', (header, versions) => {
  expect(versionsAskedFor(header)).toEqual(versions);
});

import { expect, it } from 'vitest';
import { isSaidAgain } from '../../../../functions/months/lines/approved-time.ts';
import type { Line } from '../../../../functions/months/lines/line.ts';

const line = { version: 3, contacts: [] } as unknown as Line;
const decided = (over: object = {}): Line =>
  ({
    ...line,
    decision: { kind: 'APPROVED', charged: 600, by: 'O1', at: '2026-11-02T07:00:00.000Z', ...over },
  }) as Line;
const asking = (text: string, over: object = {}): Line =>
  ({ ...line, question: { text, by: 'O1', at: '2026-11-02T07:00:00.000Z', ...over } }) as Line;

it.each<[string, Line, Line, boolean]>([
  ['approved again, later', decided(), decided({ at: '2026-11-03T07:00:00.000Z' }), true],
  ['approved by another, who then has a hand in it (A72)', decided(), decided({ by: 'O2' }), false],
  ['other minutes', decided(), decided({ charged: 500 }), false],
  ['another comment', decided(), decided({ comment: 'enligt samtal' }), false],
  ['decided at all', line, decided(), false],
  ['taken back', decided(), line, false],
  ['asked the same', asking('Vad hände den 3?'), asking('Vad hände den 3?', { at: '2026-11-03T07:00:00.000Z' }), true],
  ['asked another thing', asking('Vad hände den 3?'), asking('Och den 4?'), false],
  [
    'asked the same after an answer',
    asking('Vad hände den 3?', { answer: { text: 'Sjuk', at: '2026-11-02T08:00:00.000Z', by: 'M1' } }),
    asking('Vad hände den 3?'),
    false,
  ],
])('a line %s', (_how, before, next, isTheSame) => {
  expect(isSaidAgain(before, next)).toBe(isTheSame);
});

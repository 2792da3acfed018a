import { describe, expect, it } from 'vitest';
import { isPrompt, promptnessOf } from '../../../functions/letters/promptness.ts';

const queuedAt = '2026-09-16T13:20:00.000Z';
const after = (seconds: number) => new Date(Date.parse(queuedAt) + seconds * 1000).toISOString();
const left = (...seconds: number[]) => seconds.map((one) => ({ queuedAt, sentAt: after(one) }));
const waiting = (count: number) => Array.from({ length: count }, () => ({ queuedAt }));

it.each([
  [0, true],
  [10, true],
  [10.001, false],
  [3600, false],
])('a letter that leaves after %s seconds: %s', (seconds, is) => {
  expect(isPrompt({ queuedAt }, after(seconds))).toBe(is);
});

describe('the share of a day', () => {
  it.each([
    ['nothing was to leave', [], 0, 60, { sent: 0, inTime: 0, missed: 0, share: undefined }],
    ['all in time', left(1, 2, 10), 0, 60, { sent: 3, inTime: 3, missed: 0, share: 100 }],
    ['one late', left(1, 2, 11), 0, 60, { sent: 3, inTime: 2, missed: 0, share: 66.6 }],
    ['one waits, and may', left(1), 1, 10, { sent: 1, inTime: 1, missed: 0, share: 100 }],
    ['one waits too long: a miss already', left(1), 1, 11, { sent: 1, inTime: 1, missed: 1, share: 50 }],
    [
      'one of ten thousand',
      left(...Array(9999).fill(1), 11),
      0,
      60,
      { sent: 10000, inTime: 9999, missed: 0, share: 99.9 },
    ],
  ] as const)('%s', (_what, sent, unsent, at, figures) => {
    expect(promptnessOf(sent, waiting(unsent), after(at))).toEqual(figures);
  });
});

import { expect, it } from 'vitest';
import { valueFault } from '../../../shared/domain/keyed-values.ts';

it('takes what is a value of its field, and nothing', () => {
  const right: readonly (readonly [string, string])[] = [
    ...([
      ['date', '2028-02-29'],
      ['to', ''],
      ['start', '8:05'],
      ['end', '23:59'],
      ['ordered', '1 200'],
    ] as const),
    ...([
      ['performed', '0'],
      ['status', 'utförd'],
      ['type', 'SJUKHUS'],
      ['notice', '2026-10-01 08:00'],
    ] as const),
    ...([
      ['caseNo', 'vad som helst'],
      ['service', 'OMV'],
    ] as const),
  ];
  for (const [field, text] of right) expect(valueFault(field, text), `${field} ${text}`).toBeUndefined();
});

it('says of each field what is no such value', () => {
  const wrong: readonly (readonly [string, string, string])[] = [
    ...([
      ['date', '2026-10-32', 'no-such-date'],
      ['date', '2026-02-29', 'no-such-date'],
      ['to', '5', 'no-such-date'],
    ] as const),
    ...([
      ['start', '25:00', 'no-such-time'],
      ['end', '24:00', 'no-such-time'],
      ['end', '12:60', 'no-such-time'],
    ] as const),
    ...([
      ['performed', 'x', 'not-minutes'],
      ['ordered', '1,5', 'not-minutes'],
      ['minutes', '-5', 'not-minutes'],
    ] as const),
    ...([
      ['status', 'KANSKE', 'no-such-status'],
      ['type', 'RESA', 'no-such-type'],
      ['notice', 'måndag', 'no-notice'],
    ] as const),
  ];
  for (const [field, text, fault] of wrong) expect(valueFault(field, text), `${field} ${text}`).toBe(fault);
});

import { describe, expect, it } from 'vitest';
import { answeredOnceMore } from '../../../../functions/mail/answering/answer-rate.ts';
import { type Instant, instantAt } from '../../../../shared/domain/local-time.ts';

const at = (clock: string, on = '2026-11-02'): Instant => instantAt(on, clock);

describe('an address is answered three times an hour (S-39)', () => {
  it.each<[string, Instant[], Instant, boolean]>([
    ['the first time', [], at('09:00'), true],
    ['the third within the hour', [at('09:00'), at('09:10')], at('09:20'), true],
    ['not the fourth', [at('09:00'), at('09:10'), at('09:20')], at('09:59'), false],
    ['the fourth when an hour has passed since the first', [at('09:00'), at('09:10'), at('09:20')], at('10:00'), true],
    ['not when all three are of the last hour', [at('09:01'), at('09:10'), at('09:20')], at('10:00'), false],
    ['the day after', [at('09:00'), at('09:10'), at('09:20')], at('08:00', '2026-11-03'), true],
    ['not the fourth across midnight', [at('23:30'), at('23:40'), at('23:50')], at('00:10', '2026-11-03'), false],
  ])('%s', (_, earlier, now, isAnswered) => {
    expect(answeredOnceMore(earlier, now) !== undefined).toBe(isAnswered);
  });

  it('what is kept is the answers of the last hour, and this one', () => {
    expect(answeredOnceMore([at('07:00'), at('08:30'), at('08:45')], at('09:15'))).toEqual([
      ...[at('08:30'), at('08:45')],
      at('09:15'),
    ]);
  });

  it('never more than three in any hour, however mail comes', () => {
    let kept: readonly Instant[] = [];
    const answered: number[] = [];
    for (let minute = 0; minute < 600; minute += 7) {
      const now = new Date(Date.parse(at('06:00')) + minute * 60_000).toISOString();
      const next = answeredOnceMore(kept, now);
      if (!next) continue;
      kept = next;
      answered.push(minute);
    }
    for (const minute of answered)
      expect(answered.filter((one) => one > minute - 60 && one <= minute).length).toBeLessThanOrEqual(3);
    expect(answered.length).toBeGreaterThan(24);
  });
});

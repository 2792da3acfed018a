import { describe, expect, it } from 'vitest';
import { amountOre } from '../../../functions/months/money.ts';
import { type AMonth, aCase, judged } from '../../support/a-month.ts';

/** `2026-09-01 08:00 + 165` as the row of a performed visit. */
const performed = (day: string, minutes: number) => {
  const until = 480 + minutes;
  const clock = `${String(Math.floor(until / 60)).padStart(2, '0')}:${String(until % 60).padStart(2, '0')}`;
  return `A-1;OMV;2026-09-${day};08:00;${clock};${minutes};${minutes};UTFÖRD`;
};
const sum = (minutes: number) => [`A-1;SUMMA;;;;${minutes};${minutes};`, `TOTALT;SUMMA;;;;${minutes};${minutes};`];
const days = ['01', '02', '03', '04'] as const;
const spread = (...minutes: number[]) => minutes.map((of, index) => performed(days[index] ?? '05', of));
const noShow = 'A-1;OMV;2026-09-10;08:00;08:45;45;0;BOMTID';

describe('the examples that were worked out by hand', () => {
  it.each<[string, AMonth, { minutes: number; amountOre: number }, object]>([
    [
      'E24 performed below granted is paid as performed',
      { rows: [...spread(900, 900, 675), ...sum(2475)] },
      { minutes: 2475, amountOre: 1_650_000 },
      { status: 'MATCH' },
    ],
    [
      'E25 performed above granted is paid as granted',
      { rows: [...spread(900, 900, 900, 30), ...sum(2730)] },
      { minutes: 2520, amountOre: 1_680_000 },
      { status: 'MISMATCH', unpaid: { OVER_GRANTED: 210 } },
    ],
    [
      'E26 a wrong sum is charged as granted',
      { rows: [...spread(900, 900, 610), ...sum(2470)] },
      { minutes: 2520, amountOre: 1_680_000 },
      { status: 'FAULTY', topUp: 110 },
    ],
    [
      'E26 or as performed under MIN',
      { rows: [...spread(900, 900, 610), ...sum(2470)], rules: { wrongBasis: 'MIN' } },
      { minutes: 2410, amountOre: 1_606_667 },
      { status: 'FAULTY', topUp: 0 },
    ],
    [
      'E27 nobody home and no notice is paid as planned',
      { rows: [noShow], form: ['A-1;2026-09-10;;08:00;BOMTID;;;'], kind: 'municipal' },
      { minutes: 45, amountOre: 30_000 },
      { absence: 45 },
    ],
    [
      'E28 notice the day before is not',
      { rows: [noShow], form: ['A-1;2026-09-10;;;BOMTID;;2026-09-09 17:00;'], kind: 'municipal' },
      { minutes: 0, amountOre: 0 },
      { unpaid: { NOTICE_GIVEN: 45 } },
    ],
    [
      'E30 the day after a death is paid as planned, and nothing after it',
      {
        rows: ['11;08:00;08:30;30', '11;12:00;12:20;20', '11;18:00;18:45;45', '12;08:00;09:00;60'].map(
          (visit) => `A-1;OMV;2026-09-${visit};0;BOMTID`,
        ),
        form: ['A-1;2026-09-10;;;AVLIDEN;;;'],
        kind: 'municipal',
      },
      { minutes: 95, amountOre: 63_333 },
      { absence: 95, unpaid: { AFTER_DEATH: 60 } },
    ],
  ])('%s', async (_what, month, total, figures) => {
    const answer = await judged({ month: '2026-09', kind: 'private', cases: [aCase()], ...month });
    expect(answer.total).toEqual(total);
    expect(answer.cases[0]).toMatchObject(figures);
  });

  it('E33 rounds once, on the minutes of all cases', () => {
    expect(amountOre(2410 + 2520 + 95, 38_750)).toBe(3_245_313);
  });
});

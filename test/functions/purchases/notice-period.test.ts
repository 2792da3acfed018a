import { expect, it } from 'vitest';
import { notice } from '../../../functions/purchases/notice-period.ts';
import { accepted, aPack } from '../../support/a-pack.ts';

it.each([
  ['E41: a day too early', '2026-08-31', '2026-09-27', '2026-09-28', 1],
  ['four weeks to the day', '2026-08-31', '2026-09-28', '2026-09-28', 0],
  ['longer than needed', '2026-08-31', '2026-12-31', '2026-09-28', 0],
  ['at once', '2026-08-31', '2026-08-31', '2026-09-28', 28],
  ['over a clock change', '2026-10-12', '2026-11-08', '2026-11-09', 1],
  ['over the turn of the year', '2026-12-18', '2027-01-01', '2027-01-15', 14],
  ['already past', '2026-08-31', '2026-08-24', '2026-09-28', 35],
])('four weeks from notice to the first day without: %s', (_which, at, effective, earliest, short) => {
  expect(accepted(notice(at, effective, aPack('halmstad')))).toMatchObject({ earliest, short });
});

it('rolls forward from a closed day only when the pack says so', () => {
  const saturday = { at: '2026-08-29', earliest: '2026-09-26' };
  expect(accepted(notice(saturday.at, '2026-09-26', aPack('halmstad')))).toMatchObject({ earliest: saturday.earliest });
  expect(accepted(notice(saturday.at, '2026-09-26', aPack('halmstad', 'rollForward=true')))).toMatchObject({
    earliest: '2026-09-28',
    short: 2,
  });
});

it('says so in words', () => {
  expect(accepted(notice('2026-08-31', '2026-09-27', aPack('halmstad'))).why).toEqual([
    { rule: 'M-21', text: '28 dagar från mån 31 aug 2026 ger tidigast mån 28 sep 2026; 1 dag för kort varsel.' },
  ]);
});

it('a routine without notice has none', () => {
  expect(notice('2026-08-31', '2026-09-27', aPack('leksand'))).toMatchObject({
    ok: false,
    code: 'pack-without-notice',
  });
});

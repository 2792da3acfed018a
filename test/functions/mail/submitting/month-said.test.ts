import { describe, expect, it } from 'vitest';
import { latestOver, monthSaid } from '../../../../functions/mail/submitting/month-said.ts';

const today = '2026-11-02';

describe('which month a mail is about, by its words', () => {
  it.each([
    ['Redovisning oktober', '2026-10'],
    ['OKTOBER', '2026-10'],
    ['Filer 2026-10', '2026-10'],
    ['Här kommer filerna för okt.', '2026-10'],
    ['oktober och okt 2026', '2026-10'],
    ['Tidrapport maj', '2026-05'],
    ['mars 2026', '2026-03'],
    ['Avvikelser december', '2025-12'],
  ])('%s', (words, month) => {
    expect(monthSaid(words, today)).toBe(month);
  });

  it.each([
    ['a day', 'Vi ses den 5 oktober'],
    ['a day in figures', '2026-10-05'],
    ['several months', 'oktober och november 2026'],
    ['a name', 'Hälsningar Maj'],
    ['the month that goes on', 'för november'],
    ['a part of a word', 'oktobermånad'],
    ['nothing', 'Här kommer filerna'],
  ])('none by %s', (_, words) => {
    expect(monthSaid(words, today)).toBeUndefined();
  });

  it('the latest that is over, also in January', () => {
    expect([latestOver('2026-11-02'), latestOver('2027-01-01')]).toEqual(['2026-10', '2026-12']);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { dateTime, dueDate } from '../../portal/app/format.ts';
import { language } from '../../portal/app/language.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const signed = '2026-11-02T07:33:00+01:00';

describe('a point in time that is kept', () => {
  afterEach(() => language.set('sv'));

  it('has its year before the clock, and none where it was not asked for', () => {
    expect(plain(dateTime(signed, true))).toBe('mån 2 nov 2026 07:33');
    expect(plain(dateTime(signed))).toBe('mån 2 nov 07:33');
    language.set('en');
    expect(plain(dateTime(signed, true))).toBe('Mon 2 Nov 2026 07:33');
  });

  it('is of the year on Swedish clocks', () => {
    expect(plain(dateTime('2026-12-31T23:30:00Z', true))).toBe('fre 1 jan 2027 00:30');
  });

  it('keeps the year of a limit that has a time of day', () => {
    expect(plain(dueDate(signed, true))).toBe('mån 2 nov 2026 07:33');
  });
});

import { describe, expect, it } from 'vitest';
import { calendarOf, escaped, folded } from '../../../../functions/deadlines/feeds/calendar.ts';
import { DeadlineCode } from '../../../../shared/domain/deadline.ts';
import { aDeadline, at } from '../../../support/builders.ts';

const now = at('2026-09-16 15:20');
const textOf = (over: Parameters<typeof aDeadline>[0] = {}) =>
  calendarOf([{ id: 'f00d', deadline: aDeadline(over) }], now);
/** The lines as they were before they were folded. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const valueIn = (text: string, name: string) =>
  linesOf(text)
    .find((line) => line.startsWith(name))
    ?.slice(name.length);

describe('a calendar (RFC 5545)', () => {
  it('is begun, ended and broken into lines as it must be (3.1, 3.4)', () => {
    const text = textOf();
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Utfort//')).toBe(true);
    expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(calendarOf([], now)).not.toContain('VEVENT');
  });

  it('no line is longer than 75 octets, and no letter is cut in two', () => {
    for (const code of DeadlineCode.options) {
      const text = textOf({ code, state: 'overdue', overdueAt: now });
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(text).not.toContain('\uFFFD');
    }
    for (const letter of ['a', 'å', '…', '😀']) {
      for (const length of [70, 75, 76, 149, 150, 400]) {
        const line = `X:${letter.repeat(length)}`;
        const parts = folded(line).split('\r\n');
        for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(parts.slice(1).every((part) => part.startsWith(' '))).toBe(true);
        expect(folded(line).replaceAll('\r\n ', '')).toBe(line);
      }
    }
    expect(folded('a'.repeat(75))).toBe('a'.repeat(75));
    expect(folded('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`);
  });

  it('no text can end its line or its value (3.3.11)', () => {
    expect(escaped('a;b,c\\d\ne\r\nf\rg: "h"')).toBe('a\\;b\\,c\\\\d\\ne\\nf\\ng: "h"');
  });

  it('has what every event must have (3.6.1)', () => {
    const lines = linesOf(textOf());
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:f00d@utfort',
        'DTSTAMP:20260916T132000Z',
        'DTSTART:20260917T132000Z',
        'SUMMARY:Bekräfta beställningen',
      ]),
    );
  });

  it.each([
    ['a moment', '2026-09-17 15:20', 'DTSTART:20260917T132000Z'],
    ['a moment in winter', '2026-11-17 15:20', 'DTSTART:20261117T142000Z'],
    ['24:00, which is that whole day', '2026-11-14 00:00', 'DTSTART;VALUE=DATE:20261113'],
    ['24:00 on the night of the clock change', '2026-10-26 00:00', 'DTSTART;VALUE=DATE:20261025'],
  ])('tells %s', (_what, due, start) => {
    expect(linesOf(textOf({ dueAt: at(due) }))).toContain(start);
  });

  it('is marked as changed when time has done something to it', () => {
    const late = at('2026-09-15 08:00');
    expect(valueIn(textOf({ state: 'overdue', overdueAt: late }), 'LAST-MODIFIED:')).toBe('20260915T060000Z');
    expect(valueIn(textOf(), 'LAST-MODIFIED:')).toBe('20260916T132000Z');
  });

  it('and by the last change that was written down, which its stamp says too (3.8.7.2–3)', () => {
    const text = textOf({ state: 'overdue', overdueAt: at('2026-09-15 08:00'), changedAt: at('2026-09-15 09:30') });
    expect(valueIn(text, 'LAST-MODIFIED:')).toBe('20260915T073000Z');
    expect(valueIn(text, 'DTSTAMP:')).toBe('20260915T073000Z');
  });

  it('says in both ways how often it is to be read', () => {
    expect(linesOf(textOf())).toEqual(
      expect.arrayContaining(['REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H']),
    );
  });

  it('tells of no case, no provider and no person (E0)', () => {
    expect(textOf()).not.toMatch(/A-1|B-1|P1|O1|Omsorg/);
  });
});

import type { Deadline } from '../../../shared/domain/deadline.ts';
import { dateOf, type Instant, plusDays, timeOf } from '../../../shared/domain/local-time.ts';
import { sentence } from '../../../shared/messages/sentence.ts';

const octets = new TextEncoder();
const longest = 75;

/** A line of at most 75 octets, going on in the next behind a space; a letter is never cut in two (RFC 5545, 3.1). */
export function folded(line: string): string {
  let text = '';
  let room = longest;
  for (const letter of line) {
    const size = octets.encode(letter).length;
    if (size > room) {
      text += '\r\n ';
      room = longest - 1;
    }
    text += letter;
    room -= size;
  }
  return text;
}

/** Text as a value (3.3.11). */
export const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r\n|\r|\n/g, '\\n');

/** `20261102T070000Z` */
const utc = (at: Instant): string => `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** A day's limit, which ends at 24:00, is that whole day; any other time is a moment (A18). */
function startOf(dueAt: Instant): string {
  if (timeOf(dueAt) !== '00:00:00') return `DTSTART:${utc(dueAt)}`;
  return `DTSTART;VALUE=DATE:${plusDays(dateOf(dueAt), -1).replaceAll('-', '')}`;
}

/** When it was set or last changed; of one that was set before that was written down, when time last did something to it. */
const lastChange = ({ changedAt, escalatedAt, overdueAt, remindedAt }: Deadline, otherwise: Instant): Instant =>
  changedAt ?? escalatedAt ?? overdueAt ?? remindedAt ?? otherwise;

/** A deadline with the id of its event, which stays the same from one reading to the next. */
export type CalendarItem = { readonly id: string; readonly deadline: Deadline };

/** Without a METHOD the stamp says the same as the last change (RFC 5545, 3.8.7.2). */
const eventOf = ({ id, deadline }: CalendarItem, otherwise: Instant): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${id}@utfort`,
  `DTSTAMP:${utc(lastChange(deadline, otherwise))}`,
  `LAST-MODIFIED:${utc(lastChange(deadline, otherwise))}`,
  startOf(deadline.dueAt),
  `SUMMARY:${escaped(`${deadline.state === 'overdue' ? 'Försenat: ' : ''}${sentence(`task-${deadline.code}`, 'sv')}`)}`,
  'CLASS:PRIVATE',
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/**
 * Deadlines as an iCalendar (RFC 5545): when, and what in the task's own words; nothing says whom they are about. The
 * same deadlines give the same bytes: `otherwise` is used for a change that nobody has written down.
 */
export function calendarOf(items: readonly CalendarItem[], otherwise: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Utfort//Deadlines//SV',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Utfört',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    // Outlook reads this one only.
    'X-PUBLISHED-TTL:PT1H',
    ...items.flatMap((item) => eventOf(item, otherwise)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

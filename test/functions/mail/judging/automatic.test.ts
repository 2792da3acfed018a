import { expect, it } from 'vitest';
import { automaticOf } from '../../../../functions/mail/judging/automatic.ts';

const header = (key: string, value: string) => [{ key, value }];

it.each([
  ['auto-submitted', 'auto-replied'],
  ['auto-submitted', 'auto-generated; x=y'],
  ['precedence', 'bulk'],
  ['precedence', 'List'],
  ['list-id', '<x>'],
  ['return-path', '<>'],
  ['content-type', 'multipart/report; report-type=disposition-notification'],
  ['from', 'MAILER-DAEMON@post.example'],
  ['from', 'Post <postmaster@post.example>'],
  ['x-utfort-letter', 'brev-1'],
])('%s: %s is a machine’s', (key, value) => {
  expect(automaticOf(header(key, value), 'a@b.example')).toBe('surely');
});

it.each([
  ['x-auto-response-suppress', 'All'],
  ['x-autoreply', 'yes'],
  ['subject', 'Automatiskt svar: Ny beställning'],
  ['subject', 'Out of office'],
])('%s: %s seems a machine’s, and people’s mail has it too', (key, value) => {
  expect(automaticOf(header(key, value), 'a@b.example')).toBe('seems');
});

it.each([
  ['auto-submitted', 'no'],
  ['auto-submitted', 'No (a person)'],
  ['precedence', 'first-class'],
  ['subject', 'Sv: Automatiskt svar: Ny beställning'],
  ['return-path', '<a@b.example>'],
  ['content-type', 'multipart/mixed'],
  ['from', 'Anna <anna.postmaster@b.example>'],
  ['feedback-id', '1:mail'],
  ['list-unsubscribe', '<mailto:av@b.example>'],
  ['x-loop', 'anna@b.example'],
])('%s: %s is a person’s', (key, value) => {
  expect(automaticOf(header(key, value), 'a@b.example')).toBeUndefined();
});

it('nobody to answer to is a machine', () => {
  expect(automaticOf([], '')).toBe('surely');
  expect(automaticOf([], '<>')).toBe('surely');
  expect(automaticOf([], undefined)).toBeUndefined();
});

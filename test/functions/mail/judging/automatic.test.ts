import { expect, it } from 'vitest';
import { isAutomatic } from '../../../../functions/mail/judging/automatic.ts';

const header = (key: string, value: string) => [{ key, value }];

it.each([
  ['auto-submitted', 'auto-replied'],
  ['auto-submitted', 'auto-generated; x=y'],
  ['precedence', 'bulk'],
  ['precedence', 'List'],
  ['x-auto-response-suppress', 'All'],
  ['list-id', '<x>'],
  ['return-path', '<>'],
  ['content-type', 'multipart/report; report-type=disposition-notification'],
  ['subject', 'Automatiskt svar: Ny beställning'],
  ['subject', 'Out of office'],
  ['from', 'MAILER-DAEMON@post.example'],
  ['from', 'Post <postmaster@post.example>'],
  ['x-utfort-letter', 'brev-1'],
])('%s: %s is a machine’s', (key, value) => {
  expect(isAutomatic(header(key, value), 'a@b.example')).toBe(true);
});

it.each([
  ['auto-submitted', 'no'],
  ['auto-submitted', 'No (a person)'],
  ['precedence', 'first-class'],
  ['subject', 'Sv: Automatiskt svar: Ny beställning'],
  ['return-path', '<a@b.example>'],
  ['content-type', 'multipart/mixed'],
  ['from', 'Anna <anna.postmaster@b.example>'],
])('%s: %s is a person’s', (key, value) => {
  expect(isAutomatic(header(key, value), 'a@b.example')).toBe(false);
});

it('nobody to answer to is a machine', () => {
  expect(isAutomatic([], '')).toBe(true);
  expect(isAutomatic([], '<>')).toBe(true);
  expect(isAutomatic([], undefined)).toBe(false);
});

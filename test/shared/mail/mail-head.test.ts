import { describe, expect, it } from 'vitest';
import { fieldsOf, mailHead, shownFields } from '../../../shared/mail/mail-head.ts';

const head = (text: string) => mailHead(Buffer.from(text, 'latin1'));

describe('the head of a mail', () => {
  it('is read as its signature is verified: folded values whole, names in small letters', () => {
    const read = head('FROM : a@b.example\r\nSubject: ett\r\n\ttre\r\n\r\nJA');
    expect(read).toMatchObject({ isPlain: true, bodyAt: 42 });
    expect(read && fieldsOf(read, 'from')).toEqual(['a@b.example']);
    expect(read && fieldsOf(read, 'subject')).toEqual(['ett \ttre']);
  });

  it('ends at its first empty line, however lines end', () => {
    expect(head('A: b\n\nC: d')?.bodyAt).toBe(6);
    expect(head('\r\nFrom: a@b.example\r\n')).toMatchObject({ bodyAt: 2, fields: [] });
    expect(head('A: b')?.bodyAt).toBe(4);
  });

  it.each([
    ['a bare return', 'A: b\r\n\r\r\nJA\r\n\r\n'],
    ['a NUL', 'A: \0b\r\n\r\n'],
    ['a line that is no field', 'A: b\r\nJA\r\n\r\n'],
    ['a name with a sign outside ASCII', 'A: b\r\n\u00a0From: a@b.example\r\n\r\n'],
  ])('is not plain with %s', (_, text) => {
    expect(head(text)?.isPlain).toBe(false);
  });

  it('has an end within reason', () => {
    expect(head(`A: ${'b'.repeat(140_000)}\r\n\r\n`)).toBeUndefined();
    expect(head(`${'A: b\r\n'.repeat(3001)}\r\n`)).toBeUndefined();
    expect(head(`${'A: b\r\n'.repeat(2000)}\r\n`)?.fields.length).toBe(2000);
  });

  it('shows the subject as people see it', () => {
    const read = head('Subject: =?utf-8?Q?Automatiskt_svar:_best=C3=A4llning?=\r\n\r\n');
    expect(read && shownFields(read)).toEqual([{ key: 'subject', value: 'Automatiskt svar: beställning' }]);
  });
});

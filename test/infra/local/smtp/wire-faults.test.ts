import { expect, it } from 'vitest';
import { wireFault } from '../../../../infra/local/smtp/wire-faults.ts';

it.each([
  ['a message as it should be', 'Subject: ja\r\n\r\nJA\r\n', undefined],
  ['nothing', '', undefined],
  ['a line of 100,000, as some programs write HTML', `a: b\r\n\r\n${'x'.repeat(100_000)}\r\n`, undefined],
  ['the end of another server’s message', 'a: b\r\n\r\nJA\n.\nMAIL FROM:<x@example.se>\r\n', 'bare-line-end'],
  ['the same with CR alone', 'a: b\r\n\r\nJA\r.\rMAIL FROM:<x@example.se>\r\n', 'bare-line-end'],
  ['LF first of all', '\na: b\r\n', 'bare-line-end'],
  ['CR last of all', 'a: b\r\n\r', 'bare-line-end'],
  ['CR CR LF', 'a: b\r\r\n', 'bare-line-end'],
  ['a NUL', 'a: b\r\n\r\nJA\0\r\n', 'nul'],
  ['a line without end', `a: b\r\n\r\n${'x'.repeat(100_001)}`, 'long-line'],
  ['a longer line between others', `a: b\r\n\r\n${'x'.repeat(100_001)}\r\nb\r\n`, 'long-line'],
])('%s', (_, text, fault) => {
  expect(wireFault(Buffer.from(text, 'latin1'))).toBe(fault);
});

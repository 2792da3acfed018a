import { expect, it } from 'vitest';
import { isLaidOutAsMail } from '../../../shared/mail/mail-shape.ts';

it.each([
  ['a large file in base64', `${'QUJD'.repeat(19)}\r\n`.repeat(300_000), true],
  ['a long text', 'En rad av en vanlig text som någon har skrivit.\r\n\r\n'.repeat(20_000), true],
  ['a line without end', 'a'.repeat(1_100_000), false],
  ['nothing but line breaks', '\n'.repeat(70_000), false],
  ['short lines between long ones', `${'\r\n'.repeat(6)}${'a'.repeat(900)}\r\n`.repeat(11_000), false],
])('%s: %s', (_, text, is) => {
  expect(isLaidOutAsMail(Buffer.from(text))).toBe(is);
});

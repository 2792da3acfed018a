import { describe, expect, it } from 'vitest';
import { mailHead } from '../../../shared/mail/mail-head.ts';
import { otherReadings } from '../../../shared/mail/other-readings.ts';

const read = async (
  head: readonly string[],
  body: string,
  proven: { readonly type: boolean; readonly encoding: boolean },
): Promise<readonly string[]> => {
  const raw = Buffer.from(`From: a@b.example\r\n${head.join('\r\n')}\r\n\r\n${body}`);
  const found = mailHead(raw);
  if (!found) throw new Error('no head');
  return (await otherReadings(raw, found, proven)).map((text) => text.trim());
};
const plain = 'Content-Type: text/plain; charset=utf-8';
const html = 'Content-Type: text/html; charset=utf-8';
const neither = { type: false, encoding: false };

describe('a body whose heads nobody has signed', () => {
  it.each([
    ['a text as HTML', plain, 'JA <!-- men inte -->\r\nTack', 'JA\nTack'],
    ['HTML as a text', html, '<p>JA</p><!-- inte -->', '<p>JA</p><!-- inte -->'],
    ['no type, which is a text', 'X-A: b', 'JA <inte>', 'JA'],
    ['addresses in a text, which people see', plain, 'Anna <anna@b.example> skrev:', 'Anna <anna@b.example> skrev:'],
    ['lines of a text, which are lines', plain, 'JA\r\nSTART 2/11', 'JA\nSTART 2/11'],
  ])('%s', async (_, type, body, other) => {
    expect(await read([type], body, neither)).toEqual([other]);
  });
  it('is read as encoded where it can have been', async () => {
    const { type, encoding } = { type: true, encoding: false };
    expect(await read([plain], 'J=41', { type, encoding })).toEqual(['JA']);
    expect(await read([plain], 'J = A', { type, encoding })).toEqual([]);
    const encoded = 'Content-Transfer-Encoding: quoted-printable';
    expect(await read([plain, encoded], 'J=41', { type, encoding })).toEqual([]);
  });
  it('of parts has no other reading: each tells of itself beneath the signature', async () => {
    const body = '--b\r\nContent-Type: text/plain\r\n\r\nJA <inte>\r\n--b--';
    expect(await read(['Content-Type: multipart/mixed; boundary=b'], body, neither)).toEqual([]);
  });
});

it('has one reading where both are signed', async () => {
  expect(await read([plain], 'JA <inte> =41', { type: true, encoding: true })).toEqual([]);
});

it.each(['@', '<@', '<'])('reads a long text of %j, however often an address begins there', async (part) => {
  expect(await read([plain], `JA\r\n${part.repeat(20_000)}`, neither)).toHaveLength(1);
});

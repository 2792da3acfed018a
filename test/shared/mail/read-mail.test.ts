import { describe, expect, it } from 'vitest';
import { mostBytes, type ReadMail, readMail } from '../../../shared/mail/read-mail.ts';

const mail = (type: string, body: Buffer | string, more = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`From: a@b.example\r\nSubject: Sv\r\nContent-Type: ${type}\r\n${more}\r\n`),
    typeof body === 'string' ? Buffer.from(body) : body,
  ]);
const read = async (raw: Buffer): Promise<ReadMail> => {
  const found = await readMail(raw);
  if (typeof found === 'string') throw new Error(found);
  return found;
};
const parts = (count: number) => `${'--b\r\nContent-Type: application/pdf\r\n\r\nx\r\n'.repeat(count)}--b--`;
const texts = (count: number) => `${'--b\r\nContent-Type: text/plain\r\n\r\nJA\r\n'.repeat(count)}--b--`;
const within =
  '--b\r\nContent-Type: text/plain\r\n\r\nHej\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nJA\r\n--b--';

describe('reading a mail', () => {
  it.each([
    ['windows-1252', Buffer.from([0x62, 0xf6, 0x72, 0x6a, 0x61, 0x72]), 'börjar'],
    ['iso-8859-1', Buffer.from([0xc5, 0xc4, 0xd6]), 'ÅÄÖ'],
    ['utf-8', Buffer.from('börjar'), 'börjar'],
    ['utf-16le', Buffer.from('börjar\n', 'utf16le'), 'börjar'],
    ['x-okänd', Buffer.from([0x62, 0xf6, 0x72, 0x6a, 0x61, 0x72]), 'börjar'],
  ])('in %s', async (charset, bytes, text) => {
    expect((await read(mail(`text/plain; charset=${charset}`, bytes))).text.trim()).toContain(text);
  });

  it('never takes a mail within the mail for its own words', async () => {
    const { text, files } = await read(mail('multipart/mixed; boundary=b', within));
    expect(text.trim()).toBe('Hej');
    expect(files.map(({ type }) => type)).toEqual(['message/rfc822']);
  });

  it('keeps what Outlook packs in a file as a file', async () => {
    const { files, text } = await read(
      mail('application/ms-tnef; name="winmail.dat"', 'eJ8+Ig==', 'Content-Transfer-Encoding: base64\r\n'),
    );
    expect({ text, files: files.map(({ name, bytes }) => [name, bytes.byteLength]) }).toEqual({
      text: '',
      files: [['winmail.dat', 4]],
    });
  });

  it.each([
    ['twenty parts', mail('multipart/mixed; boundary=b', parts(20)), undefined],
    ['twenty-one parts', mail('multipart/mixed; boundary=b', parts(21)), 'too-many-parts'],
    ['five hundred', mail('multipart/mixed; boundary=b', parts(500)), 'too-many-parts'],
    ['twenty texts', mail('multipart/mixed; boundary=b', texts(20)), undefined],
    ['twenty-one texts', mail('multipart/mixed; boundary=b', texts(21)), 'too-many-parts'],
    ['five hundred texts', mail('multipart/alternative; boundary=b', texts(500)), 'too-many-parts'],
    ['what may be thousands', mail('multipart/mixed; boundary=b', '\r\n--c'.repeat(5000)), 'too-many-parts'],
    ['more than 25 MiB', mail('text/plain', Buffer.alloc(mostBytes, `${'a'.repeat(70)}\r\n`)), 'unreadable'],
    ['a line without end', mail('text/plain', 'a'.repeat(2_000_000)), 'unreadable'],
    [
      'parts in parts in parts',
      mail(
        'multipart/mixed; boundary=b0',
        Array.from(
          { length: 30 },
          (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
        ).join(''),
      ),
      'unreadable',
    ],
  ])('%s', async (_, raw, why) => {
    const found = await readMail(raw);
    expect(typeof found === 'string' ? found : undefined).toBe(why);
  });
});

import { describe, expect, it } from 'vitest';
import { mostRead, readMessage } from '../../../../../infra/local/server/mail/read-message.ts';

const head = 'From: Omsorg Ett <p1@example.se>\r\nTo: b@example.se\r\nSubject: Svar\r\nMIME-Version: 1.0\r\n';
const multipart = (n: number | string) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n`;
const levels = (count: number) =>
  [head, ...Array.from({ length: count }, (_, n) => `${multipart(n)}--b${n}\r\n`), '\r\nhej'].join('');
const parts = (count: number) => `${head}${multipart('')}${'--b\r\n\r\nx\r\n'.repeat(count)}--b--`;

/** As the folder hands it over: the beginning. */
const bytesOf = (text: string) => Buffer.from(text, 'latin1').subarray(0, mostRead);

const hostile: readonly (readonly [string, string])[] = [
  ['300 levels', levels(300)],
  ['a header of 3 MB', `X: ${'y'.repeat(3e6)}\r\n${head}\r\nhej`],
  ['two million parts', parts(2e6)],
  ['nothing but zeros', '\0'.repeat(5000)],
  ['nothing', ''],
];
const heavy: readonly (readonly [string, string])[] = [
  ['1,000 parts', parts(999)],
  ['messages in messages, 8,000 deep', `${head}${'Content-Type: message/rfc822\r\n\r\n'.repeat(8000)}hej`],
  ['120,000 brackets for a recipient', `${head}Cc: ${'('.repeat(120_000)}\r\n\r\nhej`],
  ['60,000 recipients', `${head}To: ${'a,'.repeat(60_000)}\r\n\r\nhej`],
  ['24 MB of quoted text', `${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n${'=C3=A5'.repeat(4e6)}`],
  ['24 MB of markup', `${head}Content-Type: text/html\r\n\r\n${'<a href="x">'.repeat(2e6)}`],
];

/** Milliseconds of CPU, generous for a machine that does other things as well. */
const most = 3000;
const timed = async (text: string) => {
  const before = process.cpuUsage();
  const shown = await readMessage(bytesOf(text));
  const { user, system } = process.cpuUsage(before);
  return { shown, milliseconds: (user + system) / 1000 };
};

describe('a message that somebody sent to do harm', () => {
  it.each(hostile)('%s: cannot be shown, and that is soon found', async (_, text) => {
    const { shown, milliseconds } = await timed(text);
    expect(shown).toBeUndefined();
    expect(milliseconds).toBeLessThan(most);
  });

  it.each(heavy)('%s: costs no more than a moment and a little of the page', async (_, text) => {
    const { shown, milliseconds } = await timed(text);
    expect(milliseconds).toBeLessThan(most);
    expect(JSON.stringify(shown ?? {}).length).toBeLessThan(30_000);
  });

  it.each(['klingon', '', '\0', 'utf-7'])('an unknown character set %j: is shown as it can be', async (charset) => {
    const text = `${head}Content-Type: text/plain; charset="${charset}"\r\n\r\nhej \xff`;
    expect((await readMessage(bytesOf(text)))?.text).toContain('hej');
  });

  it('three hundred parts side by side, or ten levels, are only a message', async () => {
    expect((await readMessage(bytesOf(parts(300))))?.subject).toBe('Svar');
    expect((await readMessage(bytesOf(levels(10))))?.text).toBe('hej');
  });

  it('a large attachment leaves the words before it readable', async () => {
    const attachment = `--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
    const text = `${head}${multipart('')}--b\r\n\r\nHej igen\r\n${attachment}${'QUJD'.repeat(5e6)}\r\n--b--`;
    expect(await readMessage(bytesOf(text))).toMatchObject({ from: 'p1@example.se', text: 'Hej igen' });
  });
});

import { fieldsOf, type MailHead } from './mail-head.ts';
import { readMail } from './read-mail.ts';

/** Which of the heads that tell how a body is read are its author's. */
type Proven = { readonly type: boolean; readonly encoding: boolean };

/** What stands in angles in one word; an address or a link is no element of HTML, and is how a text names people. */
const inAngles = /<([^\s<>]{1,1000})>/g;
const isNamed = (word: string): boolean => /@|:\/\//.test(word);
/** What quoted-printable writes a sign, or the end of a line, as. */
const escaped = /=(?:[\dA-F]{2}|\r?\n)/;
const asItIs = /^(?:7bit|8bit|binary)?$/i;

/** The same as HTML; a text that is taken for it keeps its lines, and the addresses in it. */
const asHtml = (body: string): string =>
  body
    .replaceAll(inAngles, (all, word: string) => (isNamed(word) ? `&lt;${word}&gt;` : all))
    .replaceAll(/\r?\n/g, '<br>\r\n');

/**
 * What the same bytes would say were the head that nobody has signed another: as HTML a text hides words, and as a text
 * HTML shows them. Of parts each tells of itself beneath the signature, and there is no other reading.
 */
export async function otherReadings(raw: Uint8Array, head: MailHead, proven: Proven): Promise<readonly string[]> {
  const [type = 'text/plain'] = fieldsOf(head, 'content-type');
  const [encoding = ''] = fieldsOf(head, 'content-transfer-encoding');
  if (/^\s*(?:multipart|message)\//i.test(type)) return [];
  const body = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).subarray(head.bodyAt);
  const read = async (as: string, encoded: string, bytes: Uint8Array): Promise<string> => {
    const lines = Buffer.from(`Content-Type: ${as}\r\nContent-Transfer-Encoding: ${encoded}\r\n\r\n`);
    const found = await readMail(Buffer.concat([lines, bytes]));
    return typeof found === 'string' ? '' : found.text;
  };
  const typed = (as: string) => `${as}${/;.*/s.exec(type)?.[0] ?? ''}`;
  const readings: string[] = [];
  if (!proven.type && /^\s*text\/html/i.test(type))
    readings.push(await read(typed('text/plain'), encoding || '8bit', body));
  else if (!proven.type) {
    const text = await read(typed('text/plain'), encoding || '8bit', body);
    readings.push(await read('text/html; charset=utf-8', '8bit', Buffer.from(asHtml(text))));
  }
  if (!proven.encoding && asItIs.test(encoding.trim()) && escaped.test(body.toString('latin1')))
    readings.push(await read(type, 'quoted-printable', body));
  return readings;
}

import { addressParser, decodeWords } from 'postal-mime';
import { asciiAddress } from '../domain/email-address.ts';

/** One header field: its name in small letters, its value unfolded. */
type Field = { readonly key: string; readonly value: string };

export type MailHead = {
  readonly fields: readonly Field[];
  /** Where the body begins. */
  readonly bodyAt: number;
  /** Whether every reader divides it alike: no line break but CRLF or LF, no NUL, nothing that is no field. */
  readonly isPlain: boolean;
};

/** How long the head of a mail may be, in bytes. */
const mostHeadBytes = 131_072;
const mostHeadLines = 3000;

/** A name, of printable ASCII, and its colon (RFC 5322, 3.6.8 and 4.5.8). */
const opensField = /^[\x21-\x39\x3b-\x7e]+[ \t]*:/;

/** Where the first empty line ends; undefined when there is none as far as a head may be. */
function headEnd(raw: Buffer): number | undefined {
  if (raw[0] === 0x0a) return 1;
  if (raw[0] === 0x0d && raw[1] === 0x0a) return 2;
  const most = Math.min(raw.byteLength, mostHeadBytes);
  for (let at = raw.indexOf(0x0a); at >= 0 && at < most; at = raw.indexOf(0x0a, at + 1)) {
    if (raw[at + 1] === 0x0a) return at + 2;
    if (raw[at + 1] === 0x0d && raw[at + 2] === 0x0a) return at + 3;
  }
  return raw.byteLength < mostHeadBytes ? raw.byteLength : undefined;
}

/** The head of a raw mail, read as whoever verifies its signature reads it; undefined when it has no end. */
export function mailHead(bytes: Uint8Array): MailHead | undefined {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bodyAt = headEnd(raw);
  if (bodyAt === undefined) return undefined;
  const text = raw.subarray(0, bodyAt).toString('utf8');
  const rows: string[][] = [];
  const lines = text.replace(/[\r\n]+$/, '').split(/\r?\n/);
  if (lines.length > mostHeadLines) return undefined;
  let isPlain = !/\r(?!\n)|\0/.test(text);
  for (const line of lines) {
    const isFold = /^[ \t]/.test(line) && rows.length > 0;
    if (!isFold && !opensField.test(line)) isPlain &&= rows.length === 0 && line === '';
    if (isFold || !opensField.test(line)) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  const fields = rows.map((row) => {
    const field = row.join(' ');
    const colon = field.indexOf(':');
    return { key: field.slice(0, colon).trim().toLowerCase(), value: field.slice(colon + 1).trim() };
  });
  return { fields, bodyAt, isPlain };
}

/** The head as people see it: words that were written in another alphabet are read. */
export const shownFields = ({ fields }: MailHead): readonly Field[] =>
  fields.map(({ key, value }) => ({ key, value: key === 'subject' ? decodeWords(value) : value }));

/** Whom a mail says that it is from, as people see it where it is no plain mailbox. */
export const shownFrom = (head: MailHead): string => decodeWords(fieldsOf(head, 'from')[0] ?? '');

export const fieldsOf = ({ fields }: MailHead, key: string): readonly string[] =>
  fields.filter((one) => one.key === key).map(({ value }) => value);

/** The mailboxes of a line of addresses, however named: a name may hold anything, and is nobody's address. */
export const mailboxesIn = (line: string): readonly string[] =>
  addressParser(line, { flatten: true }).flatMap(({ address }) => {
    const plain = asciiAddress(address ?? '')?.toLowerCase();
    return plain === undefined ? [] : [plain];
  });

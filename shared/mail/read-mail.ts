import PostalMime, { type Email } from 'postal-mime';
import { readHtml } from './html-text.ts';
import { isLaidOutAsMail } from './mail-shape.ts';

/** How large a mail may be, in bytes, and into how many parts it may be divided. */
export const mostBytes = 25 * 1024 * 1024;
const mostParts = 20;
const bounds = { maxNestingDepth: 20, maxHeadersSize: 131_072, forceRfc822Attachments: true } as const;

/** `isShown`: a picture that the mail's own HTML shows, as it does the mark of an organisation. */
export type MailFile = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly isShown?: boolean;
};

/** A mail as a reader takes it: decoded, bounded, and nothing run. */
export type ReadMail = {
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly messageId: string;
  readonly subject: string;
  readonly date: string | undefined;
  /** The plain text; of a mail that has only HTML, that as text. */
  readonly text: string;
  /** What its HTML says, where it has a plain text as well: a reader sees the one or the other. */
  readonly inHtml?: string;
  /** Words stand in its HTML that are struck through, or that nobody sees. */
  readonly hasUnseen?: boolean;
  readonly files: readonly MailFile[];
};

const mostDividers = 1000;
/** How much of its words is read, in characters, and of the HTML that they stand in. */
const [mostText, mostHtml] = [200_000, 1_000_000];

/** Lines that may divide a mail into parts; a reader's work grows with the square of them. */
function dividers(raw: Uint8Array): number {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let found = 0;
  for (let at = text.indexOf('\n--'); at >= 0 && found <= mostDividers; at = text.indexOf('\n--', at + 3)) found += 1;
  return found;
}

/** Why a mail is not read. */
export type UnreadMail = 'too-many-parts' | 'unreadable';

/** Whether the mail's own HTML shows a file where its words are: it is then no file that was sent with it. */
const isShown = ({ disposition, contentId, related }: Email['attachments'][number], html: string): boolean => {
  const id = contentId?.trim().replaceAll(/^<|>$/g, '') ?? '';
  return disposition !== 'attachment' && (related === true || (id !== '' && html.includes(`cid:${id}`)));
};

const bounded = (text: string): string => text.slice(0, mostText).replaceAll(/\r\n?/g, '\n');

/** The plain text and what the HTML beside it says; where one of them is empty the other is what was written. */
function textsOf({ text, html }: Email): Pick<ReadMail, 'text' | 'inHtml' | 'hasUnseen'> {
  const { lines, hasUnseen } = readHtml((html ?? '').slice(0, mostHtml));
  const inHtml = bounded(lines);
  const unseen = hasUnseen ? { hasUnseen } : {};
  if (!text?.trim()) return { text: inHtml, ...unseen };
  return { text: bounded(text), ...(html?.trim() ? { inHtml } : {}), ...unseen };
}

type Part = { readonly childNodes: readonly Part[] };

/** The reader keeps the parts that it has found, whatever it makes of them; texts are joined and seen nowhere else. */
function rootOf(reader: PostalMime): Part {
  const { root } = reader as unknown as { readonly root?: Part };
  if (!Array.isArray(root?.childNodes)) throw new Error('the reader of mail no longer tells its parts');
  return root;
}

/** How many parts of any kind a mail is divided into. */
const partsIn = ({ childNodes }: Part): number => childNodes.reduce((sum, one) => sum + 1 + partsIn(one), 0);

export async function readMail(raw: Uint8Array): Promise<ReadMail | UnreadMail> {
  if (raw.byteLength > mostBytes || !isLaidOutAsMail(raw)) return 'unreadable';
  if (dividers(raw) > mostDividers) return 'too-many-parts';
  const reader = new PostalMime(bounds);
  let mail: Email;
  try {
    mail = await reader.parse(raw);
  } catch {
    // What the reader does not take is kept as it came, for a person; nothing is guessed of it.
    return 'unreadable';
  }
  if (partsIn(rootOf(reader)) > mostParts) return 'too-many-parts';
  // A part that is no text or HTML has been read by nobody, whatever it is called and wherever it stands.
  const files = mail.attachments.map((one) => ({
    name: one.filename ?? '',
    type: one.mimeType,
    bytes: typeof one.content === 'string' ? Buffer.from(one.content) : new Uint8Array(one.content as ArrayBuffer),
    ...(isShown(one, mail.html ?? '') ? { isShown: true } : {}),
  }));
  return {
    headers: mail.headers.map(({ key, value }) => ({ key, value })),
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    date: mail.date,
    ...textsOf(mail),
    files,
  };
}

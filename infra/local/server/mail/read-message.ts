import PostalMime from 'postal-mime';
import { localIso, parseInstant } from '../../../../shared/domain/local-time.ts';

/** What the page tells of a message. */
export type Shown = {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: string;
  /** Where a reply goes, when that is not to the sender; and the message's own id, by which a reply names it. */
  readonly replyTo: string;
  readonly messageId: string;
};

/**
 * How much of a message is looked at. Anybody can send one, and what a reader does with many small parts or deep ones
 * grows faster than they do: within these bounds the worst message that we could make takes half a second.
 */
export const mostRead = 262_144;
const mostParts = 1000;
const bounds = { maxNestingDepth: 30, maxHeadersSize: 131_072, forceRfc822Attachments: true } as const;
/** In characters, of one field and of the text. */
const longestField = 300;
const longestText = 20_000;

const cut = (text: string, longest: number): string => (text.length <= longest ? text : `${text.slice(0, longest)} …`);

const instantOf = (date: string | undefined) => {
  const milliseconds = Date.parse(date ?? '');
  return Number.isNaN(milliseconds) ? undefined : parseInstant(new Date(milliseconds).toISOString());
};

/** Lines that may divide a message into parts; the reader's work grows with the square of them. */
function dividersIn(bytes: Uint8Array): number {
  let found = 0;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = text.indexOf('\n--'); at >= 0; at = text.indexOf('\n--', at + 3)) found += 1;
  return found;
}

/** The beginning of a message as the page tells of it; undefined when it cannot be shown. */
export async function readMessage(bytes: Uint8Array): Promise<Shown | undefined> {
  if (dividersIn(bytes) > mostParts) return undefined;
  try {
    const mail = await PostalMime.parse(bytes, bounds);
    const sentAt = instantOf(mail.date);
    const shown: Shown = {
      from: cut(mail.from?.address ?? '', longestField),
      to: cut((mail.to ?? []).map(({ address }) => address ?? '').join(', '), longestField),
      subject: cut(mail.subject ?? '', longestField),
      text: cut((mail.text ?? '').replace(/\r\n/g, '\n').trimEnd(), longestText),
      sentAt: sentAt ? localIso(sentAt) : '',
      replyTo: cut(mail.replyTo?.[0]?.address ?? '', longestField),
      messageId: cut(mail.messageId ?? '', longestField),
    };
    // Bytes of which nothing reads as a message.
    return Object.values(shown).some((value) => value !== '') ? shown : undefined;
  } catch {
    // What the reader does not take is shown as the bytes that came, and nothing is guessed of it.
    return undefined;
  }
}

/** How much of a report is looked at: it comes first, and what is sent back with it may be long. */
const most = 262_144;

const letterIn = /^X-Utfort-Letter:\s*(brev-[A-Za-z0-9-]{1,80})\s*$/im;
const messageIn = /^Message-ID:\s*<(brev-[A-Za-z0-9-]{1,80})@/im;
const recipientIn = /^(?:Final|Original)-Recipient:\s*rfc822\s*;\s*<?([^\s<>]{3,254})>?\s*$/gim;

/** What a mail server tells of one of our letters (RFC 3464). */
export type DeliveryReport = {
  readonly letterId: string;
  readonly recipients: readonly string[];
  readonly isFailed: boolean;
};

/** The letter that a report is about, and to whom it could not be delivered; undefined for any other mail. */
export function deliveryReport(raw: Uint8Array): DeliveryReport | undefined {
  const text = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, most)).toString('latin1');
  if (!/^Content-Type:\s*multipart\/report\b/im.test(text)) return undefined;
  const letterId = (letterIn.exec(text) ?? messageIn.exec(text))?.[1];
  if (letterId === undefined) return undefined;
  const recipients = [...new Set([...text.matchAll(recipientIn)].map(([, address = '']) => address.toLowerCase()))];
  return { letterId, recipients: recipients.slice(0, 20), isFailed: /^Action:\s*failed\b/im.test(text) };
}

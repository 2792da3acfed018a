import { createHash } from 'node:crypto';
import { domainToASCII, domainToUnicode } from 'node:url';
import { authenticate } from 'mailauth';
import type { Dns } from '../ports/dns.ts';
import { boundedDns } from './bounded-dns.ts';
import { fieldsOf, type MailHead, mailHead } from './mail-head.ts';
import { isLaidOutAsMail } from './mail-shape.ts';

/** A signature of the message (DKIM), as far as anything is decided by it. */
type MailSignature = {
  /** `pass`, or why not: `temperror` when the domain's key could not be asked for just now. Its times are not judged here. */
  readonly result: string;
  /** The domain that signed. */
  readonly domain: string;
  /** Whether that domain is the author's own (relaxed alignment). */
  readonly isAligned: boolean;
  /** Whether only a part of the body is signed (`l=`). */
  readonly isPartial: boolean;
  /** Names of the headers that are signed, in small letters. */
  readonly signed: readonly string[];
  readonly signedAt?: string;
  readonly expiresAt?: string;
};

/** SHA-256 of a message, each with more of it: the same for the same, whatever envelope or signature it comes with. */
export type Digests = {
  /** Who wrote what and when. */
  readonly content: string;
  /** The same, and to whom: one who writes alike to two has written twice, where that is signed. */
  readonly addressed: string;
  /** All of it but what is written on the way. */
  readonly whole: string;
};

/** What a raw message proves of where it comes from. */
export type Authenticity = {
  /** Every address that `From` names; more than one, or more than one such line, is nobody's. */
  readonly from: readonly string[];
  readonly fromFields: number;
  /** Whether every reader reads its head alike, and `From` is one mailbox, however named. */
  readonly isPlain: boolean;
  readonly signatures: readonly MailSignature[];
  /** Whether there are signatures that the verifier could not read at all. */
  readonly hasUnread: boolean;
  /** `pass`, `fail`, `none`, `temperror` or `permerror`. */
  readonly dmarc: string;
  readonly spf: string;
  readonly date: string | undefined;
  /** Which headers it has of those that a reader goes by and a signature must cover. */
  readonly has: readonly string[];
  /** What it is known by when it comes again. */
  readonly digests: Digests;
  /** Something could not be asked of DNS just now, and no signature of the author's own passes without it. */
  readonly isTemporary: boolean;
};

/** What the conversation with the sender's server told, where there was one. */
export type Connection = { readonly ip?: string; readonly helo?: string; readonly sender?: string };

/** What a reader goes by: there once, or nobody knows which of them is signed. */
const goneBy = [
  'from',
  'date',
  'subject',
  'to',
  'content-type',
  'content-transfer-encoding',
  'message-id',
  'mime-version',
  'cc',
  'in-reply-to',
  'references',
];
/**
 * Of those, what must be signed when it is there: whom it is from, when, and about what. Not to whom, which large mail
 * services leave out: what such a mail answers must then be shown by what is signed.
 */
const decidedBy: readonly string[] = ['from', 'date', 'subject'];
/** What is written on the way to us. */
const onTheWay: readonly string[] = ['received', 'return-path'];
/** How many signatures a mail may carry: each costs a sum of the body and a question to somebody's server. */
const mostSignatures = (bytes: number): number => (bytes > 2_000_000 ? 3 : 5);

const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/** Without blanks and line breaks: a signature may let them be changed on the way (`relaxed`). */
function withoutBlanks(bytes: Uint8Array): Uint8Array {
  const kept = Buffer.allocUnsafe(bytes.byteLength);
  let at = 0;
  for (let from = 0; from < bytes.byteLength; from++) {
    const byte = bytes[from] ?? 0;
    if (byte !== 0x20 && (byte > 0x0d || byte < 0x09)) kept[at++] = byte;
  }
  return kept.subarray(0, at);
}

/** Every line ended by CRLF, as it was signed. */
function withCrlf(raw: Buffer): Buffer {
  let bare = 0;
  for (let at = raw.indexOf(0x0a); at >= 0; at = raw.indexOf(0x0a, at + 1)) if (raw[at - 1] !== 0x0d) bare += 1;
  if (bare === 0) return raw;
  const whole = Buffer.allocUnsafe(raw.byteLength + bare);
  let to = 0;
  for (let at = 0; at < raw.byteLength; at++) {
    if (raw[at] === 0x0a && raw[at - 1] !== 0x0d) whole[to++] = 0x0d;
    whole[to++] = raw[at] ?? 0;
  }
  return whole;
}

/** One mailbox, with or without a name before it; quotes and comments may hold anything, all else is no mailbox's. */
function isOneMailbox(value: string): boolean {
  let rest = '';
  let [depth, isQuoted] = [0, false];
  for (let at = 0; at < value.length; at++) {
    const sign = value[at] ?? '';
    if (sign === '\\') at += 1;
    else if (sign === '"' && depth === 0) isQuoted = !isQuoted;
    else if (!isQuoted && sign === '(') depth += 1;
    else if (!isQuoted && sign === ')') depth -= 1;
    else if (!isQuoted && depth === 0) rest += sign;
    if (depth < 0) return false;
  }
  if (isQuoted || depth > 0) return false;
  const named = /^[^<>,:;@]*<\s*([^<>,:;@\s]+@[^<>,:;@\s]+)\s*>\s*$/.exec(rest);
  return named !== null || /^\s*[^<>,:;@\s]+@[^<>,:;@\s]+\s*$/.test(rest) || isNamedByItself(rest);
}

/** Some write an address as its own name without quotes: `a@b.se <a@b.se>`. */
function isNamedByItself(text: string): boolean {
  const [, name, address] = /^\s*([^<>,:;\s]+)\s*<\s*([^<>,:;\s]+)\s*>\s*$/.exec(text) ?? [];
  return name !== undefined && name.toLowerCase() === address?.toLowerCase();
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Whether a domain is the same to everyone: no sign in it that some readers leave out, or take for another. */
function isOneDomain(address: string): boolean {
  const written = domainOf(address);
  const inAscii = domainToASCII(written);
  if (inAscii === '') return false;
  const same = written.normalize('NFC').toLowerCase();
  return same === inAscii || same === domainToUnicode(inAscii);
}

/**
 * Whether the way the body is divided is what its author wrote, though the signature leaves `Content-Type` out: then a
 * body of parts must begin with its own divider, and a body of none must not.
 */
function isDividedAsWritten(head: MailHead, raw: Buffer): boolean {
  const [type = ''] = fieldsOf(head, 'content-type');
  const body = raw
    .subarray(head.bodyAt, head.bodyAt + 2000)
    .toString('latin1')
    .trimStart();
  const first = (body.split(/\r?\n/, 1)[0] ?? '').trimEnd();
  if (/^multipart\//i.test(type)) {
    const [, quoted, bare] = /;\s*boundary\s*=\s*(?:"([^"]*)"|([^\s;"]+))/i.exec(type) ?? [];
    return first === `--${quoted ?? bare ?? ''}`;
  }
  return !(first.length > 2 && first.startsWith('--') && raw.includes(`\n${first}--`, head.bodyAt));
}

const nothingProven = (): Authenticity => ({
  ...{ from: [], fromFields: 0, isPlain: false, signatures: [], hasUnread: false, dmarc: 'none', spf: 'none' },
  ...{ date: undefined, has: [], digests: { content: '', addressed: '', whole: '' }, isTemporary: false },
});

/** The one address of `From`, before anything is asked of anybody; undefined when it is not one. */
export function authorOf(head: MailHead): string | undefined {
  const [value, ...others] = fieldsOf(head, 'from');
  if (value === undefined || others.length > 0 || !head.isPlain || !isOneMailbox(value)) return undefined;
  const inAngles = /<\s*([^<>\s]+)\s*>\s*(?:\([^()]*\)\s*)?$/.exec(value)?.[1];
  return inAngles ?? /^\s*([^\s()<>]+)/.exec(value)?.[1];
}

function digestsOf(head: MailHead, body: Uint8Array): Digests {
  const of = (key: string) => fieldsOf(head, key).join('\n').replaceAll(/\s+/g, '');
  const content = sha256(...decidedBy.map(of), body);
  const kept = head.fields.filter(({ key }) => !onTheWay.includes(key));
  return {
    content,
    addressed: sha256(content, of('to')),
    whole: sha256(content, ...kept.map(({ key, value }) => `${key}:${value.replaceAll(/\s+/g, '')}`)),
  };
}

/** Verifies the message itself, in the cloud as on one machine; `Authentication-Results` that it carries are never read. */
export async function authenticity(
  bytes: Uint8Array,
  { ip, helo, sender }: Connection,
  dns: Dns,
): Promise<Authenticity> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = mailHead(raw);
  if (head === undefined || !isLaidOutAsMail(raw)) return nothingProven();
  const carried = fieldsOf(head, 'dkim-signature').length;
  const from = fieldsOf(head, 'from');
  const has = goneBy.filter((key) => fieldsOf(head, key).length > 0);
  const known = {
    fromFields: from.length,
    date: fieldsOf(head, 'date')[0],
    has: has.filter((key) => decidedBy.includes(key)),
    digests: digestsOf(head, withoutBlanks(raw.subarray(head.bodyAt))),
  };
  if (carried > mostSignatures(raw.byteLength)) return { ...nothingProven(), ...known };

  const verdict = await authenticate(withCrlf(raw), {
    ...(ip ? { ip } : {}),
    ...(helo ? { helo } : {}),
    ...(sender ? { sender } : {}),
    mta: 'utfort',
    resolver: boundedDns(dns).resolve,
    minBitLength: 1024,
    rejectRsaSha1: true,
    disableArc: true,
    disableBimi: true,
  });
  const addresses = verdict.dkim.headerFrom ?? [];
  const results = verdict.dkim.results.filter(({ status }) => status.result !== 'none');
  const signatures = results.map(({ status, signingDomain, signingHeaders, ...one }): MailSignature => {
    const signed = (signingHeaders?.keys ?? '')
      .toLowerCase()
      .split(/[:\s]+/)
      .filter(Boolean);
    const isDivided = signed.includes('content-type') || isDividedAsWritten(head, raw);
    return {
      result: resultOf(status),
      domain: (signingDomain ?? '').toLowerCase(),
      isAligned: Boolean(status.aligned),
      isPartial: one.canonBodyLengthLimited === true || !isDivided,
      signed,
      ...(one.signTime ? { signedAt: one.signTime } : {}),
      ...(one.expiresAfter ? { expiresAt: one.expiresAfter } : {}),
    };
  });
  const own = signatures.filter(({ isAligned }) => isAligned);
  const dmarc = verdict.dmarc ? verdict.dmarc.status.result : 'none';
  const isProven = own.some(({ result }) => result === 'pass');
  return {
    ...known,
    from: addresses,
    isPlain:
      head.isPlain &&
      goneBy.every((key) => fieldsOf(head, key).length <= 1) &&
      from.every(isOneMailbox) &&
      addresses.every(isOneDomain),
    signatures,
    hasUnread: carried > results.length,
    dmarc,
    spf: verdict.spf ? verdict.spf.status.result : 'none',
    isTemporary: !isProven && (dmarc === 'temperror' || own.some(({ result }) => result === 'temperror')),
  };
}

type DkimStatus = { result: string; comment?: unknown; testing?: unknown; warnings?: unknown };

/** A signature that only its time has run out for is right so far: whoever knows when the mail came judges that. */
function resultOf({ result, comment, testing, warnings }: DkimStatus): string {
  // A domain that says it only tries its signature asks for mail to be taken as if it had none (RFC 6376, 3.6.1).
  if (testing) return 'testing';
  // Signed in the name of a domain beneath, where the key is for its own domain alone, or for another's (RFC 6376, 3.6.1).
  if (Array.isArray(warnings) && warnings.includes('identity-domain')) return 'policy';
  return result === 'neutral' && comment === 'expired' ? 'pass' : result;
}

import { createHash } from 'node:crypto';
import { authenticate } from 'mailauth';
import type { Dns } from '../ports/dns.ts';

/** A signature of the message (DKIM), as far as anything is decided by it. */
export type MailSignature = {
  /** `pass`, or why not: `temperror` when the domain's key could not be asked for just now. */
  readonly result: string;
  /** The domain that signed. */
  readonly domain: string;
  /** Whether that domain is the author's own (relaxed alignment). */
  readonly isAligned: boolean;
  /** Whether only a part of the body is signed (`l=`). */
  readonly isPartial: boolean;
  /** Names of the headers that are signed, in small letters. */
  readonly signed: readonly string[];
  /** SHA-256 of all that is signed: the same content has the same, whatever envelope it comes in. */
  readonly digest: string;
  readonly signedAt?: string;
  readonly expiresAt?: string;
};

/** What a raw message proves of where it comes from. */
export type Authenticity = {
  /** Every address that `From` names; more than one, or more than one such line, is nobody's. */
  readonly from: readonly string[];
  readonly fromFields: number;
  readonly signatures: readonly MailSignature[];
  /** `pass`, `fail`, `none`, `temperror` or `permerror`. */
  readonly dmarc: string;
  readonly spf: string;
  /** Something could not be asked of DNS just now: judged again later. */
  readonly isTemporary: boolean;
};

/** What the conversation with the sender's server told, where there was one. */
export type Connection = { readonly ip?: string; readonly helo?: string; readonly sender?: string };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Verifies the message itself, in the cloud as on one machine; `Authentication-Results` that it carries are never read. */
export async function authenticity(raw: Uint8Array, { ip, helo, sender }: Connection, dns: Dns): Promise<Authenticity> {
  const verdict = await authenticate(Buffer.from(raw), {
    ...(ip ? { ip } : {}),
    ...(helo ? { helo } : {}),
    ...(sender ? { sender } : {}),
    mta: 'utfort',
    resolver: (name, type) => dns.resolve(name, type),
    minBitLength: 1024,
    rejectRsaSha1: true,
    disableArc: true,
    disableBimi: true,
  });
  const signatures = verdict.dkim.results
    .filter(({ status }) => status.result !== 'none')
    .map(
      (one): MailSignature => ({
        result: one.status.result,
        domain: (one.signingDomain ?? '').toLowerCase(),
        isAligned: Boolean(one.status.aligned),
        isPartial: one.canonBodyLengthLimited === true,
        signed: (one.signingHeaders?.keys ?? '')
          .toLowerCase()
          .split(/[:\s]+/)
          .filter(Boolean),
        digest: sha256(`${one.signingHeaders?.canonicalizedHeader ?? ''}\n${one.bodyHash ?? ''}`),
        ...(one.signTime ? { signedAt: one.signTime } : {}),
        ...(one.expiresAfter ? { expiresAt: one.expiresAfter } : {}),
      }),
    );
  const dmarc = verdict.dmarc ? verdict.dmarc.status.result : 'none';
  const spf = verdict.spf ? verdict.spf.status.result : 'none';
  return {
    from: verdict.dkim.headerFrom ?? [],
    fromFields: verdict.dkim.fromFields ?? 0,
    signatures,
    dmarc,
    spf,
    isTemporary: dmarc === 'temperror' || signatures.some(({ result }) => result === 'temperror'),
  };
}

import { type Instant, plusHours } from '../../../shared/domain/local-time.ts';
import { authenticity, authorOf } from '../../../shared/mail/authenticity.ts';
import { fieldsOf, mailHead, shownFields } from '../../../shared/mail/mail-head.ts';
import { mostBytes, type ReadMail, readMail } from '../../../shared/mail/read-mail.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Reply } from '../../../shared/stores/reply-store.ts';
import { loadRegister } from '../acting/load-register.ts';
import type { Mail, StopReason } from '../mail.ts';
import { isAutomatic } from './automatic.ts';
import { type DeliveryReport, deliveryReport } from './delivery-report.ts';
import { isKnown, judgeSender, type Sender } from './sender.ts';
import { isVetoed } from './verdicts.ts';

/** How long DNS may be silent before a person must look (S-40). */
const hoursOfSilence = 24;

/** What a mail is taken for. `claims`: the author that it names itself, for people to see; no more than a claim. */
export type Judgement = { readonly claims?: string; readonly read?: ReadMail } & (
  | { readonly is: 'stopped'; readonly why: StopReason }
  /** DNS does not answer: it is judged again. */
  | { readonly is: 'unanswered' }
  | { readonly is: 'automatic'; readonly report?: DeliveryReport }
  | {
      readonly is: 'from';
      readonly sender: Sender;
      readonly read: ReadMail;
      /** SHA-256 of the content: it acts once. */
      readonly digest: string;
    }
);

async function rawOf({ file }: Mail, { documents }: Deps): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  if (file) for await (const piece of documents.read(file.bucket, file.id)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Why a mail is not even opened. */
function whyUnopened({ file, laidAs, scan, verdicts }: Mail): StopReason | undefined {
  if (scan === 'INFECTED' || verdicts?.virus === 'FAIL') return 'infected';
  if (scan !== 'CLEAN') return 'not-scanned';
  if (!file) return laidAs === undefined ? 'no-envelope' : 'unreadable';
  return file.bytes > mostBytes ? 'too-large' : undefined;
}

/**
 * Whom a mail is from, or why it is not taken: by the message itself, by what the mail service said of it, by the
 * addresses that stand for providers, and by the letter that it replies to.
 */
export async function loadJudgement(mail: Mail, reply: Reply | undefined, at: Instant, deps: Deps): Promise<Judgement> {
  const unopened = whyUnopened(mail);
  if (unopened !== undefined) return { is: 'stopped', why: unopened };
  const raw = await rawOf(mail, deps);
  const head = mailHead(raw);
  if (head === undefined) return { is: 'stopped', why: 'unreadable' };
  const author = authorOf(head);
  const claims = (author ?? fieldsOf(head, 'from')[0] ?? '').slice(0, 254);
  if (isAutomatic(shownFields(head), mail.envelope?.from))
    return { is: 'automatic', claims, report: deliveryReport(raw) };
  const read = await readMail(raw);
  if (typeof read === 'string') return { is: 'stopped', why: read, claims };

  const stopped = (why: StopReason): Judgement => ({ is: 'stopped', why, claims, read });
  const register = await loadRegister(deps);
  const { remoteAddress: ip, helo, from: sender, arrivedAt } = mail.envelope ?? {};
  // Whoever stands for no provider is not worth a question to servers of their own choice.
  if (!mail.released && author !== undefined && !isKnown(author, register, reply)) return stopped('unknown-sender');
  const proof = await authenticity(raw, { ip, helo, sender }, mail.released ? silent : deps.dns);
  const { digest } = proof;
  if (mail.released)
    return {
      is: 'from',
      sender: { address: author ?? '', providerId: mail.released.providerId },
      read,
      digest,
      claims,
    };
  if (proof.isTemporary)
    return at < plusHours(mail.receivedAt, hoursOfSilence) ? { is: 'unanswered', claims, read } : stopped('dns-silent');
  if (author === undefined ? proof.isPlain : proof.from[0] !== author) return stopped('doubtful-headers');
  if (mail.verdicts && isVetoed(mail.verdicts)) return stopped('service-veto');
  const judged = judgeSender(proof, register, reply, [mail.receivedAt, ...(arrivedAt ? [arrivedAt] : [])]);
  return judged.ok ? { is: 'from', sender: judged.value, read, digest, claims } : stopped(judged.stopped);
}

/** Nothing is asked. */
const silent: Deps['dns'] = {
  resolve: (name) => Promise.reject(Object.assign(new Error(`not asked: ${name.length} signs`), { code: 'ENOTFOUND' })),
};

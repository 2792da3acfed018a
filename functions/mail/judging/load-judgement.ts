import { type Instant, plusHours } from '../../../shared/domain/local-time.ts';
import { authenticity, authorOf, type Digests } from '../../../shared/mail/authenticity.ts';
import { fieldsOf, mailboxesIn, mailHead, shownFields, shownFrom } from '../../../shared/mail/mail-head.ts';
import { otherReadings } from '../../../shared/mail/other-readings.ts';
import { mostBytes, type ReadMail, readMail } from '../../../shared/mail/read-mail.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Reply } from '../../../shared/stores/reply-store.ts';
import { loadRegister } from '../acting/load-register.ts';
import { rawMail } from '../load-raw-mail.ts';
import type { Mail, StopReason } from '../mail.ts';
import { automaticOf } from './automatic.ts';
import { type DeliveryReport, deliveryReport } from './delivery-report.ts';
import type { Aimed } from './pointing.ts';
import { isKnown, isProvenHeader, judgeSender, type Sender } from './sender.ts';
import { isVetoed } from './verdicts.ts';

/** How long DNS may be silent before a person must look (S-40). */
const hoursOfSilence = 24;

/** What a mail is taken for. `claims`: the author that it names itself, for people to see; no more than a claim. */
export type Judgement = { readonly claims?: string; readonly read?: ReadMail } & (
  | { readonly is: 'stopped'; readonly why: StopReason; readonly seemsAutomatic?: boolean }
  /** DNS does not answer: it is judged again. */
  | { readonly is: 'unanswered' }
  | { readonly is: 'automatic'; readonly report?: DeliveryReport }
  | {
      readonly is: 'from';
      readonly sender: Sender;
      readonly read: ReadMail;
      /** By what it is known when it comes again: it acts once. */
      readonly digests: Digests;
      /** The letters that it says it answers, as far as that is signed, or somebody has answered for it. */
      readonly answers: string;
      /** What it is proven to be written to; undefined where a person has answered for it. */
      readonly aimed: Aimed | undefined;
      /** What the same bytes would say were a head that nobody has signed another. */
      readonly others: readonly string[];
      /** It may be a machine that has answered. */
      readonly seemsAutomatic: boolean;
    }
);

/** Why a mail is not even opened. */
function whyUnopened({ file, laidAs, scan, verdicts }: Mail): StopReason | undefined {
  if (scan === 'INFECTED' || verdicts?.virus === 'FAIL') return 'infected';
  if (scan !== 'CLEAN') return 'not-scanned';
  if (!file) return laidAs === undefined ? 'no-envelope' : 'unreadable';
  return file.bytes > mostBytes ? 'too-large' : undefined;
}

/**
 * What only seems to be a machine's is a person's to read where it answers a letter and is from whom it says; otherwise
 * it is as little as any other machine's (standards.md, "E-mail").
 */
export async function loadJudgement(mail: Mail, reply: Reply | undefined, at: Instant, deps: Deps): Promise<Judgement> {
  const judged = await judgedOf(mail, reply, at, deps);
  const seems = 'seemsAutomatic' in judged && judged.seemsAutomatic;
  if (!seems) return judged;
  return judged.is === 'from' && (reply || mail.released) ? judged : { is: 'automatic', claims: judged.claims };
}

/**
 * Whom a mail is from, or why it is not taken: by the message itself, by what the mail service said of it, by the
 * addresses that stand for providers, and by the letter that it replies to.
 */
async function judgedOf(mail: Mail, reply: Reply | undefined, at: Instant, deps: Deps): Promise<Judgement> {
  const unopened = whyUnopened(mail);
  if (unopened !== undefined) return { is: 'stopped', why: unopened };
  const raw = await rawMail(mail, deps);
  const head = mailHead(raw);
  if (head === undefined) return { is: 'stopped', why: 'unreadable' };
  const author = authorOf(head);
  const claims = (author ?? shownFrom(head)).slice(0, 254);
  const automatic = automaticOf(shownFields(head), mail.envelope?.from);
  if (automatic === 'surely') return { is: 'automatic', claims, report: deliveryReport(raw) };
  const seemsAutomatic = automatic === 'seems';
  const read = await readMail(raw);
  if (typeof read === 'string') return { is: 'stopped', why: read, claims, seemsAutomatic };

  const stopped = (why: StopReason): Judgement => ({ is: 'stopped', why, claims, read, seemsAutomatic });
  const register = await loadRegister(deps);
  const { remoteAddress: ip, helo, from: sender, arrivedAt } = mail.envelope ?? {};
  // Whoever stands for no provider is not worth a question to servers of their own choice.
  if (!mail.released && author !== undefined && !isKnown(author, register, reply)) return stopped('unknown-sender');
  const proof = await authenticity(raw, { ip, helo, sender }, mail.released ? silent : deps.dns);
  const { digests } = proof;
  const from = { is: 'from', read, digests, claims, seemsAutomatic } as const;
  if (mail.released) {
    const sender = { address: author ?? '', providerId: mail.released.providerId };
    const answers = ['in-reply-to', 'references'].flatMap((key) => fieldsOf(head, key)).join(' ');
    return { ...from, sender, answers, aimed: undefined, others: [] };
  }
  if (proof.isTemporary)
    return at < plusHours(mail.receivedAt, hoursOfSilence) ? { is: 'unanswered', claims, read } : stopped('dns-silent');
  if (author === undefined ? proof.isPlain : proof.from[0] !== author) return stopped('doubtful-headers');
  if (mail.verdicts && isVetoed(mail.verdicts)) return stopped('service-veto');
  const judged = judgeSender(proof, register, reply, [mail.receivedAt, ...(arrivedAt ? [arrivedAt] : [])]);
  if (!judged.ok) return stopped(judged.stopped);
  const proven = (key: string) => (isProvenHeader(proof, key) ? fieldsOf(head, key).join(', ') : '');
  const aimed: Aimed = {
    to: isProvenHeader(proof, 'to') ? mailboxesIn(`${proven('to')}, ${proven('cc')}`) : undefined,
    answers: `${proven('in-reply-to')} ${proven('references')}`,
    words: `${read.subject}\n${read.text}`,
  };
  const [type, encoding] = ['content-type', 'content-transfer-encoding'].map((key) => isProvenHeader(proof, key));
  const others = await otherReadings(raw, head, { type: type === true, encoding: encoding === true });
  return { ...from, sender: judged.value, answers: aimed.answers, aimed, others };
}

/** Nothing is asked. */
const silent: Deps['dns'] = {
  resolve: (name) => Promise.reject(Object.assign(new Error(`not asked: ${name.length} signs`), { code: 'ENOTFOUND' })),
};

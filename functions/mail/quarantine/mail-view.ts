import * as z from 'zod';
import { asciiAddress } from '../../../shared/domain/email-address.ts';
import { localIso } from '../../../shared/domain/local-time.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { Mail, type MailAct } from '../mail.ts';
import { staysStopped } from './deciding.ts';
import { shownLine, shownText } from './shown-text.ts';

const Decided = z.object({ by: z.string(), at: z.string(), reason: z.string() });

/** A mail as a list shows it. */
export const MailRow = z
  .object({
    mailId: z.string(),
    receivedAt: z.string(),
    state: Mail.shape.state,
    claims: z.string().optional().meta({ description: 'The address that it says it is from, which proves nothing' }),
    subject: z.string().optional(),
    caseNo: z.string().optional(),
    providerId: z.string().optional().meta({ description: 'Whom it is from, once that is proven or answered for' }),
    isProven: z.boolean().meta({ description: 'Whether the message itself proves it: no person has answered for it' }),
    why: z.string().optional().meta({ description: 'Why it waits or waited for a person, in words' }),
  })
  .meta({ id: 'MailRow' });
export type MailRow = z.infer<typeof MailRow>;

/** A mail as a person reads it to decide: its text as plain text, and what it would come to. */
export const MailView = MailRow.extend({
  to: z.array(z.string()).meta({ description: 'The addresses that it came to, without their secret' }),
  orderId: z.string().optional(),
  month: z.string().optional(),
  claimedProviderId: z
    .string()
    .optional()
    .meta({ description: 'The provider that the order or the claimed address belongs to: taken where none is named' }),
  text: z.string().optional().meta({ description: 'Never markup; what reads as a person is masked' }),
  isMasked: z.boolean(),
  stopped: z.string().optional(),
  because: z.string().optional(),
  understood: z.array(z.string()).meta({ description: 'What it says, in words: done if it is let through' }),
  done: z.array(z.string()),
  files: z.array(z.object({ number: z.int(), name: z.string(), type: z.string(), bytes: z.int() })),
  mayOpenFiles: z.boolean(),
  mayDecide: z.boolean().meta({ description: 'Whether it waits for the caller to decide' }),
  mayBeReleased: z.boolean(),
  released: Decided.optional(),
  settled: Decided.optional(),
}).meta({ id: 'MailView' });
export type MailView = z.infer<typeof MailView>;

/** As people write an address, with the letters that it is sent by where those are others. */
function shownAddress(claims: string): string {
  const ascii = asciiAddress(claims);
  const shown = shownLine(claims);
  return ascii === undefined || ascii.toLowerCase() === claims.toLowerCase() ? shown : `${shown} (${ascii})`;
}

/** An address of ours without the secret of a reply. */
const withoutToken = (address: string): string => shownLine(address.replace(/\+[^@]*@/, '@'));

export function actInWords(act: MailAct, language: string): string {
  switch (act.act) {
    case 'confirm':
      return act.canStartOn === undefined
        ? sentence('mail-act-confirm', language)
        : sentence('mail-act-confirm-start', language, { on: act.canStartOn });
    case 'start':
      return sentence('mail-act-start', language, { on: act.on });
    case 'reject':
      return sentence('mail-act-reject', language);
    case 'not-executed':
      return sentence('mail-act-not-executed', language, {
        codes: act.services.map(({ code }) => shownLine(code, 40)).join(', '),
      });
  }
}

/** Why it waits for a person, or did. */
const whyOf = ({ stopped, because }: Mail, language: string): string | undefined => {
  if (because !== undefined) return sentence(because, language);
  return stopped && sentence(`mail-stopped-${stopped}`, language);
};

export function mailRow(mail: Mail, language: string): MailRow {
  const { id, receivedAt, state, claims, subject, caseNo, providerId } = mail;
  const why = whyOf(mail, language);
  return {
    mailId: id,
    receivedAt: localIso(receivedAt),
    state,
    ...(claims === undefined ? {} : { claims: shownAddress(claims) }),
    ...(subject === undefined ? {} : { subject: shownLine(subject) }),
    ...(caseNo ? { caseNo } : {}),
    ...(providerId ? { providerId } : {}),
    isProven: providerId !== undefined && mail.released === undefined,
    ...(why ? { why } : {}),
  };
}

const decided = (decision: Mail['settled']) =>
  decision && { by: decision.by, at: localIso(decision.at), reason: decision.reason };

/** Its text, and beneath it what another reader would see, where that is something else: both are needed to decide. */
function textOf({ text = '', otherText }: Mail, language: string): string {
  if (otherText === undefined) return shownText(text);
  return [shownText(text), sentence('mail-other-reading', language), shownText(otherText)].join('\n\n');
}

type Seen = { readonly role: Role; readonly language: string; readonly claimedProviderId: string | undefined };

export function mailView(mail: Mail, { role, language, claimedProviderId }: Seen): MailView {
  const { orderId, month, text, stopped, because, acts = [], done = [], files = [], released, settled } = mail;
  const understood = acts.map((act) => actInWords(act, language));
  const isWaiting = mail.state === 'quarantined' || mail.state === 'asked';
  return {
    ...mailRow(mail, language),
    to: (mail.envelope?.to ?? []).slice(0, 10).map(withoutToken),
    ...(orderId ? { orderId } : {}),
    ...(month ? { month } : {}),
    ...(claimedProviderId ? { claimedProviderId } : {}),
    ...(text === undefined ? {} : { text: textOf(mail, language) }),
    isMasked: mail.masked ?? false,
    ...(stopped ? { stopped } : {}),
    ...(because ? { because } : {}),
    understood,
    done: understood.slice(0, done.length),
    files: files.map(({ name, type, bytes }, at) => ({
      number: at + 1,
      name: shownLine(name, 100),
      type: shownLine(type, 100),
      bytes,
    })),
    mayOpenFiles: mail.scan === 'CLEAN',
    mayDecide: isWaiting && role !== 'head',
    mayBeReleased: staysStopped(mail) === undefined,
    ...(released ? { released: decided(released) } : {}),
    ...(settled ? { settled: decided(settled) } : {}),
  };
}

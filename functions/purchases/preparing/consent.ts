import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';

const act = { at: Instant, by: z.string() };

/** How information goes: by word, or inside the system. Never by mail (B-07, B-23). */
export const SharingChannel = z.enum(['ORAL', 'SYSM']);

/** What somebody in a case has agreed to: with whom, how, and where it is written down. */
export const Consent = z
  .object({
    id: z.string(),
    caseNo: CaseNumber,
    kind: z.enum(['TRANSFER', 'JOURNAL_ACCESS', 'FORWARD']),
    /** Units, providers and persons by their id or name: a consent that names nobody is none (B-22). */
    recipients: z.array(z.string().trim().min(1)).min(1),
    channels: z.array(SharingChannel).min(1),
    given: z.object(act),
    /** Where it stands in the user's social journal (B-21). */
    journalRef: z.string().optional(),
    withdrawn: z.object(act).optional(),
  })
  .meta({ id: 'Consent' });
export type Consent = z.infer<typeof Consent>;

/** What is to be shared: with whom, how, and when. */
export type Sharing = {
  readonly kind: Consent['kind'];
  readonly recipient: string;
  readonly channel: z.infer<typeof SharingChannel> | 'EML';
  readonly at: Instant;
};

const holds = ({ given, withdrawn }: Consent, at: Instant): boolean =>
  given.at <= at && (withdrawn === undefined || at < withdrawn.at);

/** The consent by which something may be shared (B-06, B-07, B-20, B-22, B-25); undefined when none allows it. */
export const consentFor = (consents: readonly Consent[], sharing: Sharing): Consent | undefined =>
  consents.find(
    (consent) =>
      consent.kind === sharing.kind &&
      holds(consent, sharing.at) &&
      consent.recipients.includes(sharing.recipient) &&
      consent.channels.some((channel) => channel === sharing.channel),
  );

/** Consent to read the journal is written down in it, or it is no consent (B-21). */
export function checkedConsent(consent: Consent): Result<Consent, 'journal-reference-missing'> {
  const written = consent.kind !== 'JOURNAL_ACCESS' || consent.journalRef !== undefined;
  return written
    ? accept(consent)
    : refuse('invalid', 'journal-reference-missing', [{ at: 'body.journalRef', code: 'journal-reference-missing' }]);
}

/**
 * Something about a person is shared, or passed on: only with whom the consent names, by a way that it names, and never
 * by mail (B-06, B-07, B-20, B-25). A withdrawal stops the sharing, not the help.
 */
export function share(
  consents: readonly Consent[],
  sharing: Sharing,
): Result<{ readonly consentId: string; readonly recipient: string }, 'consent-missing'> {
  const consent = consentFor(consents, sharing);
  if (!consent) return refuse('conflict', 'consent-missing');
  return accept({ consentId: consent.id, recipient: sharing.recipient });
}

/** The person takes a consent back; what was shared before stays shared. */
export function takeBackConsent(
  consent: Consent,
  by: string,
  at: Instant,
): Result<Consent, 'consent-withdrawn' | 'withdrawn-before-given'> {
  if (at < consent.given.at)
    return refuse('invalid', 'withdrawn-before-given', [{ at: 'body.at', code: 'withdrawn-before-given' }]);
  return consent.withdrawn ? refuse('conflict', 'consent-withdrawn') : accept({ ...consent, withdrawn: { at, by } });
}

import * as z from 'zod';
import { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { Consent, SharingChannel, share } from './consent.ts';

/** Something about a person that was passed on: to whom, how, and by which consents (B-23, B-24). */
export const Forwarding = z
  .object({
    id: z.string(),
    caseNo: z.string(),
    kind: Consent.shape.kind,
    recipients: z.array(z.string()),
    channels: z.array(SharingChannel),
    at: Instant,
    by: z.string(),
    consentIds: z.array(z.string()),
    journalRef: z.string().optional(),
  })
  .meta({ id: 'Forwarding' });
export type Forwarding = z.infer<typeof Forwarding>;

/**
 * Everybody that it is passed on to, by every way, is named by a consent of that kind, or nobody gets it (B-20, B-25).
 * What the journal says goes in a message inside the system alone (B-23).
 */
export function passedOn(
  forwarding: Omit<Forwarding, 'consentIds'>,
  consents: readonly Consent[],
): Result<Forwarding, 'consent-missing' | 'journal-by-system-only'> {
  const { kind, at, recipients, channels } = forwarding;
  if (kind === 'JOURNAL_ACCESS' && channels.some((channel) => channel !== 'SYSM'))
    return refuse('invalid', 'journal-by-system-only', [{ at: 'body.channels', code: 'journal-by-system-only' }]);
  const ids = new Set<string>();
  for (const recipient of recipients)
    for (const channel of channels) {
      const shared = share(consents, { kind, recipient, channel, at });
      if (!shared.ok) return shared;
      ids.add(shared.value.consentId);
    }
  return accept({ ...forwarding, consentIds: [...ids] });
}

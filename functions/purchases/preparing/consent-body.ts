import * as z from 'zod';
import { guarded } from '../../../shared/domain/free-text.ts';
import { type Instant, instant, TimeIn } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { Consent, SharingChannel } from './consent.ts';

const Recipient = guarded(z.string().trim().min(1).max(100));

/** With whom something about a person is shared, how, and when: of a consent, and of what is passed on (B-07, B-22). */
export const SharingIn = z.strictObject({
  kind: Consent.shape.kind,
  recipients: z.array(Recipient).min(1).max(20).meta({
    description: 'Units, providers and persons by their id or name; a consent that names nobody is none (B-22)',
  }),
  channels: z
    .array(SharingChannel)
    .min(1)
    .max(2)
    .meta({ description: 'By word or inside the system; never by mail (B-07, B-23)' }),
  at: TimeIn,
  journalRef: guarded(z.string().trim().min(1).max(200))
    .optional()
    .meta({ description: 'Where it stands in the social journal (B-21)' }),
});
export type SharingIn = z.output<typeof SharingIn>;

/** When something was done, which is not ahead. */
export function doneAt(written: string, now: Instant): Result<Instant, 'date-ahead'> {
  const at = instant(written);
  return at > now ? refuse('invalid', 'date-ahead', [{ at: 'body.at', code: 'date-ahead' }]) : accept(at);
}

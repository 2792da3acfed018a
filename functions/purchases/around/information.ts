import * as z from 'zod';
import { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { notManagerOf, type PurchaseActor } from '../party.ts';
import { type Consent, share } from '../preparing/consent.ts';
import type { Purchase } from '../purchase.ts';

const act = { at: Instant, by: z.string() };

/** What the orderer's manager wants to know of the help, with whom it was shared, and to whom it has gone on. */
export const InformationAsked = z.object({
  asked: z.object({ ...act, words: z.string() }),
  answered: z.object({ ...act, consentId: z.string(), documentIds: z.array(z.string()) }).optional(),
  forwarded: z.array(z.object({ ...act, to: z.string(), consentId: z.string() })),
});
export type InformationAsked = z.infer<typeof InformationAsked>;

type NotTheirs = 'purchase-not-found' | 'not-your-side' | 'not-a-manager';

/** The ordering manager asks; they are the named receiver of what comes (B-10). */
export function askInformationOf(
  purchase: Purchase,
  words: string,
  actor: PurchaseActor,
): Result<InformationAsked, NotTheirs> {
  const refused = notManagerOf('ORDERING', purchase, actor);
  return refused ?? accept({ asked: { at: actor.at, by: actor.userId, words }, forwarded: [] });
}

/** The performer's manager sends it, inside the system, when a consent names who asked (B-10, B-20, B-22, B-23). */
export function sendInformation(
  purchase: Purchase,
  one: InformationAsked,
  documentIds: readonly string[],
  consents: readonly Consent[],
  actor: PurchaseActor,
): Result<InformationAsked, NotTheirs | 'already-closed' | 'consent-missing'> {
  const refused = notManagerOf('RECEIVING', purchase, actor);
  if (refused) return refused;
  if (one.answered) return refuse('conflict', 'already-closed');
  const { at, userId: by } = actor;
  const shared = share(consents, { kind: 'JOURNAL_ACCESS', recipient: one.asked.by, channel: 'SYSM', at });
  if (!shared.ok) return shared;
  const { consentId } = shared.value;
  return accept({ ...one, answered: { at, by, consentId, documentIds: [...documentIds] } });
}

/** The ordering manager passes it on, to whom a consent to that names (B-24, B-25). */
export function passOn(
  purchase: Purchase,
  one: InformationAsked,
  to: string,
  consents: readonly Consent[],
  actor: PurchaseActor,
): Result<InformationAsked, NotTheirs | 'nothing-to-pass-on' | 'consent-missing'> {
  const refused = notManagerOf('ORDERING', purchase, actor);
  if (refused) return refused;
  if (!one.answered) return refuse('conflict', 'nothing-to-pass-on');
  const { at, userId: by } = actor;
  const shared = share(consents, { kind: 'FORWARD', recipient: to, channel: 'SYSM', at });
  if (!shared.ok) return shared;
  return accept({ ...one, forwarded: [...one.forwarded, { at, by, to, consentId: shared.value.consentId }] });
}

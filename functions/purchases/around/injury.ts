import * as z from 'zod';
import { dateOf, Instant, type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { lacking } from '../conditions/missing.ts';
import { notManagerOf, notOf, type PurchaseActor } from '../party.ts';
import type { Purchase } from '../purchase.ts';

const act = { at: Instant, by: z.string() };

/** A work injury of the performer's staff: what was done about it, and that the orderer's manager has been told (H-40, H-41). */
export const WorkInjury = z.object({
  /** Where it is reported in full, by its reference. */
  reported: z.object({ ...act, reference: z.string().optional() }),
  measures: z.object({ ...act, words: z.string(), sharedAt: Instant }).optional(),
  closed: z.object(act).optional(),
});
export type WorkInjury = z.infer<typeof WorkInjury>;

/** The last day to have it investigated and its measures told, softly (H-40, H-41, D37). */
export const investigationBy = (
  { reported }: { readonly reported: Pick<WorkInjury['reported'], 'at'> },
  { params }: Pick<BuyingPack, 'params'>,
): LocalDate => plusDays(dateOf(reported.at), params['injury.days']);

type NotTheirs = 'purchase-not-found' | 'not-your-side' | 'not-a-manager';

/** The performer's staff report it; how anybody is hurt is written elsewhere. */
export function reportedInjury(
  purchase: Purchase,
  actor: PurchaseActor,
  { purchases }: BuyingPack,
  reference?: string,
): Result<WorkInjury, 'purchase-not-found' | 'not-your-side' | 'not-in-routine'> {
  const refused = notOf('RECEIVING', purchase, actor);
  if (refused) return refused;
  if (!purchases.injury) return refuse('invalid', 'not-in-routine');
  const { at, userId: by } = actor;
  return accept({ reported: { at, by, ...(reference === undefined ? {} : { reference }) } });
}

/** The performer's manager has investigated (H-40) and tells the orderer's what is done (H-41). */
export function sharedMeasures(
  purchase: Purchase,
  injury: WorkInjury,
  words: string,
  actor: PurchaseActor,
): Result<WorkInjury, NotTheirs | 'already-closed'> {
  const refused = notManagerOf('RECEIVING', purchase, actor);
  if (refused) return refused;
  if (injury.closed) return refuse('conflict', 'already-closed');
  const { at, userId: by } = actor;
  return accept({ ...injury, measures: { at, by, words, sharedAt: at } });
}

/** It is closed when its measures have been shared, and not before (H-41). */
export function settleInjury(
  purchase: Purchase,
  injury: WorkInjury,
  actor: PurchaseActor,
  { purchases }: BuyingPack,
): Result<WorkInjury, NotTheirs | 'already-closed' | 'condition-missing'> {
  const refused = notManagerOf('RECEIVING', purchase, actor);
  if (refused) return refused;
  if (injury.closed) return refuse('conflict', 'already-closed');
  if (!injury.measures && purchases.injury)
    return lacking('condition-missing', [
      { rule: purchases.injury.shared, level: 'BLK', text: sentence('purchase-measures-shared', 'sv') },
    ]);
  return accept({ ...injury, closed: { at: actor.at, by: actor.userId } });
}

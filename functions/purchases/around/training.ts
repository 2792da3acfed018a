import * as z from 'zod';
import { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { notManagerOf, type PurchaseActor } from '../party.ts';
import type { Purchase } from '../purchase.ts';

const act = { at: Instant, by: z.string() };

/** What the performer's staff need to learn beyond their basic competence, and what the orderer's manager says of it (H-34). */
export const TrainingNeed = z.object({
  told: z.object({ ...act, words: z.string() }),
  answered: z.object({ ...act, words: z.string() }).optional(),
});
export type TrainingNeed = z.infer<typeof TrainingNeed>;

type NotTheirs = 'purchase-not-found' | 'not-your-side' | 'not-a-manager';

/** The performer's manager tells the orderer's (H-34). */
export function toldNeed(
  purchase: Purchase,
  words: string,
  actor: PurchaseActor,
  { purchases }: BuyingPack,
): Result<TrainingNeed, NotTheirs | 'not-in-routine'> {
  const refused = notManagerOf('RECEIVING', purchase, actor);
  if (refused) return refused;
  if (!purchases.around.training) return refuse('invalid', 'not-in-routine');
  return accept({ told: { at: actor.at, by: actor.userId, words } });
}

/** The orderer's manager, who answers for the help, says what comes of it, and it is closed. */
export function answeredNeed(
  purchase: Purchase,
  need: TrainingNeed,
  words: string,
  actor: PurchaseActor,
): Result<TrainingNeed, NotTheirs | 'already-closed'> {
  const refused = notManagerOf('ORDERING', purchase, actor);
  if (refused) return refused;
  if (need.answered) return refuse('conflict', 'already-closed');
  return accept({ ...need, answered: { at: actor.at, by: actor.userId, words } });
}

import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { mayKnowWhom } from '../disclosure.ts';
import { boardsOf, type LoadedPurchase } from '../load-purchase.ts';
import { purchaseSide } from '../party.ts';

/** The papers of a purchase that somebody may read: the performer also its own plan, once it may know whom they are of. */
function papersOpenTo(own: LoadedPurchase): readonly string[] {
  const { stored, actor, facts, pack } = own;
  const { handovers, preparation } = stored.entity;
  const handed = handovers.map(({ documentId }) => documentId);
  const side = purchaseSide(stored.entity, actor);
  if (side === 'ORDERING') return handed;
  if (side === undefined || !mayKnowWhom(stored.entity, boardsOf(own), facts, pack)) return [];
  return [...handed, ...(preparation.planDocumentId === undefined ? [] : [preparation.planDocumentId])];
}

/** Whether a paper is there for somebody; another's is answered like one that does not exist. */
export const readablePaper = (own: LoadedPurchase, documentId: string): Result<string, 'document-not-found'> =>
  papersOpenTo(own).includes(documentId) ? accept(documentId) : refuse('missing', 'document-not-found');

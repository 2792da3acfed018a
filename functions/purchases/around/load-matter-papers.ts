import type { Deps } from '../../../shared/ports/deps.ts';
import { mayKnowWhom } from '../disclosure.ts';
import { boardsOf, type LoadedPurchase } from '../load-purchase.ts';
import { matterStore } from './matter-store.ts';
import { matterView } from './matter-view.ts';

/** How many of a kind are looked through for a paper. */
const mostSeen = 200;

/** Whether a paper is one that somebody reads around the purchase: the scan of a note, or what answers a question. */
export async function isMatterPaper(own: LoadedPurchase, documentId: string, { table }: Pick<Deps, 'table'>) {
  const { stored, actor, facts, pack } = own;
  const isKnown = mayKnowWhom(stored.entity, boardsOf(own), facts, pack);
  const pages = await Promise.all(
    (['note', 'question'] as const).map((what) => matterStore(table).list(stored.entity.id, what, { limit: mostSeen })),
  );
  return pages
    .flatMap(({ items }) => items)
    .map(({ entity }) => matterView(entity, stored.entity, actor, isKnown))
    .some(({ opened, closed }) => [opened, closed].some((one) => one?.documentIds?.includes(documentId)));
}

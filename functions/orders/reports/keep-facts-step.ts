import { firstDay, lastDay } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { type HandedInFacts, handedInFactsStore } from './handed-in-facts-store.ts';
import { eachOnce, type FormFact } from './told-fact.ts';

/** So many cases fit an item with room to spare: a month holds one death of each, and few stays once they are united. */
const casesAnItem = 200;

/**
 * The deaths and stays that a month's form tells of, laid where the orders compare them with what they know (A66). Also
 * where it tells of none: what an earlier form of that month told of is then told no more.
 */
export function keepHandedInFacts(
  told: Pick<HandedInFacts, 'providerId' | 'month' | 'at' | 'by'>,
  facts: readonly FormFact[],
  { newId }: Pick<Deps, 'newId'>,
): Effects {
  const month = { first: firstDay(told.month), last: lastDay(told.month) };
  const byCase = [...Map.groupBy(facts, ({ caseNo }) => caseNo)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([caseNo, some]) =>
      eachOnce(
        some.map(({ fact }) => fact),
        month,
      ).map((fact) => ({ caseNo, fact })),
    )
    .filter((some) => some.length > 0);
  const pieces = Array.from({ length: Math.max(1, Math.ceil(byCase.length / casesAnItem)) }, (_, n) =>
    byCase.slice(n * casesAnItem, (n + 1) * casesAnItem),
  );
  const firstOf = (n: number) => (n > 0 ? pieces[n]?.[0]?.[0]?.caseNo : undefined);
  // Between them the pieces reach over every case, so that each also knows what is gone.
  return together(
    ...pieces.map((piece, n) => ({
      saves: [
        handedInFactsStore.add({
          id: newId('uppgifter'),
          ...told,
          first: firstOf(n),
          until: firstOf(n + 1),
          facts: piece.flat(),
        }),
      ],
    })),
  );
}

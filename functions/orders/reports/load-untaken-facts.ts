import { firstDay, lastDay, type Month, previousMonth } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { ToldFact } from './told-fact.ts';
import { toldFactStore } from './told-fact-store.ts';

/** What an earlier form tells of is a day's work to take over: after half a year nobody is warned of it any more. */
const monthsBack = 6;

/** Whether a death or a stay touches a day of the month. */
const reaches = ({ fact }: ToldFact, month: Month): boolean =>
  fact.kind === 'DEATH'
    ? fact.on <= lastDay(month)
    : fact.kind === 'HOSPITAL' && fact.from <= lastDay(month) && (!fact.to || fact.to >= firstDay(month));

/**
 * The deaths and stays that a provider's signed forms of the months before tell of, that reach into this month, and that
 * nobody has taken over or dismissed: what is proposed for the month does not know of them (A66). By case.
 */
export async function untakenFacts(
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  deps: Deps,
): Promise<readonly ToldFact[]> {
  const found: ToldFact[] = [];
  let earlier = month;
  for (let count = 0; count < monthsBack; count++) {
    earlier = previousMonth(earlier);
    const open = await toldFactStore(deps.table).unsettled(providerId, earlier, {});
    found.push(...open.map(({ entity }) => entity).filter((told) => reaches(told, month)));
  }
  return found.toSorted((a, b) => (a.caseNo < b.caseNo ? -1 : 1));
}

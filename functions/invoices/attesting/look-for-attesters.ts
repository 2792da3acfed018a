import { dateOf, type Instant, type Month, monthOf, previousMonth } from '../../../shared/domain/local-time.ts';
import { forEachIsolated } from '../../../shared/http/for-each-isolated.ts';
import { job } from '../../../shared/http/job.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { invoiceStore } from '../invoice-store.ts';
import { attesterDates } from './attester-dates-step.ts';
import { waitsToBeAttested } from './attesting.ts';

/** An invoice is to be paid within a month; a year back is far beyond any that waits. */
const monthsBack = 12;
const aPage = 100;

/** The providers of a month of which an invoice waits to be attested. */
async function waitingIn(month: Month, { table }: Pick<Deps, 'table'>): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let after: string | undefined;
  do {
    const { items, next } = await invoiceStore(table).list({ month }, { limit: aPage, ...(after ? { after } : {}) });
    for (const { entity } of items) if (waitsToBeAttested(entity)) found.add(entity.providerId);
    after = next;
  } while (after !== undefined);
  return found;
}

const monthsUntil = (at: Instant): readonly Month[] => {
  const months = [monthOf(dateOf(at))];
  while (months.length < monthsBack) months.push(previousMonth(months.at(-1) ?? ''));
  return months;
};

/**
 * A deputy has been appointed, their first day has come, a head has left, or a limit is another: whether anybody may attest
 * what waits is asked again, and the heads have the task to appoint one (D57) or have it no more (A72).
 */
export const lookForAttesters = job(async (at, deps) => {
  const log = { entry: 'lookForAttesters', log: deps.log };
  const done = await forEachIsolated(monthsUntil(at), log, async (month) => {
    let isAny = false;
    for (const providerId of await waitingIn(month, deps)) {
      const deadlines = await attesterDates({ month, providerId }, undefined, at, deps);
      if (deadlines.length > 0) isAny = (await committed({ deadlines }, { by: system, at }, deps)) || isAny;
    }
    return isAny;
  });
  return { done };
});

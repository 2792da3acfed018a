import { dateOf, firstDay, type Instant, type Month, monthOf, nextMonth } from '../../../shared/domain/local-time.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { linesIdOf } from '../month.ts';
import { monthStore } from '../month-store.ts';

/** Nothing is put right further back than this. */
const mostMonths = 36;

/**
 * Whether a month after this one has been accounted for, or is to be: the provider goes on and has a case in force in it.
 * Where there is none, what is found out goes with no statement (contract-month, No later month).
 */
export async function hasLaterMonth(
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  at: Instant,
  table: Table,
): Promise<boolean> {
  const first = nextMonth(month);
  const today = monthOf(dateOf(at));
  for (let later = first, n = 0; later <= today && n < mostMonths; n += 1, later = nextMonth(later)) {
    const found = (await monthStore(table).find(later, providerId))?.entity;
    if (found && (found.statement || linesIdOf(found) !== undefined)) return true;
  }
  const from = firstDay(first);
  const provider = (await providerStore(table).find(providerId))?.entity;
  const lastDay = provider?.ending?.lastDay ?? provider?.approvedTo;
  if (lastDay !== undefined && lastDay < from) return false;
  const assignments = await assignmentStore(table).ofProvider(providerId, from);
  return assignments.some(({ to }) => to === null || to >= from);
}

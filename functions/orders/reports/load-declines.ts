import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { journalRow, journalStore } from '../../../shared/stores/journal-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { acknowledgement } from '../limits/report-deadlines.ts';
import type { Teller } from '../steps/load-step.ts';
import { declineStore } from './decline-store.ts';
import { type Decline, repeated } from './declines.ts';
import { reporting } from './load-report.ts';
import type { Report } from './report.ts';

export type Telling = { readonly toldIn: string; readonly changes: readonly Change[] };

/** The officer is told that the customer declines repeatedly, and has it to take note of (L-50, D23). */
export async function tellingDeclines(
  which: readonly Decline[],
  step: Teller,
  deps: Deps,
): Promise<Telling & { readonly report: Report }> {
  const { stored, pack, caller, at } = step;
  const days = which.map(({ on }) => on).toSorted();
  const [first = '', last = first] = [days[0], days.at(-1)];
  const { report, changes } = await reporting(
    { kind: 'DECLINES', on: first, to: last, count: which.length },
    undefined,
    step,
    deps,
  );
  const { id: orderId, caseNo } = stored.entity;
  const refs = { orderId, reportId: report.id, count: which.length };
  const row = { event: 'declines-repeated', rule: 'L-50', caseNo, refs };
  return {
    report,
    toldIn: report.id,
    changes: [
      ...changes,
      deadlineStore(deps.table).open(acknowledgement(stored.entity, report, pack), at),
      journalStore(deps.table).append(journalRow(deps.newId('J'), at, caller, row)),
    ],
  };
}

/**
 * Declined visits are kept, each with its row in the journal, and counted with those that are known; `telling` is
 * asked once they are repeated (L-50, A34).
 */
export async function keepingDeclines<T extends Telling>(
  fresh: readonly Decline[],
  known: readonly Stored<Decline>[],
  { pack, caller, at }: Pick<Teller, 'pack' | 'caller' | 'at'>,
  telling: (which: readonly Decline[]) => Promise<T | undefined>,
  deps: Deps,
): Promise<{ readonly told: T | undefined; readonly changes: readonly Change[] }> {
  const journal = journalStore(deps.table);
  // Written first: in one instant a row's id says which came before.
  const rows = fresh.map(({ caseNo, orderId, on }) => {
    const refs = { ...(orderId ? { orderId } : {}), on };
    const row = { event: 'decline-reported', rule: 'L-50', caseNo, refs };
    return journal.append(journalRow(deps.newId('J'), at, caller, row));
  });
  const which = repeated([...fresh, ...known.map(({ entity }) => entity)], pack);
  const told = which && (await telling(which));
  const marked = (one: Decline): Decline => (which?.includes(one) && told ? { ...one, toldIn: told.toldIn } : one);
  const declines = declineStore(deps.table);
  return {
    told,
    changes: [
      ...fresh.map((one) => declines.save(marked(one), undefined)),
      ...known
        .filter(({ entity }) => marked(entity) !== entity)
        .map((over) => declines.save(marked(over.entity), over)),
      ...rows,
      ...(told?.changes ?? []),
    ],
  };
}

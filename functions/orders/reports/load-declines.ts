import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { journalRow, journalStore } from '../../../shared/stores/journal-store.ts';
import { acknowledgement } from '../limits/report-deadlines.ts';
import type { Step } from '../load-step.ts';
import type { Decline } from './declines.ts';
import { reporting } from './load-report.ts';
import type { Report } from './report.ts';

/** The officer is told that the customer declines repeatedly, and has it to take note of (L-50, D23). */
export async function tellingDeclines(
  which: readonly Decline[],
  step: Step,
  deps: Deps,
): Promise<{ readonly report: Report; readonly changes: readonly Change[] }> {
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
    changes: [
      ...changes,
      deadlineStore(deps.table).open(acknowledgement(stored.entity, report, pack), at),
      journalStore(deps.table).append(journalRow(deps.newId('J'), at, caller, row)),
    ],
  };
}

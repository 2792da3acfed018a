import { ownRows, ownRule } from '../../../shared/packs/own-rules.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { opened } from '../../../shared/steps/deadlines.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { acknowledgement } from '../limits/report-deadlines.ts';
import type { ReportBasis } from '../steps/load-order-and-routine.ts';
import { declineStore } from './decline-store.ts';
import { type Decline, repeated } from './declines.ts';
import { isLate, type Report } from './report.ts';
import { reporting } from './report-step.ts';

/** The notice of repeated declines to the officer, and the id that each of them is marked with. */
export type DeclinesNotice = { readonly toldIn: string; readonly effects: Effects };

/** Notifies the officer that the customer declines repeatedly, with a deadline to take note of it (L-50, D23). */
export async function declinesReport(
  which: readonly Decline[],
  step: ReportBasis,
  deps: Deps,
): Promise<DeclinesNotice & { readonly report: Report }> {
  const { stored, pack } = step;
  const days = which.map(({ on }) => on).toSorted();
  const [first = '', last = first] = [days[0], days.at(-1)];
  const { report, effects } = await reporting(
    { kind: 'DECLINES', on: first, to: last, count: which.length, late: isLate(first, step.at) },
    undefined,
    step,
    deps,
  );
  const { id: orderId, caseNo } = stored.entity;
  const refs = { orderId, reportId: report.id, count: which.length };
  const row = { event: 'declines-repeated', caseNo, refs };
  const waits = opened([acknowledgement(stored.entity, report, pack)]);
  return { report, toldIn: report.id, effects: together(effects, { deadlines: waits, rows: ownRows([row], pack) }) };
}

/**
 * Declined visits are kept, each with its row in the journal, and counted with those that are known; `telling` is
 * asked once they are repeated (L-50, A34).
 */
export async function countDeclines<T extends DeclinesNotice>(
  fresh: readonly Decline[],
  known: readonly Stored<Decline>[],
  { pack }: Pick<ReportBasis, 'pack'>,
  telling: (which: readonly Decline[]) => Promise<T | undefined>,
  { table }: Pick<Deps, 'table'>,
): Promise<{ readonly told: T | undefined; readonly effects: Effects }> {
  const which = repeated([...fresh, ...known.map(({ entity }) => entity)], pack);
  const told = which && (await telling(which));
  const marked = (one: Decline): Decline => (which?.includes(one) && told ? { ...one, toldIn: told.toldIn } : one);
  const declines = declineStore(table);
  const kept = {
    saves: [
      ...fresh.map((one) => declines.save(marked(one), undefined)),
      ...known
        .filter(({ entity }) => marked(entity) !== entity)
        .map((over) => declines.save(marked(over.entity), over)),
    ],
    // Before those of the telling: in one instant a row's id says which came before.
    rows: fresh.map(({ caseNo, orderId, on }) => {
      const refs = { ...(orderId ? { orderId } : {}), on };
      return { event: 'decline-reported', rule: ownRule('L-50', pack), caseNo, refs };
    }),
  };
  return { told, effects: together(kept, told?.effects ?? {}) };
}

import type { LocalDate } from '../../../shared/domain/local-time.ts';
import { accept } from '../../../shared/domain/result.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { together } from '../../../shared/steps/effects.ts';
import { keepingHome } from '../reports/known-facts-step.ts';
import { isLate } from '../reports/report.ts';
import { reporting } from '../reports/report-step.ts';
import type { OrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';

/**
 * The customer was at home for the first visit: the stay ends that day as a fact that is told (L-68, A71). The officer, who may
 * have planned the home-coming for later, is notified, and the journal says it; a stated month is changed knowingly.
 */
export async function homeByVisit(
  on: LocalDate | undefined,
  step: OrderAndRoutine,
  body: { readonly acceptsStated?: boolean | undefined },
  deps: Deps,
) {
  if (on === undefined) return accept({ effects: {}, says: {} });
  const { stored, pack, at } = step;
  const { id: orderId, caseNo } = stored.entity;
  const told = await reporting({ kind: 'HOME', on, late: isLate(on, at) }, undefined, step, deps);
  const rows = ownRows([{ event: 'order-resumed', caseNo, refs: { orderId, on } }], pack);
  const home = together(await keepingHome(stored.entity, on, deps), told.effects, { rows });
  return unlessStated(home, body, step, deps);
}

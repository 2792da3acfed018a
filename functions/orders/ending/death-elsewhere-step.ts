import { type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { opened } from '../../../shared/steps/deadlines.ts';
import { type Effects, system, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { personStore } from '../../../shared/stores/person-store.ts';
import { acknowledgement } from '../limits/report-deadlines.ts';
import { isLate, type Report } from '../reports/report.ts';
import { reportStore } from '../reports/report-store.ts';
import { touchCase } from '../steps/case-lock-step.ts';
import type { OrderAndRoutine } from '../steps/load-order-and-routine.ts';

/** The officer finds the death among the tasks of their own case, and nothing of where else it was told. */
async function officerTold(
  order: Order | undefined,
  caseNo: string,
  on: LocalDate,
  { stored, caller, settings, pack, at }: OrderAndRoutine,
  deps: Deps,
): Promise<Effects> {
  const officerId = order?.officerId ?? (await caseStore(deps.table).find(caseNo))?.entity.officerId;
  if (officerId === undefined) return {};
  const isOwn = caller.role === 'officer' && officerId === caller.caseload;
  // An officer who has both cases has had the letter of the one.
  const knows = isOwn || officerId === stored.entity.officerId;
  const variant = { variant: 'elsewhere' } as const;
  const letters = knows
    ? []
    : await outbox(deps, settings, at).toOfficer(
        officerId,
        'N23',
        order ? { to: 'orders', orderId: order.id, caseNo, ...variant } : { to: 'cases', caseNo, ...variant },
      );
  if (!order) return { letters };
  const report: Report = {
    ...{ id: deps.newId('rapport'), orderId: order.id, caseNo, kind: 'DEATH', on },
    // The order's provider reads it, and is not to learn of another case by who told it.
    ...{ at, by: system.userId, late: isLate(on, at) },
    ...(isOwn ? { acknowledged: { at, by: caller.userId } } : {}),
  };
  return {
    saves: [reportStore(deps.table).add(report)],
    deadlines: opened(isOwn ? [] : [acknowledgement(order, report, pack)]),
    letters,
  };
}

/**
 * What a death comes to in the person's other cases beside that their orders end (A73): each case is held, so that an
 * order that is placed meanwhile is not missed, the death stands in its journal, and its officer is told (L-59). `ended`
 * are the orders that end by it.
 */
export async function deathElsewhere(
  cases: readonly string[],
  {
    ended,
    last,
    was,
  }: { readonly ended: readonly Order[]; readonly last: LocalDate; readonly was?: LocalDate | undefined },
  step: OrderAndRoutine,
  deps: Deps,
): Promise<Effects> {
  const own = step.stored.entity.caseNo;
  const person = await personStore(deps.table).ofCase(own);
  const parts: Effects[] = person ? [{ saves: [personStore(deps.table).still(person)] }] : [];
  for (const caseNo of cases.filter((one) => one !== own)) {
    const order = ended.find((one) => one.caseNo === caseNo);
    const refs = { ...(order ? { orderId: order.id } : {}), lastDay: last, ...(was ? { was } : {}) };
    parts.push(await touchCase(caseNo, deps), await officerTold(order, caseNo, plusDays(last, -1), step, deps), {
      rows: [{ event: was ? 'death-corrected' : 'death-reported', caseNo, refs }],
    });
  }
  return together(...parts);
}

/** The same where the death was told by mistake: each case is held, and its journal says so; letters go with the orders. */
export async function undoneElsewhere(
  cases: readonly string[],
  was: LocalDate,
  { stored }: OrderAndRoutine,
  deps: Deps,
): Promise<Effects> {
  const own = stored.entity.caseNo;
  const person = await personStore(deps.table).ofCase(own);
  const parts: Effects[] = person ? [{ saves: [personStore(deps.table).still(person)] }] : [];
  for (const caseNo of cases.filter((one) => one !== own))
    parts.push(await touchCase(caseNo, deps), { rows: [{ event: 'death-undone', caseNo, refs: { was } }] });
  return together(...parts);
}

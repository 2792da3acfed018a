import type * as z from 'zod';
import { dateOf, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Refusal } from '../../../shared/domain/result.ts';
import { answeredWith, type Done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { executionDue, notExecutedDue } from '../limits/contact-deadlines.ts';
import { metByVisit } from '../limits/order-deadlines.ts';
import { startDeadlines } from '../limits/start-deadlines.ts';
import type { OrderView } from '../order-view.ts';
import type { OrderAsked } from '../steps/load-order-and-routine.ts';
import type { FirstVisitRefusal } from '../steps/order-refusals.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';
import { visitCorrected } from './correct-visit-step.ts';
import { isHomeAt, start, tellFirstVisit } from './execution.ts';
import { openingFollowUp } from './follow-up-step.ts';
import { homeByVisit } from './home-by-visit-step.ts';
import { withNotExecuted } from './not-executed.ts';
import type { NotExecutedIn } from './not-executed-in.ts';

type FirstVisitTold = {
  readonly acceptsStated?: boolean | undefined;
  readonly startedOn?: LocalDate | undefined;
  readonly notExecuted?: readonly z.output<typeof NotExecutedIn>[] | undefined;
  readonly reason?: string | undefined;
};

/** What it comes to that a provider tells of the first visit, or puts its day right, in the portal or by mail. */
export async function tellingFirstVisit(
  orderId: string,
  said: FirstVisitTold,
  asked: OrderAsked,
  deps: Deps,
): Promise<Refusal<FirstVisitRefusal> | Done<OrderView>> {
  const { caller, at } = asked;
  const step = await loadOrderStep(orderId, asked, deps);
  if (!step.ok) return step;
  const { stored, settings, pack, provider, arrangement } = step.value;
  const visited = stored.entity.started ?? stored.entity.firstVisit;
  if (visited && said.reason !== undefined) {
    const on = said.startedOn ?? visited.on;
    const corrected = await visitCorrected(step.value, { on, reason: said.reason }, deps);
    return corrected.ok ? corrected.value : corrected;
  }
  const by = { userId: caller.userId, providerId: caller.providerId, at };
  const on = said.startedOn ?? dateOf(at);
  const isTold = arrangement.execution === 'OFFICER';
  const begun = isTold ? tellFirstVisit(stored.entity, by, on) : start(stored.entity, by, on);
  if (!begun.ok) return begun;
  const told = said.notExecuted ? withNotExecuted(begun.value, by, said.notExecuted, 'body.notExecuted') : begun;
  if (!told.ok) return told;

  const order = told.value;
  const isHome = isHomeAt(stored.entity, on);
  const home = await homeByVisit(isHome ? on : undefined, step.value, said, deps);
  if (!home.ok) return home;
  const visit = order.started ?? order.firstVisit;
  const count = said.notExecuted?.length ?? 0;
  const { rules } = arrangement;
  const refs = { startedOn: on, late: visit?.late ?? false };
  const fields = {
    to: 'orders',
    orderId: order.id,
    caseNo: order.caseNo,
    provider: provider.name,
    on,
    count,
  } as const;
  const did = orderStepTaken(
    order,
    step.value,
    {
      deadlines: {
        moves: (deadline) => metByVisit(deadline, order, on, at),
        opens: [
          ...startDeadlines(order, pack).ofOrder,
          ...(isTold ? [executionDue(order, at, pack)] : []),
          ...(count > 0 ? [notExecutedDue(order, at, rules.notExecuted, pack)] : []),
        ],
      },
      also: together(await openingFollowUp(order, pack, at, deps), home.value.effects),
      rows: [
        { event: isTold ? 'first-visit-reported' : 'order-started', rule: rules.firstVisit, refs },
        ...(count > 0 ? [{ event: 'not-executed-reported', rule: rules.notExecuted, refs: { count } }] : []),
      ],
      letters: isTold || count > 0 ? await outbox(deps, settings, at).toOfficer(order.officerId, 'N10', fields) : [],
    },
    deps,
  );
  return answeredWith(did, { ...did.value, ...home.value.says });
}

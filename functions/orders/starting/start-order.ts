import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { answeredWith } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { executionDue, notExecutedDue } from '../limits/contact-deadlines.ts';
import { metByVisit } from '../limits/order-deadlines.ts';
import { startDeadlines } from '../limits/start-deadlines.ts';
import { OrderView } from '../order-view.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';
import { acceptsStated } from '../steps/stated-change.ts';
import { visitCorrected } from './correct-visit-step.ts';
import { isHomeAt, start, tellFirstVisit } from './execution.ts';
import { openingFollowUp } from './follow-up-step.ts';
import { homeByVisit } from './home-by-visit-step.ts';
import { withNotExecuted } from './not-executed.ts';
import { NotExecutedIn } from './not-executed-in.ts';

/**
 * The provider has made the first visit (L-13, L-16, S-12), and the officer sees the order as executed (L-15). Where
 * the officer sets it as executed, this is the provider's message of the day (S-31, S-36), and of what it does not
 * carry out (S-37); the officer is notified of how much of that there is, never what (N10). A visit ends a stay in
 * hospital that nobody had ended, before the planned home-coming too: told as a home-coming is (L-68, A71). Told again with
 * a reason it puts the day right.
 */
export const startOrder = endpoint({
  summary: 'Tell that the services have begun',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    startedOn: LocalDate.optional().meta({ description: 'The day of the first visit; today when left out' }),
    notExecuted: z.array(NotExecutedIn).max(20).optional(),
    reason: Remark.optional().meta({ description: 'Why the day that was told before was wrong; only to correct it' }),
    acceptsStated,
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderStep(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored, settings, pack, provider, arrangement } = step.value;
    const visited = stored.entity.started ?? stored.entity.firstVisit;
    if (visited && body.reason !== undefined) {
      const on = body.startedOn ?? visited.on;
      const corrected = await visitCorrected(step.value, { on, reason: body.reason }, deps);
      return corrected.ok ? corrected.value : corrected;
    }
    const by = { userId: caller.userId, providerId: caller.providerId, at };
    const on = body.startedOn ?? dateOf(at);
    const isTold = arrangement.execution === 'OFFICER';
    const begun = isTold ? tellFirstVisit(stored.entity, by, on) : start(stored.entity, by, on);
    if (!begun.ok) return begun;
    const said = body.notExecuted ? withNotExecuted(begun.value, by, body.notExecuted, 'body.notExecuted') : begun;
    if (!said.ok) return said;

    const order = said.value;
    const isHome = isHomeAt(stored.entity, on);
    const home = await homeByVisit(isHome ? on : undefined, step.value, body, deps);
    if (!home.ok) return home;
    const visit = order.started ?? order.firstVisit;
    const count = body.notExecuted?.length ?? 0;
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
  },
});

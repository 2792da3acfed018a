import * as z from 'zod';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { assigned } from '../care-step.ts';
import { OrderView } from '../order-view.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';
import { withDecisionDays } from './decision-days.ts';

/** The officer notes the days that the law counts a decision's carrying out from; nobody is written to. */
export const noteDecisionDays = endpoint({
  summary: 'Note the day of the decision, that the customer waits for a provider, or is away by plan',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    code: z.string().optional().meta({ description: 'One service; all of them when left out', example: 'OMV' }),
    decidedOn: LocalDate.optional(),
    postponedByCustomer: LocalDate.optional().meta({
      description: 'The day on which the customer asked to wait for a provider of their own choice',
    }),
    awayFrom: LocalDate.optional().meta({ description: 'The first day of a planned absence' }),
    backOn: LocalDate.optional().meta({ description: 'The day on which the services were taken up after it' }),
  }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, at } = input;
    const step = await loadOrderStep(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored } = step.value;
    const decision = withDecisionDays(stored.entity, body, at);
    if (!decision.ok) return decision;
    const order = decision.value;
    const ofCase = await assignmentStore(deps.table).storedOfCase(order.caseNo);
    const given = ofCase.find(({ entity }) => entity.orderId === order.id);
    const saves = given ? assigned(deps).change({ ...given.entity, services: order.services }, given) : [];
    const said = Object.entries(body).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
    const rows = [{ event: 'decision-days-noted', refs: Object.fromEntries(said) }];
    return orderStepTaken(order, step.value, { rows, also: { saves } }, deps);
  },
});

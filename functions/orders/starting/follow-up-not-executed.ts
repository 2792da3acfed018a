import * as z from 'zod';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { notExecutedDue } from '../limits/contact-deadlines.ts';
import { OrderView } from '../order-view.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';
import { listedNotExecuted } from './not-executed.ts';

/**
 * The officer has followed up what the provider does not carry out (S-19, S-37): it is carried out by now, or it is asked
 * about again.
 */
export const followUpNotExecuted = endpoint({
  summary: 'Note that services that were not carried out have been followed up',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({ carriedOut: z.boolean().meta({ description: 'Whether all of it is carried out by now' }) }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, at } = input;
    const step = await loadOrderStep(path.orderId, input, deps);
    if (!step.ok) return step;
    const { stored, deadlines, pack, arrangement } = step.value;
    const was = stored.entity;
    const isWaited = deadlines.some(({ entity }) => entity.code === 'D46' && entity.doneAt === undefined);
    if (!isWaited) return refuse('conflict', 'nothing-not-executed');

    const { carriedOut } = body;
    const { notExecuted } = arrangement.rules;
    const order = carriedOut ? listedNotExecuted(was, [], dateOf(at)) : was;
    const moves = carriedOut ? { meets: ['D46' as const] } : { opens: [notExecutedDue(was, at, notExecuted, pack)] };
    const rows = [{ event: 'not-executed-followed-up', rule: notExecuted, refs: { carriedOut } }];
    return orderStepTaken(order, step.value, { deadlines: moves, rows }, deps);
  },
});

import * as z from 'zod';
import { type Instant, instant, localIso, TimeIn } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, overCode } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { WhyStep } from '../../../shared/domain/why.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { answeredWith } from '../../../shared/http/spec.ts';
import { OrderView } from '../order-view.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';

type By = { readonly userId: string; readonly at: Instant };

/** The paper has gone out (S-26): there must be one, and the way must have been agreed (S-25). */
export function delivered(
  order: Order,
  by: By,
  { at, way }: { readonly at: Instant; readonly way: 'POST' | 'PICKUP' },
): Result<
  Order,
  'order-closed' | 'order-taken-back' | 'not-contacted' | 'sheet-not-prepared' | 'already-delivered' | 'bad-request'
> {
  if (isOver(order)) return refuse('conflict', overCode(order));
  if (!order.contact) return refuse('conflict', 'not-contacted');
  if (!order.sheet) return refuse('conflict', 'sheet-not-prepared');
  if (order.sheet.delivered) return refuse('conflict', 'already-delivered');
  if (at > by.at) return refuse('invalid', 'bad-request', [{ at: 'body.at', code: 'time-ahead' }]);
  return accept({ ...order, sheet: { ...order.sheet, delivered: { at, by: by.userId, way } } });
}

/** The paper has gone out, as was agreed with the provider or, with a remark, in another way (S-26, S-27). */
export const deliverSheet = endpoint({
  summary: 'Note that the paper assignment has gone out',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    way: z.enum(['POST', 'PICKUP']),
    at: TimeIn.optional().meta({ description: 'When it went out; now when left out' }),
  }),
  answer: z.object({ ...OrderView.shape, warnings: z.array(WhyStep) }),
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderStep(path.orderId, input, deps);
    if (!step.ok) return step;
    if (!step.value.arrangement.paper) return refuse('conflict', 'not-in-routine');
    const { way } = body;
    const sentAt = body.at ? instant(body.at) : at;
    const decision = delivered(step.value.stored.entity, { userId: caller.userId, at }, { at: sentAt, way });
    if (!decision.ok) return decision;

    const order = decision.value;
    const asAgreed = order.contact?.delivery === way;
    const refs = { way, at: localIso(sentAt), asAgreed };
    const rows = [{ event: 'sheet-delivered', refs }];
    const did = orderStepTaken(order, step.value, { rows, deadlines: { meets: ['D44'], metAt: sentAt } }, deps);
    const other = { rule: 'S-26', text: 'Pappret gick ut på ett annat sätt än det som var överenskommet.' };
    return answeredWith(did, { ...did.value, warnings: asAgreed ? [] : [other] });
  },
});

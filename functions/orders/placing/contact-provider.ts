import * as z from 'zod';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { meet } from '../../../shared/domain/deadline.ts';
import { confirmCodes } from '../../../shared/domain/deadline-kinds.ts';
import { instant, localIso, TimeIn } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { WhyStep } from '../../../shared/domain/why.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { answeredWith } from '../../../shared/http/spec.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { whileAlive } from '../ending/death.ts';
import { metByVisit } from '../limits/order-deadlines.ts';
import { OrderView } from '../order-view.ts';
import { contacted } from '../starting/sheet.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';
import { startClock } from './new-order.ts';

/**
 * A private provider is notified of an assignment, by mail or by phone, and how its paper goes out is agreed (S-23,
 * S-25). From that time its clock runs (S-31, A10); the contact is journalled with time and way (S-27).
 */
export const contactProvider = endpoint({
  summary: 'Tell a private provider that there is an assignment',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    at: TimeIn.optional().meta({ description: 'When the provider was contacted; now when left out' }),
    channel: z.enum(['EMAIL', 'PHONE']),
    delivery: z.enum(['POST', 'PICKUP']).meta({ description: 'By post, or fetched at the citizen office' }),
  }),
  answer: z.object({ ...OrderView.shape, warnings: z.array(WhyStep) }),
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderStep(path.orderId, input, deps);
    if (!step.ok) return step;
    const alive = whileAlive(step.value.stored.entity);
    if (!alive.ok) return alive;
    const { stored, settings, pack, provider, arrangement } = step.value;
    if (arrangement.event !== 'CONTACTED') return refuse('conflict', 'not-in-routine');
    const { channel, delivery } = body;
    if (channel === 'EMAIL' && provider.email === '') return refuse('conflict', 'provider-without-email');
    const contactAt = body.at ? instant(body.at) : at;
    const decision = contacted(stored.entity, { userId: caller.userId, at }, { at: contactAt, channel, delivery });
    if (!decision.ok) return decision;
    const running = startClock(decision.value, provider.kind, contactAt, pack);
    if (!running.ok) return running;

    const { order } = running.value;
    const visit = order.started ?? order.firstVisit;
    // What the provider did before the contact was written down is done: it never waits for it.
    const asItStands = (deadline: Deadline): Deadline => {
      if (visit) return metByVisit(deadline, order, visit.on, visit.at);
      return order.confirmed && confirmCodes.includes(deadline.code) ? meet(deadline, order.confirmed.at) : deadline;
    };
    const fields = {
      to: 'orders',
      orderId: order.id,
      caseNo: order.caseNo,
      due: order.startBy,
      variant: delivery,
    } as const;
    const did = orderStepTaken(
      order,
      step.value,
      {
        deadlines: { opens: running.value.deadlines.map(asItStands) },
        rows: [{ event: 'provider-contacted', refs: { channel, delivery, at: localIso(contactAt) } }],
        letters: channel === 'EMAIL' ? outbox(deps, settings, at).toProvider(provider, 'N05', fields) : [],
      },
      deps,
    );
    const early = { rule: 'S-22', text: 'Uppdraget är fördelat innan pappret är framtaget.' };
    const warnings = arrangement.paper && !order.sheet ? [early] : [];
    return answeredWith(did, { ...did.value, warnings });
  },
});

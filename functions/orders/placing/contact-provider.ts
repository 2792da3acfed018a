import * as z from 'zod';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { meet } from '../../../shared/domain/deadline.ts';
import { confirmCodes } from '../../../shared/domain/deadline-kinds.ts';
import { type Instant, instant, localIso, TimeIn } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, overCode } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { WhyStep } from '../../../shared/domain/why.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { answeredWith } from '../../../shared/http/spec.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import { whileAlive } from '../ending/order-death.ts';
import { metByContact } from '../limits/contact-deadlines.ts';
import { metByVisit } from '../limits/order-deadlines.ts';
import { OrderView } from '../order-view.ts';
import { loadOrderStep, type OrderStep, orderStepTaken } from '../steps/order-step.ts';
import { startClock } from './new-order.ts';

type By = { readonly userId: string; readonly at: Instant };
type Contact = Pick<NonNullable<Order['contact']>, 'at' | 'channel' | 'delivery'>;

/**
 * The provider was notified of an assignment, and it was agreed how the paper goes out (S-23, S-25). The time may lie
 * before the order was placed: the contact counts all the same (A10).
 */
export function contacted(
  order: Order,
  by: By,
  contact: Contact,
): Result<Order, 'order-closed' | 'order-taken-back' | 'already-contacted' | 'bad-request'> {
  if (isOver(order)) return refuse('conflict', overCode(order));
  if (order.contact) return refuse('conflict', 'already-contacted');
  if (contact.at > by.at) return refuse('invalid', 'bad-request', [{ at: 'body.at', code: 'time-ahead' }]);
  return accept({ ...order, contact: { ...contact, by: by.userId, notedAt: by.at } });
}

/**
 * The clock of the order, which the contact starts unless the provider had heard already (A69). A limit that an urgent one
 * had meanwhile gives way to the contact's; the time that it is needed by does not.
 */
function clockOf(order: Order, { deadlines, provider, pack }: OrderStep, contactAt: Instant) {
  if (order.heard) return accept({ order, deadlines: [] });
  const isNeeded = deadlines.some(({ entity }) => entity.code === 'D07');
  const { startBy: _meanwhile, ...unlimited } = order;
  return startClock(isNeeded ? order : unlimited, provider.kind, contactAt, pack);
}

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
    const { stored, settings, provider, arrangement } = step.value;
    if (arrangement.event !== 'CONTACTED') return refuse('conflict', 'not-in-routine');
    const { channel, delivery } = body;
    if (channel === 'EMAIL' && provider.email === '') return refuse('conflict', 'provider-without-email');
    // What is said about somebody protected is said by phone, and is never taken for told where no mail leaves.
    if (channel === 'EMAIL' && (await identityStore(deps.table, deps.identityKeys).isProtected(stored.entity.caseNo)))
      return refuse('conflict', 'protected-by-phone');
    const contactAt = body.at ? instant(body.at) : at;
    const decision = contacted(stored.entity, { userId: caller.userId, at }, { at: contactAt, channel, delivery });
    if (!decision.ok) return decision;
    const running = clockOf(decision.value, step.value, contactAt);
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
        deadlines: {
          opens: running.value.deadlines.map(asItStands),
          moves: (deadline) => metByContact(deadline, contactAt, at),
        },
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

import * as z from 'zod';
import { overlaps, Service } from '../../shared/domain/assignment.ts';
import { CaseNumber, SafeId } from '../../shared/domain/case-number.ts';
import { Identity } from '../../shared/domain/identity.ts';
import { dateOf, LocalDate } from '../../shared/domain/local-time.ts';
import { refuse } from '../../shared/domain/result.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { assigning } from '../../shared/stores/assigning.ts';
import { assignmentStore } from '../../shared/stores/assignment-store.ts';
import { caseStore } from '../../shared/stores/case-store.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { identityStore } from '../../shared/stores/identity-store.ts';
import { journalRow, journalStore } from '../../shared/stores/journal-store.ts';
import { orderStore } from '../../shared/stores/order-store.ts';
import { outbox } from '../../shared/stores/outbox.ts';
import { providerStore } from '../../shared/stores/provider-store.ts';
import { routineOn } from '../../shared/stores/routine.ts';
import { orderOf } from './new-order.ts';
import { OrderView, orderView } from './order-view.ts';

const Body = z
  .strictObject({
    caseNo: CaseNumber,
    providerId: SafeId.meta({ example: 'P1' }),
    services: z.array(Service).min(1).max(20),
    from: LocalDate.optional().meta({ description: 'First day; today when left out', example: '2026-11-03' }),
    to: LocalDate.nullish().meta({ description: 'Last day served; left out until further notice' }),
    urgent: z.boolean().optional(),
    customer: Identity.optional().meta({ description: 'Sealed at once; never in letters, lists or logs' }),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], error: 'to-before-from' });

/** An officer orders the decided services from the chosen provider (L-10, L-11); the provider is told by letter. */
export const placeOrder = endpoint({
  summary: 'Place an order with a provider',
  body: Body,
  answer: OrderView,
  async run({ body, caller, at }, deps) {
    const { table } = deps;
    const routine = await routineOn(table, dateOf(at));
    if (!routine.ok) return routine;
    const { settings, pack } = routine.value;
    if (!pack.modules.includes('orders')) return refuse('conflict', 'not-in-routine');

    const provider = (await providerStore(table).find(body.providerId))?.entity;
    if (!provider) return refuse('invalid', 'bad-request', [{ at: 'body.providerId', code: 'unknown-provider' }]);
    const known = await caseStore(table).find(body.caseNo);
    if (known && known.entity.officerId !== caller.caseload) return refuse('forbidden', 'not-your-case');
    const days = { from: body.from ?? dateOf(at), to: body.to ?? null };
    const earlier = await assignmentStore(table).ofCase(body.caseNo);
    if (earlier.some((assignment) => overlaps(assignment, days))) return refuse('conflict', 'case-has-order');

    const urgent = body.urgent ?? false;
    const orderId = deps.newId('B');
    const assignment = {
      caseNo: body.caseNo,
      providerId: provider.id,
      officerId: caller.caseload,
      services: body.services,
      ...days,
    };
    const made = orderOf({ ...assignment, id: orderId, kind: provider.kind, placedAt: at, urgent }, pack);
    if (!made.ok) return made;
    const { order, deadlines } = made.value;
    const fields = { to: 'orders', orderId: order.id, caseNo: order.caseNo, due: order.startBy } as const;
    const row = {
      event: 'order-placed',
      rule: 'L-10',
      caseNo: order.caseNo,
      refs: { orderId: order.id, providerId: provider.id },
    };
    return done(orderView(order, 1, deadlines), {
      status: 201,
      version: 1,
      changes: [
        orderStore(table).save(order, undefined),
        ...(await assigning(deps).give({ ...assignment, orderId })),
        // Saved again though nothing in it changed: two officers who order at once meet here.
        caseStore(table).save({ caseNo: order.caseNo, officerId: caller.caseload }, known),
        ...(body.customer ? [await identityStore(table, deps.identityKeys).seal(order.caseNo, body.customer)] : []),
        ...deadlines.map((deadline) => deadlineStore(table).open(deadline, at)),
        ...outbox(deps, settings, at).toProvider(provider, 'N01', fields),
        journalStore(table).append(journalRow(deps.newId('J'), at, caller, row)),
      ],
    });
  },
});

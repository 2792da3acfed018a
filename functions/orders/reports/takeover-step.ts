import * as z from 'zod';
import type { Assignment } from '../../../shared/domain/assignment.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { changeCare } from '../care-step.ts';
import { newlyTaken } from '../placing/placing-faults.ts';
import type { OrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { minutesOn } from './changed-services.ts';
import { isTakenOver, servicesTakenOver, takesOver } from './taken-over.ts';

/** What becomes of a change at the provider that takes over. */
export const AtJoining = z
  .object({
    orderId: z.string(),
    from: LocalDate,
    reached: z
      .boolean()
      .meta({ description: 'False where something else has been decided there: it is changed there' }),
  })
  .meta({ id: 'AtJoining' });
export type AtJoining = z.infer<typeof AtJoining>;

type Reached = { readonly effects: Effects; readonly says: { readonly atJoining?: AtJoining } };

/** The order that takes over, with what it gives. */
async function joiningOf(leaving: Order, ofCase: readonly Stored<Assignment>[], { table }: Deps) {
  for (const given of ofCase) {
    const found = given.entity.orderId === undefined ? undefined : await orderStore(table).find(given.entity.orderId);
    if (found && takesOver(found.entity, leaving)) return { stored: found, given };
  }
  return undefined;
}

/**
 * A decision about an order that another provider takes over reaches the order that does (L-45, L-60, S-41), which would else
 * go on by the decision before it: changed as it would have been drawn, its provider notified, and said in the answer.
 */
export async function reachingJoining(
  before: Order,
  after: Order,
  ofCase: readonly Stored<Assignment>[],
  { pack, settings, at }: OrderAndRoutine,
  deps: Deps,
): Promise<Result<Reached, 'case-has-order'>> {
  const joining = isTakenOver(before) ? await joiningOf(before, ofCase, deps) : undefined;
  if (!joining) return accept({ effects: {}, says: {} });
  const { stored, given } = joining;
  const was = stored.entity;
  const { id: orderId, caseNo, from } = was;
  const services = servicesTakenOver(was, before, after);
  if (services === 'SAME') return accept({ effects: {}, says: {} });
  if (services === 'KEPT') return accept({ effects: {}, says: { atJoining: { orderId, from, reached: false } } });

  const others = ofCase
    .filter(({ entity }) => entity.orderId !== orderId && entity.orderId !== before.id)
    .map(({ entity }) => entity);
  const next = { ...was, services: [...services], ...(after.decisionRef ? { decisionRef: after.decisionRef } : {}) };
  if (newlyTaken(given.entity, next.services, others).length > 0) return refuse('conflict', 'case-has-order');
  const assignment = { ...given.entity, services: next.services };
  const { effects } = changeCare(next, { stored, deadlines: [], given }, { assignment, at }, deps);
  const provider = (await providerStore(deps.table).find(was.providerId))?.entity;
  const fields = { to: 'orders', orderId, caseNo, on: from, variant: 'changed' } as const;
  const refs = { orderId, from, before: minutesOn(was, from), after: minutesOn(next, from) };
  return accept({
    effects: together(effects, {
      letters: provider ? outbox(deps, settings, at).tell(provider, pack, 'N01', fields) : [],
      rows: ownRows([{ event: 'services-changed', caseNo, refs }], pack),
    }),
    says: { atJoining: { orderId, from, reached: true } },
  });
}

import { goesOn } from '../../../shared/domain/assignment.ts';
import { type Instant, type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, lastDayOf } from '../../../shared/domain/order-end.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import type { Routine } from '../../../shared/stores/routine.ts';
import { assistanceBegins } from '../limits/report-deadlines.ts';
import { endBy } from './ending.ts';
import { isDead } from './order-death.ts';

type Begins = Routine & { readonly on: LocalDate; readonly by: string; readonly at: Instant };

/** What is on its way to an end before then already is left as it is. */
const goesOnPast = (order: Order, on: LocalDate): boolean => {
  const last = lastDayOf(order);
  return !isOver(order) && !isDead(order) && (last === undefined || last >= on);
};

/** The same wish by another day, while its officer has not spoken with the customer. */
function endsAnew(order: Order, on: LocalDate): Result<Order, never> | undefined {
  const { ending } = order;
  if (ending?.assistanceOn === undefined || ending.permittedAt !== undefined) return undefined;
  return accept({ ...order, ending: { ...ending, wishedOn: plusDays(on, -1), assistanceOn: on } });
}

/**
 * One order begins to end: as a wish that its officer verifies under the closing routine, by the day on which assistance
 * begins. Told of another day, the officer has that one.
 */
async function oneEnding(orderId: string, { on, by, at, settings, pack }: Begins, deps: Deps): Promise<Effects> {
  const { table } = deps;
  const stored = await orderStore(table).find(orderId);
  if (!stored || !goesOnPast(stored.entity, on)) return {};
  const { id, caseNo, officerId, providerId } = stored.entity;
  const end = { cause: 'WISH', wishedOn: plusDays(on, -1), assistanceOn: on, by, at } as const;
  const ending = endsAnew(stored.entity, on) ?? endBy(stored.entity, end);
  const standing = await deadlineStore(table).ofOrder(id);
  const provider = (await providerStore(table).find(providerId))?.entity;
  const box = outbox(deps, settings, at);
  const fields = { to: 'orders', orderId: id, caseNo, on, variant: 'assistance' } as const;
  return {
    // One that ends by another's word already only has its officer told.
    saves: ending.ok ? [orderStore(table).save(ending.value, stored)] : [],
    deadlines: deadlinesAfter(standing, { opens: [assistanceBegins(stored.entity, on)] }, at).moved,
    letters: [
      ...(await box.toOfficer(officerId, 'N25', fields)),
      ...(provider ? box.tell(provider, pack, 'N25', fields) : []),
    ],
    rows: [{ event: 'end-wished', rule: 'H-06', caseNo, refs: { orderId: id, assistanceOn: on } }],
  };
}

/**
 * Personal assistance begins: the services that bridged until then begin to end, in every case of the person (H-05, H-06,
 * A73). Each officer has it to do by that day (D36), and each provider is told.
 */
export async function endingByAssistance(caseNos: readonly string[], begins: Begins, deps: Deps): Promise<Effects> {
  const given = (await Promise.all(caseNos.map((one) => assignmentStore(deps.table).ofCase(one)))).flat();
  const orders = new Set(given.filter((one) => goesOn(one, begins.on)).flatMap(({ orderId }) => orderId ?? []));
  return together(...(await Promise.all([...orders].map((one) => oneEnding(one, begins, deps)))));
}

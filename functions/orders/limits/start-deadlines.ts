import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { followUp } from '../papers/follow-up.ts';
import { carePlanCopy } from './document-deadlines.ts';

/** What begins to run when the services have begun: the plan's copy (D16, L-55), and the case's follow-up (D17, L-56). */
export function startDeadlines(
  order: Order,
  pack: Pack,
): { readonly ofOrder: readonly Deadline[]; readonly ofCase: readonly Deadline[] } {
  const on = order.started?.on;
  if (on === undefined || !pack.caseFile) return { ofOrder: [], ofCase: [] };
  return { ofOrder: [carePlanCopy(order, on, pack)], ofCase: [followUp(order, on, pack)] };
}

import type { Order } from '../../shared/domain/order.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Change } from '../../shared/ports/table.ts';
import { outbox } from '../../shared/steps/outbox.ts';
import type { OrderAndRoutine } from './steps/load-order-and-routine.ts';

/** The other side is notified that something was put right, never what (M06). */
export async function correctionLetters(
  { id: orderId, caseNo, officerId }: Order,
  { caller, provider, pack, settings, at }: OrderAndRoutine,
  deps: Deps,
): Promise<readonly Change[]> {
  const box = outbox(deps, settings, at);
  const fields = { to: 'orders', orderId, caseNo, provider: provider.name } as const;
  return caller.role === 'officer'
    ? box.tell(provider, pack, 'M06', fields)
    : box.toOfficer(officerId, 'M06', { ...fields, variant: 'by-provider' });
}

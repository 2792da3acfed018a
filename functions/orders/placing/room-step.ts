import { isTooMuch } from '../../../shared/domain/capacity.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Why } from '../../../shared/domain/why.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { capacityStore } from '../../../shared/stores/capacity-store.ts';

/** A provider that is full, or would be by the order, gets it all the same and may say no: the officer is told (A44, A58). */
export async function roomRemarks(
  { providerId, services, from }: Pick<Order, 'providerId' | 'services' | 'from'>,
  { table }: Pick<Deps, 'table'>,
): Promise<readonly Why[]> {
  const capacity = (await capacityStore(table).find(providerId))?.entity;
  const minutes = services.reduce((sum, { minutesPerMonth }) => sum + minutesPerMonth, 0);
  if (!capacity || !isTooMuch(capacity, minutes, from)) return [];
  return [{ rule: 'A44', text: 'Utförarens tak är nått, eller nås med beställningen: den kan säga nej.' }];
}

import { hear } from '../../functions/letters/delivery.ts';
import { isDelivered } from '../../shared/embedded/local-mailer.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';

/**
 * What the local post office can tell after a crash: a letter that was being sent, and whose message lies in the
 * mailbox, was sent. The others stay under their lease, and a person is asked when it runs out.
 */
export async function takeDeliveryEvents(deps: Deps, mailFolder: string): Promise<number> {
  const letters = letterStore(deps.table);
  const at = deps.clock.now();
  let settled = 0;
  for (const stored of await letters.inFlight(at)) {
    const next = isDelivered(mailFolder, stored.entity.id) ? hear(stored.entity, { fate: 'delivered' }, at) : undefined;
    if (next && (await deps.table.commit([letters.save(next, stored)])) === 'committed') settled += 1;
  }
  return settled;
}

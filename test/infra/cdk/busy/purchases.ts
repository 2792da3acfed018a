import * as z from 'zod';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;

const WithId = z.looseObject({ id: z.string() });

const manager = { userId: 'EB3', role: 'ordering-manager' } as const satisfies Actor;
const performer = { userId: 'EM4', role: 'receiving-manager' } as const satisfies Actor;

/** Requests that come to nothing: one that is declined and asked of another, and taken back; seen by both sides. */
export async function busyPurchases(ask: Ask): Promise<void> {
  const wanted = {
    ...{ orderingUnitId: 'E3', receivingUnitId: 'E4', mode: 'PLANNED', caseNo: 'A-3001', from: '2026-12-01' },
    ...{ services: [{ code: 'OMV' }], extent: { minutes: 600, per: 'MONTH' } },
    grounds: {
      ...{ code: 'OTHER', words: 'prov', kind: 'POINT', careOnly: true, noEmployableRelative: 'bor ensam' },
      ownStaffingExcludedAt: '2026-11-01T10:00:00+01:00',
    },
  };
  await ask(manager, 'getBuying', { unitId: 'E3' });
  const { id: purchaseId } = WithId.parse(await ask(manager, 'requestPurchase', {}, wanted));
  await ask(performer, 'listPurchases');
  await ask(performer, 'decidePurchase', { purchaseId }, { accept: false, reason: 'ingen plats' });
  await ask(manager, 'resendPurchase', { purchaseId }, { receivingUnitId: 'E2' });
  await ask(manager, 'getPurchase', { purchaseId });
  await ask(manager, 'withdrawPurchase', { purchaseId }, {});
  for (const person of [manager, { userId: 'EO1', role: 'area-head' } as const]) await ask(person, 'listPurchases');
}

import * as z from 'zod';
import { refuse } from '../../../shared/domain/result.ts';
import { purchaseStore } from '../purchase-store.ts';
import { basisAct, toldInside } from './basis-act-step.ts';
import { hourPrice } from './price.ts';
import { acceptedBasis } from './settling.ts';

/** The orderer's administrator, or finance where the routine says so, accepts a month's basis, and its prices are fixed (B-29, M-17). */
export const acceptBasis = basisAct({
  summary: 'Accept a month’s basis of bought hours',
  body: z.strictObject({}),
  async decide({ stored, actor, pack, settings }, _body, deps) {
    const { lines, month } = stored.entity;
    const found = await Promise.all(lines.map(({ purchaseId }) => purchaseStore(deps.table).find(purchaseId)));
    const purchases = new Map(found.flatMap((one) => (one ? [[one.entity.id, one.entity]] : [])));
    return acceptedBasis(stored.entity, actor, pack, (purchaseId) => {
      const purchase = purchases.get(purchaseId);
      return purchase ? hourPrice(purchase, month, settings.rates, pack) : refuse('conflict', 'no-rate');
    });
  },
  did: (next, own, deps) => ({
    row: { event: 'basis-accepted', rule: own.pack.purchases.basis.toRule },
    letters: toldInside(next, ['PERFORMER'], { kind: 'N42', variant: 'accepted' }, own, deps),
  }),
});

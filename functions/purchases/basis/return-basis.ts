import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { basisAct, toldInside } from './basis-act-step.ts';
import { returnedBasis } from './settling.ts';

/** A month's basis goes back to the performer with a reason, to be handed in again. */
export const returnBasis = basisAct({
  summary: 'Return a month’s basis of bought hours, with a reason',
  body: z.strictObject({ reason: Remark }),
  decide: async ({ stored, actor, pack }, { reason }) => returnedBasis(stored.entity, reason, actor, pack),
  did: (next, own, deps) => ({
    row: { event: 'basis-returned', rule: own.pack.purchases.basis.toRule },
    letters: toldInside(next, ['PERFORMER'], { kind: 'N42', variant: 'returned' }, own, deps),
  }),
});

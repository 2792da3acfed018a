import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { instant, TimeIn } from '../../../shared/domain/local-time.ts';
import { besidePair } from '../meetings/pair-opening-step.ts';
import { purchaseAct } from '../purchase-act-step.ts';
import { beginHelp } from './start.ts';

/**
 * The performer has begun, at an instant: refused, with all that is missing, while something that the routine asks first
 * was not there by then (H-16, H-17, H-39, B-05, B-06, B-16, M-08). The orderer is told.
 */
export const startPurchase = purchaseAct({
  summary: 'Tell that bought help has begun',
  body: z.strictObject({
    at: TimeIn.meta({ description: 'When the first visit was' }),
    reason: Remark.optional().meta({ description: 'Why, where the routine only asks for a reason' }),
  }),
  decide: ({ stored, actor, facts, pack }, { body: { at, reason } }) =>
    beginHelp(stored.entity, { visitAt: instant(at), reason }, actor, facts, pack),
  did: async (next, { pack }, { at }, deps) => ({
    row: { event: 'purchase-begun' },
    tells: [{ kind: 'N36', to: { side: 'ORDERING' }, variant: 'begun' }],
    also: await besidePair(next, pack, at, deps),
  }),
});

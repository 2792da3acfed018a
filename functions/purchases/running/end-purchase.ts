import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { purchaseAct } from '../purchase-act-step.ts';
import { endHelp } from './end.ts';

/** The performer has been there for the last time; the orderer is told. */
export const endPurchase = purchaseAct({
  summary: 'Tell that bought help has ended',
  body: z.strictObject({
    on: LocalDate.meta({ description: 'The last day of help' }),
    reason: Remark,
    cause: z.enum(['NEED_OVER', 'DEATH', 'AGREED']).default('NEED_OVER'),
  }),
  decide: ({ stored, actor, pack }, { body }) => endHelp(stored.entity, body, actor, pack),
  did: () => ({
    row: { event: 'purchase-ended' },
    tells: [{ kind: 'N36', to: { side: 'ORDERING' }, variant: 'ended' }],
  }),
});

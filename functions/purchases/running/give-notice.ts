import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { Extent } from '../extent.ts';
import { purchaseAct } from '../purchase-act-step.ts';
import { noticeGiven } from './notice-given.ts';

/** The orderer ends before the agreed day, or has less, by the routine's notice (M-21, M-22); the performer is told. */
export const giveNotice = purchaseAct({
  summary: 'Give notice of less bought help, or of its end',
  body: z.strictObject({
    effective: LocalDate.meta({ description: 'The first day without, or with less (A37)' }),
    after: Extent.optional().meta({ description: 'What is left from then on; left out where it ends' }),
    reason: Remark.optional().meta({ description: 'Why, where the notice is shorter than the routine’s' }),
  }),
  decide: ({ stored, actor, pack }, { body }) => noticeGiven(stored.entity, body, actor, pack),
  did(next, { pack }, { body: { effective, after } }) {
    const isShort = (next.notices.at(-1)?.short ?? 0) > 0;
    const rule = after ? pack.notice?.reduction : pack.notice?.ending;
    return {
      row: { event: 'purchase-notice-given', ...(rule ? { rule } : {}), refs: { effective } },
      tells: [{ kind: 'N44', to: { side: 'RECEIVING' }, on: effective, ...(isShort ? { variant: 'short' } : {}) }],
    };
  },
});

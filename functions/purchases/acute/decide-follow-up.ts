import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { managersOf } from '../party.ts';
import { purchaseAct } from '../purchase-act-step.ts';
import type { Telling } from '../telling-step.ts';
import { haveBothSaid, jointDecision, sayAtFollowUp } from './follow-up.ts';

const both: readonly Telling[] = (['ORDERING', 'RECEIVING'] as const).map((side) => ({
  kind: 'N39',
  to: { side, roles: managersOf(side) },
  variant: 'decided',
}));

/**
 * A manager says at the follow-up whether acute help is to be planned or to end (H-28); it holds when both have said the
 * same (H-29). While they disagree help goes on, and the area head is told.
 */
export const decideFollowUp = purchaseAct({
  summary: 'Say at the follow-up whether acute help is to be planned or to end',
  body: z.strictObject({ decision: z.enum(['PLANNED', 'END']), words: Remark }),
  decide: ({ stored, actor }, { body }) => sayAtFollowUp(stored.entity, body, actor),
  did(next, { pack }, { body: { decision } }) {
    const joint = jointDecision(next);
    const { rule, joint: byBoth } = pack.acute?.followUp ?? {};
    if (joint !== undefined)
      return {
        row: { event: 'purchase-follow-up-decided', ...(byBoth ? { rule: byBoth } : {}), refs: { decision } },
        tells: both,
      };
    const side = next.followUp.at(-1)?.side === 'ORDERING' ? 'RECEIVING' : 'ORDERING';
    const tells: readonly Telling[] = haveBothSaid(next)
      ? [
          { kind: 'N39', to: { role: 'area-head' }, variant: 'disagree' },
          { kind: 'N39', to: { side, roles: managersOf(side) }, variant: 'disagree' },
        ]
      : [{ kind: 'N39', to: { side, roles: managersOf(side) }, variant: 'said' }];
    return { row: { event: 'purchase-follow-up-said', ...(rule ? { rule } : {}), refs: { decision } }, tells };
  },
});

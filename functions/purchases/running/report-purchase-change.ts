import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { Extent } from '../extent.ts';
import { purchaseSide } from '../party.ts';
import { purchaseAct } from '../purchase-act-step.ts';
import type { Telling } from '../telling-step.ts';
import { tellOfChange, toldOfChange } from './change.ts';

/**
 * Either side tells of a change. The performer's goes to the orderer at once (M-16); the orderer's to the unit's manager
 * (M-19), or a private performer's work leader (M-20), and to whom decides where it waits for that (M-24).
 */
export const reportPurchaseChange = purchaseAct({
  summary: 'Tell of a change in bought help',
  body: z.strictObject({
    words: Remark,
    extent: Extent.optional().meta({ description: 'How much from then on; the orderer’s to ask for' }),
    from: LocalDate.optional().meta({ description: 'From when; today when left out' }),
    to: LocalDate.optional().meta({ description: 'Another agreed last day; the orderer’s to ask for' }),
  }),
  decide: ({ stored, actor, pack }, { body: { from, ...said } }) =>
    tellOfChange(stored.entity, { ...said, effective: from }, actor, pack),
  did(next, { actor, pack }) {
    const { changes, decision } = pack.purchases;
    if (purchaseSide(next, actor) === 'RECEIVING')
      return {
        row: { event: 'purchase-change-told', ...(changes ? { rule: changes.told } : {}) },
        tells: [{ kind: 'N36', to: { side: 'ORDERING' }, variant: 'change' }],
      };
    const to = toldOfChange(next, pack);
    const isOthersToDecide = next.state === 'change-requested' && decision.by.includes('development-leader');
    const tells: Telling[] = [
      { kind: 'N36', to: { side: 'RECEIVING', ...(to ? { roles: [to] } : {}) }, variant: 'change' },
      ...(isOthersToDecide ? [{ kind: 'N34' as const, to: { role: 'development-leader' as const } }] : []),
    ];
    return {
      row: { event: 'purchase-change-told', ...(changes ? { rule: changes[next.receiver.kind].rule } : {}) },
      tells,
    };
  },
});

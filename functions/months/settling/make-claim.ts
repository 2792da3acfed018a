import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownMonth } from '../load-month.ts';
import { monthStore } from '../month-store.ts';
import { meetDeadlines } from '../opening/month-deadlines-step.ts';

/** The administrator says that what the settlements of a month claim has been claimed from the provider (D56). */
export const makeClaim = endpoint({
  summary: 'Say that what was overpaid has been claimed back',
  path: z.object({ month: Month, providerId: SafeId }),
  body: z.strictObject({}),
  answer: z.object({ claimOre: z.int().meta({ description: 'What is claimed, in öre' }) }),
  async run({ path, caller, at }, deps) {
    const found = await ownMonth(path, caller, deps);
    if (!found.ok) return found;
    const settlements = found.value.entity.settlements ?? [];
    const isWaiting = ({ claimOre, claimed }: (typeof settlements)[number]) => claimOre > 0 && !claimed;
    const claimOre = settlements.filter(isWaiting).reduce((sum, one) => sum + one.claimOre, 0);
    if (claimOre === 0) return refuse('conflict', 'nothing-to-claim');
    const claimed = { at, by: caller.userId };
    const next = {
      ...found.value.entity,
      settlements: settlements.map((one) => (isWaiting(one) ? { ...one, claimed } : one)),
    };
    return done(
      { claimOre },
      {
        saves: [monthStore(deps.table).save(next, found.value)],
        deadlines: await meetDeadlines(path, ['D56'], at, deps.table),
        rows: [{ event: 'claim-made', month: path.month, providerId: path.providerId, refs: { claimOre } }],
      },
    );
  },
});

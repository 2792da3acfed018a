import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { moveAll } from './load-batch.ts';
import { endingOf } from './load-ending-provider.ts';
import { goesOn } from './takeover.ts';

const Body = z.strictObject({
  lastDay: LocalDate.meta({ description: 'The last day that the provider serves', example: '2026-12-31' }),
  to: z.union([z.literal('TURNS'), z.record(CaseNumber, SafeId)]).meta({
    description: 'TURNS: each case by the turn list. Or the provider that takes over, by case number',
  }),
});

const Outcome = z
  .object({
    batchId: z.string(),
    lastDay: z.string(),
    moved: z.array(z.object({ caseNo: z.string(), orderId: z.string(), providerId: z.string() })),
    /** What could not be moved, and why; it stays with the provider until the same is asked again. */
    failed: z.array(z.object({ caseNo: z.string(), code: z.string() })),
    /** How many are left to move: ask again until there are none. */
    left: z.int(),
  })
  .meta({ id: 'ProviderEndingOutcome' });

/**
 * The end of a provider, with all its customers moved at once: each to the provider named for it or by turn, from the
 * day after the last. In pieces under one batch; asked again, it goes on where it stopped and moves nobody twice.
 */
export const endProvider = endpoint({
  summary: 'End a provider and move all its customers',
  path: z.object({ providerId: SafeId }),
  body: Body,
  answer: Outcome,
  async run({ path, body, caller, at }, deps) {
    const routine = await routineOn(deps.table, dateOf(at));
    if (!routine.ok) return routine;
    if (!routine.value.pack.modules.includes('orders')) return refuse('conflict', 'not-in-routine');
    const ending = await endingOf(path.providerId, body.lastDay, { caller, at }, deps);
    if (!ending.ok) return ending;

    const { provider, batchId } = ending.value;
    const { lastDay, to } = body;
    const known = await assignmentStore(deps.table).ofProvider(provider.id, lastDay);
    const cases = [...new Set(known.filter((one) => goesOn(one, lastDay)).map(({ caseNo }) => caseNo))].toSorted();
    const named = new Map(to === 'TURNS' ? [] : Object.entries(to));
    const toWhom = (caseNo: string) => {
      const providerId = named.get(caseNo);
      if (to === 'TURNS') return 'TURN';
      return providerId === undefined ? undefined : { providerId };
    };
    const outcome = await moveAll(cases, { ...routine.value, provider, batchId, lastDay, toWhom, caller, at }, deps);
    return done({ batchId, lastDay, ...outcome });
  },
});

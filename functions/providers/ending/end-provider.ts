import * as z from 'zod';
import { goesOn } from '../../../shared/domain/assignment.ts';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf, LocalDate, monthOf, plusDays } from '../../../shared/domain/local-time.ts';
import { type Fault, refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { acceptsStated, StatedChange } from '../../orders/door.ts';
import { decideEnd } from './end-decision-step.ts';
import { type Ending, moveCase, statedBy } from './next-provider-step.ts';

const Body = z.strictObject({
  lastDay: LocalDate.meta({ description: 'The last day that the provider serves', example: '2026-12-31' }),
  to: z.union([z.literal('TURNS'), z.record(CaseNumber, SafeId)]).meta({
    description: 'TURNS: each case by the turn list. Or the provider that takes over, by case number',
  }),
  acceptsStated,
});

const Moved = z.object({ caseNo: z.string(), orderId: z.string(), providerId: z.string() });
const Failed = z.object({ caseNo: z.string(), code: z.string() });

const Outcome = z
  .object({
    batchId: z.string(),
    lastDay: z.string(),
    moved: z.array(Moved),
    /** What could not be moved, and why; it stays with the provider until the same is asked again. */
    failed: z.array(Failed),
    /** How many are left to move: ask again until there are none. */
    left: z.int(),
    /** What it meant for months that were stated already. */
    stated: z.array(StatedChange).optional(),
  })
  .meta({ id: 'ProviderEndingOutcome' });

/** How many cases one request moves, so that it is answered in time; and how often one is decided again. */
const most = { moved: 40, attempts: 4 };

type One = (z.infer<typeof Moved> & { stated: readonly StatedChange[] }) | z.infer<typeof Failed> | undefined;

/** One case in a commit of its own; if somebody else changes the case meanwhile, it is decided again. */
async function moveOne(caseNo: string, ending: Ending, deps: Deps): Promise<One> {
  const { caller: by, at } = ending;
  for (let attempt = 0; attempt < most.attempts; attempt++) {
    const move = await moveCase(caseNo, ending, deps);
    if (!move.ok) return { caseNo, code: move.code };
    if (!move.value) return undefined;
    const { order, effects, stated } = move.value;
    if (await committed(effects, { by, at }, deps))
      return { caseNo, orderId: order.id, providerId: order.providerId, stated };
  }
  return { caseNo, code: 'changed-meanwhile' };
}

/**
 * Moves one case after the other, up to as many as a request may; what fails is logged and keeps no other from its
 * turn.
 */
async function moveAll(cases: readonly string[], ending: Ending, deps: Deps) {
  const moved: z.infer<typeof Moved>[] = [];
  const failed: z.infer<typeof Failed>[] = [];
  const stated: StatedChange[] = [];
  let gone = 0;
  for (const caseNo of cases) {
    if (moved.length >= most.moved) break;
    const one = await moveOne(caseNo, ending, deps);
    if (one === undefined) gone += 1;
    else if ('code' in one) failed.push(one);
    else {
      const { stated: means, ...done } = one;
      moved.push(done);
      stated.push(...means);
    }
  }
  const says = stated.length > 0 ? { stated } : {};
  return { moved, failed, left: cases.length - moved.length - gone, ...says };
}

/**
 * The end of a provider, with all its customers moved at once: each to the provider named for it or by turn, from the
 * day after the last, also when it is told afterwards (A14). In pieces under one batch; asked again, it goes on where it stopped and moves nobody twice.
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
    const decided = await decideEnd(path.providerId, body.lastDay, { caller, at }, deps);
    if (!decided.ok) return decided;
    const { provider, batchId, effects } = decided.value;
    const { lastDay, to } = body;
    const known = await assignmentStore(deps.table).ofProvider(provider.id, lastDay);
    const cases = [
      ...new Set(known.filter((one) => goesOn(one, plusDays(lastDay, 1))).map(({ caseNo }) => caseNo)),
    ].toSorted();
    const named = new Map(to === 'TURNS' ? [] : Object.entries(to));
    const toWhom = (caseNo: string) => {
      const providerId = named.get(caseNo);
      if (to === 'TURNS') return 'TURN';
      return providerId === undefined ? undefined : { providerId };
    };
    const { acceptsStated: yes } = body;
    const ending = { ...routine.value, provider, batchId, lastDay, toWhom, caller, at, acceptsStated: yes };
    // Asked before anything is decided, since an end is final.
    const asked: Fault[] = [];
    if (yes !== true && monthOf(lastDay) < monthOf(dateOf(at)))
      for (const caseNo of cases.slice(0, most.moved)) asked.push(...(await statedBy(caseNo, ending, deps)));
    if (asked.length > 0) return refuse('conflict', 'month-stated', asked);
    if (!(await committed(effects, { by: caller, at }, deps))) return refuse('conflict', 'changed-meanwhile');
    const outcome = await moveAll(cases, ending, deps);
    return done({ batchId, lastDay, ...outcome });
  },
});

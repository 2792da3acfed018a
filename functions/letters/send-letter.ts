import * as z from 'zod';
import { jobOn } from '../../shared/http/job.ts';
import { committedInTurn } from '../../shared/steps/commit.ts';
import { system } from '../../shared/steps/effects.ts';
import { readOrSetAside } from '../../shared/steps/sweep-due.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { mayGo } from './delivery.ts';
import { isPrompt } from './promptness.ts';
import { sending } from './sending-step.ts';

/**
 * Sends one letter as soon as it is stored. The bell may ring twice or not at all: only a letter that waits and may go is sent,
 * and what nobody rang for is found by `sendLetters`.
 */
export const sendLetter = jobOn(z.object({ letterId: z.string() }), async ({ letterId }, at, deps) => {
  const { findItem, read } = letterStore(deps.table);
  const item = await findItem(letterId);
  const stored = item && (await readOrSetAside(item, { queue: 'letters', entry: 'sendLetter', read }, deps));
  const sent =
    stored && mayGo(stored.entity, at) && (await committedInTurn(sending(stored, at, deps), { by: system, at }, deps));
  if (!sent) return { done: 0 };
  return { done: 1, counts: { InTime: isPrompt(stored.entity, deps.clock.now()) ? 1 : 0 } };
});

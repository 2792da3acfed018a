import { job } from '../../shared/http/job.ts';
import { committedInTurn } from '../../shared/steps/commit.ts';
import { system } from '../../shared/steps/effects.ts';
import { sweepDue } from '../../shared/steps/sweep-due.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { isPrompt } from './promptness.ts';
import { sending } from './sending-step.ts';

const atOnce = 200;

/**
 * Sends what waits in the outbox, the oldest first. A letter whose sending failed stays under its lease; when that
 * runs out a person is asked.
 */
export const sendLetters = job(async (at, deps) => {
  let inTime = 0;
  const { done } = await sweepDue(
    {
      queue: 'letters',
      entry: 'sendLetters',
      atOnce,
      read: letterStore(deps.table).read,
      async one(stored) {
        const sent = await committedInTurn(sending(stored, at, deps), { by: system, at }, deps);
        if (sent && isPrompt(stored.entity, deps.clock.now())) inTime += 1;
        return sent;
      },
    },
    at,
    deps,
  );
  return { done, ...(done > 0 ? { counts: { InTime: inTime } } : {}) };
});

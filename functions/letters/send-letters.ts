import { job } from '../../shared/http/job.ts';
import { sweepDue } from '../../shared/steps/sweep-due.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { sendOne } from './sending-step.ts';

const atOnce = 200;

/**
 * Sends what waits in the outbox, the oldest first. A letter whose sending failed stays under its lease; when that
 * runs out a person is asked.
 */
export const sendLetters = job(async (at, deps) =>
  sweepDue(
    {
      queue: 'letters',
      entry: 'sendLetters',
      atOnce,
      read: letterStore(deps.table).read,
      one: (stored) => sendOne(stored, at, deps),
    },
    at,
    deps,
  ),
);

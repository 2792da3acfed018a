import { job } from '../../../shared/http/job.ts';
import { committedInTurn } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { sweepDue } from '../../../shared/steps/sweep-due.ts';
import { mailStore } from '../mail-store.ts';
import { taking } from './taking-step.ts';

const atOnce = 200;

/** Takes the mail that waits, the oldest first: what has just come, what was released, and what DNS did not answer for. */
export const takeMail = job((at, deps) =>
  sweepDue(
    {
      queue: 'mails',
      entry: 'takeMail',
      atOnce,
      read: mailStore(deps.table).read,
      one: (stored) => committedInTurn(taking(stored, at, deps), { by: system, at }, deps),
    },
    at,
    deps,
  ),
);

import { job } from '../../../shared/http/job.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { sweepDue } from '../../../shared/steps/sweep-due.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { contactReturned } from './contact-returned-step.ts';

const atOnce = 50;

/** A private provider that was contacted by a letter which came back has not been contacted (S-23, D43). */
export const takeBackContacts = job(async (at, deps) =>
  sweepDue(
    {
      queue: 'contacts',
      entry: 'takeBackContacts',
      atOnce,
      read: letterStore(deps.table).read,
      one: async (stored) => committed(await contactReturned(stored, at, deps), { by: system, at }, deps),
    },
    at,
    deps,
  ),
);

import { job } from '../../../shared/http/job.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { sweepDue } from '../../../shared/steps/sweep-due.ts';
import { sealedStore } from '../../../shared/stores/sealed-store.ts';
import { publish } from './publish-step.ts';

const atOnce = 200;

/** Puts every record that was committed, and that nobody rang for, among the records; the oldest first. */
export const publishRecords = job(async (at, deps) =>
  sweepDue(
    {
      queue: 'records',
      entry: 'publishRecords',
      atOnce,
      read: sealedStore(deps).read,
      one: async (stored) => committed(await publish(stored, deps), { by: system, at }, deps),
    },
    at,
    deps,
  ),
);

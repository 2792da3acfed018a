import { job } from '../../../shared/http/job.ts';
import { sweepDue } from '../../../shared/steps/sweep-due.ts';
import { sealedStore } from '../../../shared/stores/sealed-store.ts';
import { publishOne } from './publish-step.ts';

const atOnce = 200;

/** Lays every record that was committed, and that nobody rang for, among the records; the oldest first. */
export const publishRecords = job(async (at, deps) =>
  sweepDue(
    {
      queue: 'records',
      entry: 'publishRecords',
      atOnce,
      read: sealedStore(deps).read,
      one: (stored) => publishOne(stored, deps),
    },
    at,
    deps,
  ),
);

import { job } from '../../../shared/http/job.ts';
import { sweepDue } from '../../../shared/steps/sweep-due.ts';
import { advance } from './advance-step.ts';
import { importStore } from './import-store.ts';

/** Takes the imports that wait a bit on their way, the oldest first: reading what they change, or carrying it out. */
export const sweepImports = job(async (at, deps) =>
  sweepDue(
    {
      queue: 'imports',
      entry: 'sweepImports',
      // Each takes its time, and the next run comes in a minute.
      atOnce: 1,
      read: importStore(deps.table).read,
      one: (stored) => advance(stored, at, deps),
    },
    at,
    deps,
  ),
);

import { job } from '../../../shared/http/job.ts';
import { committedInTurn } from '../../../shared/steps/commit.ts';
import { sweepDue } from '../../../shared/steps/sweep-due.ts';
import { moveStore } from '../move-store.ts';
import { runMove } from './case-by-case-step.ts';

/** How many moves one run goes on with, and how many cases of each. */
const most = { moves: 5, cases: 200 };

/** Goes on with the moves that are not finished, in the name of whoever asked for them. */
export const runMoves = job(async (at, deps) =>
  sweepDue(
    {
      queue: 'moves',
      entry: 'runMoves',
      atOnce: most.moves,
      read: moveStore(deps.table).read,
      one: async ({ entity: { id, by } }) =>
        (await committedInTurn(runMove(id, most.cases, at, deps), { by, at }, deps)) > 0,
    },
    at,
    deps,
  ),
);

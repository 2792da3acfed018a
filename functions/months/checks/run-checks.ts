import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { job } from '../../../shared/http/job.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { sweepDue } from '../../../shared/steps/sweep-due.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import type { DryRun } from '../dry-run/dry-run.ts';
import { basisOf } from '../load-basis.ts';
import { type Check, checkStore } from './check-store.ts';
import { keepDryRun } from './keep-dry-run-step.ts';
import { judge } from './load-dry-run.ts';
import { openKept } from './load-files.ts';

const atOnce = 20;

async function judged(check: Check, deps: Deps): Promise<Result<DryRun>> {
  const basis = await basisOf(check.month, check.providerId, deps);
  if (!basis.ok) return basis;
  const files = await openKept(check, deps);
  return files.ok ? judge(basis.value, files.value) : files;
}

async function runOne(stored: Stored<Check>, at: Instant, deps: Deps): Promise<boolean> {
  const run = await judged(stored.entity, deps);
  const next: Check = run.ok
    ? { ...stored.entity, state: 'done', answerId: await keepDryRun(run.value, deps) }
    : { ...stored.entity, state: 'refused', refusal: { code: run.code, faults: [...(run.faults ?? [])] } };
  const effects = { saves: [checkStore(deps.table).save(next, stored)] };
  return committed(effects, { by: system, at }, deps);
}

/** Runs the dry runs of large files that somebody waits for, the oldest first. */
export const runChecks = job(async (at, deps) =>
  sweepDue(
    {
      queue: 'checks',
      entry: 'runChecks',
      atOnce,
      read: checkStore(deps.table).read,
      one: (stored) => runOne(stored, at, deps),
    },
    at,
    deps,
  ),
);

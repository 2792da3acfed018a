import { setImmediate } from 'node:timers/promises';
import type { Instant } from '../../shared/domain/local-time.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import { dueQueues, nextDueAfter } from '../../shared/stores/due-index.ts';
import type { LocalClock } from './clock.ts';
import type { LoadedWay } from './load-ways.ts';
import { nextRun } from './schedule.ts';

type Runner = { readonly ways: readonly LoadedWay[]; readonly deps: Deps; readonly clock: LocalClock };

const scheduled = ({ ways }: Runner) =>
  ways.flatMap(({ key, wayIn, entry }) =>
    entry.kind === 'job' && 'schedule' in wayIn.on ? [{ key, schedule: wayIn.on.schedule, run: entry.run }] : [],
  );

const ratesOf = (machine: Runner) =>
  scheduled(machine)
    .filter(({ schedule }) => schedule.startsWith('rate('))
    .map(({ key }) => key);

type Stop = { readonly at: Instant; readonly jobs: readonly string[] };

/** The next moment at which something happens: a schedule's time, or something in the due index. */
async function nextStop(machine: Runner, after: Instant, until: Instant): Promise<Stop> {
  const jobs = scheduled(machine);
  const times = jobs.flatMap(({ key, schedule }) => {
    const at = nextRun(schedule, after);
    return at ? [{ key, at }] : [];
  });
  // No further than the next schedule: a walk of a year must not look through the year at every stop.
  const near = times.map(({ at }) => at).sort()[0] ?? until;
  const horizon = near < until ? near : until;
  const dues = await Promise.all(dueQueues.map((queue) => nextDueAfter(machine.deps.table, queue, after, horizon)));
  const first = [horizon, ...dues].filter((at) => at !== undefined).sort()[0] ?? until;
  return { at: first, jobs: [...times.filter(({ at }) => at === first).map(({ key }) => key), ...ratesOf(machine)] };
}

async function runJobs(machine: Runner, keys: readonly string[], at: Instant): Promise<number> {
  let did = 0;
  for (const { key, run } of scheduled(machine)) {
    if (!keys.includes(key)) continue;
    try {
      did += (await run(at, machine.deps)).done;
    } catch (failure) {
      // One job that fails must not keep the others from their work; it comes again with the next turn.
      machine.deps.log.error('a job failed', { entry: key, failure });
    }
  }
  return did;
}

/**
 * Walks the clock to `target`, stopping wherever something falls due, and runs the jobs there in the registry's
 * order. The clock shows each stop's time while its jobs run. Where the machine has been before — its clock was moved
 * back — no schedule comes again, but what is stored now is still sent and swept.
 */
export async function runUntil(machine: Runner, target: Instant): Promise<number> {
  const { clock } = machine;
  let at = clock.reached() ?? clock.now();
  let did = 0;
  const walks = target > clock.now();
  if (target <= at) return runJobs(machine, ratesOf(machine), target);
  while (at < target) {
    const stop = await nextStop(machine, at, target);
    at = stop.at;
    // A long walk lets others be answered on the way.
    await setImmediate();
    if (walks) clock.set(at);
    did += await runJobs(machine, stop.jobs, at);
    clock.reach(at);
  }
  return did;
}
